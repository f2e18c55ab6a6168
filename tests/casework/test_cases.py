"""Every case's own answers get the verdicts they declare: a case is a folder, its answers are its tests."""

import pytest

from canvas.casework.judge import Examiner
from canvas.casework.own_answers import untold_facts
from canvas.content.cases import load_cases, load_language
from canvas.content.rules import load_rules

CASES = load_cases()
EXAMINERS = {case.slug: Examiner(case, load_language(), load_rules()) for case in CASES}
ANSWERS = [(case.slug, answer) for case in CASES for answer in case.answers]


@pytest.mark.parametrize(("slug", "expected"), ANSWERS, ids=[f"{slug}: {one.title}" for slug, one in ANSWERS])
def test_an_answer_gets_its_declared_verdict(slug, expected):
    found = EXAMINERS[slug].judge(expected.answer)
    assert {name: outcome.met for name, outcome in found.criteria.items()} == expected.criteria
    assert set(found.ideas) == set(expected.ideas)
    assert found.kind == expected.kind


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_a_case_has_enough_answers_of_its_own_and_both_samples(case):
    assert len(case.answers) >= 12
    assert len(case.samples) >= 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_the_brief_tells_every_fact(case):
    """Read as an answer would be, the brief shows each fact: no wording can be about something untold."""
    assert untold_facts(case, load_language()) == ()
