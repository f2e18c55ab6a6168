"""The steps of the built-in cases: they give nothing away, and what they call finished is finished."""

import pytest

from canvas.casework.judge import Examiner
from canvas.content.cases import load_cases, load_language
from canvas.content.rules import load_rules
from canvas.models.case_steps import CompleteStep, SortStep

CASES = load_cases()
EXAMINERS = {case.slug: Examiner(case, load_language(), load_rules()) for case in CASES}


def texts_of(step):
    """Every sentence that a step shows."""
    if isinstance(step, SortStep):
        said = [text for item in step.items for text in (item.text, item.why, *item.wrong.values())]
        return [step.title, step.says, step.closing, *said, *(one.name for one in step.bins)]
    return [step.title, step.says, step.beginning, step.finished, *step.missing]


SHOWN = [
    (case, text)
    for case in CASES
    for step in case.steps
    if isinstance(step, SortStep | CompleteStep)
    for text in texts_of(step)
]
HALVES = [(case, step) for case in CASES for step in case.steps if isinstance(step, CompleteStep)]


@pytest.mark.parametrize(("case", "text"), SHOWN, ids=[f"{case.slug}: {text[:40]}" for case, text in SHOWN])
def test_the_first_steps_name_no_model_idea_in_any_words(case, text):
    found = EXAMINERS[case.slug].judge(text)
    ideas = {idea.id for idea in case.ideas}
    assert {one.idea for one in found.proposals} & ideas == set()


@pytest.mark.parametrize(("case", "step"), HALVES, ids=[case.slug for case, _ in HALVES])
def test_half_an_answer_is_only_half_and_the_finished_one_is_whole(case, step):
    judge = EXAMINERS[case.slug].judge
    half = judge(step.beginning)
    whole = judge(f"{step.beginning.strip()}\n{step.finished.strip()}")
    assert 0 < half.mark < len(case.criteria)
    assert {name for name, outcome in whole.criteria.items() if not outcome.met} == set()


def test_boomer_games_fades_from_sorting_to_writing_alone():
    boomer = next(case for case in CASES if case.slug == "boomer_games")
    assert [step.kind for step in boomer.steps] == ["sort", "complete", "write", "write"]
    assert [step.hints for step in boomer.steps[2:]] == [True, False]


def test_what_listens_among_the_proposals_to_sort_is_seen_to_listen():
    boomer = next(case for case in CASES if case.slug == "boomer_games")
    for item in boomer.steps[0].items:
        found = EXAMINERS["boomer_games"].judge(item.text)
        assert bool(found.ideas) is (item.belongs == "listens"), item.id
