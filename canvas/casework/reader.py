"""From an answer to its sentences and everything the case knows in them: one reading, many judges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from canvas.models.case import Case, CaseLanguage, CaseText, Worded
from canvas.models.finding import Quote
from canvas.models.pattern import parse
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.reading.patterns import Hit, Matcher
from canvas.reading.units import Kind, Unit, units


class Sign(StrEnum):
    """What a wording is a sign of."""

    ACTIVITY = "activity"
    FACT = "fact"
    DETAIL = "detail"
    REJECTED_BEFORE = "rejected_before"
    REJECTED_AFTER = "rejected_after"
    PROPOSING = "proposing"
    TOLD = "told"
    DEFINING = "defining"
    NEXT_PROPOSAL = "next_proposal"
    INSTRUCTIONS = "instructions"
    ADDRESSED = "addressed"
    ELSEWHERE = "elsewhere"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that occurs: of what, and on which words of its sentence (first, last: both inside)."""

    id: str
    first: int
    last: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or bullet with all that was found in it. opens: it begins a line or carries a list mark."""

    unit: Unit
    opens: bool
    found: dict[Sign, tuple[Found, ...]]

    def has(self, sign: Sign) -> bool:
        """Tell whether a wording of this sort occurs."""
        return sign in self.found

    def of(self, sign: Sign) -> tuple[Found, ...]:
        """Return the wordings of this sort, in the order of the text."""
        return self.found.get(sign, ())


class Reader:
    """The wordings of a case and of the language, made ready once."""

    def __init__(self, case: Case, language: CaseLanguage) -> None:
        self._matcher = Matcher(
            RuleBook(
                rules=tuple(_rules(case, language)),
                classes=word_lists(case, language),
                irregular=language.irregular,
                spelling=language.spelling,
                version="",
            )
        )

    def read(self, answer: str) -> tuple[Sentence, ...]:
        """Return the sentences of an answer, in order; headings and questions are read like any other."""
        parts = [replace(unit, kind=Kind.SENTENCE) for unit in units(answer)]
        by_unit: dict[int, dict[Sign, list[Found]]] = defaultdict(lambda: defaultdict(list))
        for hit in self._matcher.hits(parts):
            by_unit[hit.unit][Sign(hit.rule.label)].append(_found(hit, answer))
        sentences: list[Sentence] = []
        before = 0
        for index, unit in enumerate(parts):
            signs = {sign: tuple(found) for sign, found in by_unit[index].items()}
            lone_mark = bool(sentences) and _is_mark(sentences[-1].unit)
            sentences.append(Sentence(unit, lone_mark or _opens(answer, before, unit.start), signs))
            before = unit.end
        return tuple(sentences)


def _is_mark(unit: Unit) -> bool:
    """Tell whether the unit is nothing but the number or letter of a list."""
    return unit.length == 1 and len(unit.words[0].text) <= 2


def _opens(answer: str, before: int, start: int) -> bool:
    """Tell whether something between two sentences opens a new point: a line end, a number, a letter, a bullet."""
    between = answer[before:start]
    mark = answer[start : start + 4].partition(" ")[0]
    numbered = (
        mark[-1:] in (")", ".", ":") and len(mark.rstrip(").:")) <= 3 and (mark[0].isdigit() or "(" in between)
    )
    return (
        "\n" in between or numbered or before == 0 or mark.rstrip(").:") in ("i", "ii", "iii") or mark[1:2] == ")"
    )


def _found(hit: Hit, answer: str) -> Found:
    quote = Quote(quote=answer[hit.start : hit.end], start=hit.start, end=hit.end)
    return Found(hit.rule.id.partition(":")[2], hit.first, hit.last, quote)


def word_lists(case: CaseText, language: CaseLanguage) -> dict[str, tuple[str, ...]]:
    """Return the word lists of any case with those of this one: a known list grows, another one is new."""
    own = {name: (*language.classes.get(name, ()), *words) for name, words in case.words.items()}
    return {**language.classes, **own}


def _rules(case: Case, language: CaseLanguage) -> Iterable[ReadyRule]:
    activities: tuple[Worded, ...] = (*case.ideas, *case.activities, *language.activities)
    for activity in activities:
        yield _rule(Sign.ACTIVITY, activity.id, activity.wordings, activity.unless)
    for fact in case.facts:
        yield _rule(Sign.FACT, fact.id, fact.wordings, fact.unless)
    for criterion in case.criteria:
        yield _rule(Sign.CRITERION, criterion.id, criterion.wordings, criterion.unless)
    for name in type(language.details).model_fields:
        unless = language.no_amount if name == "how_many" else ()
        yield _rule(Sign.DETAIL, name, getattr(language.details, name), unless)
    yield _rule(Sign.DETAIL, "who", case.words.get("people", ()))  # they are nearer than "people" or "customers"
    plain = (
        Sign.REJECTED_BEFORE, Sign.REJECTED_AFTER, Sign.PROPOSING, Sign.TOLD, Sign.DEFINING, Sign.NEXT_PROPOSAL,
        Sign.INSTRUCTIONS, Sign.ADDRESSED,
    )  # fmt: skip
    for sign in plain:
        yield _rule(sign, sign.value, getattr(language, sign.value))
    yield _rule(Sign.ELSEWHERE, "elsewhere", case.elsewhere)


def _rule(sign: Sign, name: str, wordings: Iterable[str], unless: Iterable[str] = ()) -> ReadyRule:
    return ReadyRule(
        id=f"{sign.value}:{name}",
        label=sign.value,
        sure=True,
        stages=(),
        patterns=tuple(parse(text) for text in wordings),
        unless=tuple(parse(text) for text in unless),
        yields_to="",
        why="",
    )
