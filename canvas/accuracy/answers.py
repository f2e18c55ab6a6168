"""Answers to cases among labelled texts: examined by the case they name, ideas as labels beside the criteria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from canvas.accuracy.labelled import Labelled
from canvas.accuracy.score import Names, Score, score
from canvas.accuracy.verdicts import verdicts_of_answer
from canvas.casework.judge import Examiner
from canvas.models.case import Case, CaseLanguage
from canvas.models.rule_book import RuleBook

OTHER = "other"
"""Any other activity that listens to customers."""


def score_answers(
    texts: Sequence[Labelled], cases: Mapping[str, Case], language: CaseLanguage, rules: RuleBook
) -> Score:
    """Return the score of answers; `cases` holds every case that a text names."""
    examiners = {slug: Examiner(case, language, rules) for slug, case in cases.items()}
    criteria = tuple(dict.fromkeys(one.id for case in cases.values() for one in case.criteria))
    ideas = tuple(dict.fromkeys(name for case in cases.values() for name in _ideas(case)))
    names = Names((*criteria, *ideas), {"all criteria": criteria, "all ideas": ideas}, ideas)
    labelled = [_with_ideas(item, cases[item.case]) for item in texts]
    return score(labelled, lambda item: verdicts_of_answer(examiners[item.case].judge(item.text)), names=names)


def _with_ideas(item: Labelled, case: Case) -> Labelled:
    if item.ideas is None:
        return item
    return replace(item, labels=item.labels | {name: name in item.ideas for name in _ideas(case)})


def _ideas(case: Case) -> tuple[str, ...]:
    return (*(idea.id for idea in case.ideas), OTHER)
