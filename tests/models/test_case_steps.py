"""The steps of a case are refused early when a bin, an id or the last step is wrong."""

import pytest
from pydantic import ValidationError

from canvas.models.case import CaseText
from canvas.models.case_criteria import Criterion
from canvas.models.case_steps import SortStep

ITEM = {"id": "one", "text": "Ask them.", "belongs": "listens", "why": "They answer."}
SORT = {
    "kind": "sort",
    "id": "sort",
    "title": "Sort",
    "says": "Sort them.",
    "bins": [{"id": "listens", "name": "It listens"}, {"id": "other", "name": "Something else"}],
    "items": [ITEM, {**ITEM, "id": "two"}],
}
WRITE = {"kind": "write", "id": "write", "title": "Write", "says": "Write it."}
CRITERION = {
    "id": "two",
    "name": "Two",
    "measure": "activities",
    "asks": "Two?",
    "hint": "Two.",
    "met": "Yes.",
    "unmet": "No.",
    "question": "Which?",
}
CASE = {
    "title": "A case",
    "summary": "A firm.",
    "task": "Write.",
    "criteria": [CRITERION],
    "facts": [{"id": "old", "statement": "It is old.", "wordings": ["old"]}],
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"items": [ITEM, ITEM]}, "the id 'one' is used twice"),
        ({"items": [ITEM, {**ITEM, "id": "two", "belongs": "sells"}]}, "the unknown bin 'sells'"),
        ({"items": [ITEM, {**ITEM, "id": "two", "wrong": {"sells": "No."}}]}, "the unknown bin 'sells'"),
        ({"id": "a.b"}, "pattern"),
    ],
)
def test_a_wrong_place_or_id_is_named(change, told):
    with pytest.raises(ValidationError, match=told):
        SortStep.model_validate(SORT | change)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([SORT], 'the last one must be of the kind "write"'),
        ([SORT, {**WRITE, "id": "sort"}], "two of them have the same id"),
    ],
)
def test_the_steps_of_a_case_end_with_writing_and_have_names_of_their_own(steps, told):
    with pytest.raises(ValidationError, match=told):
        CaseText.model_validate(CASE | {"steps": steps})


def test_steps_are_optional():
    assert CaseText.model_validate(CASE).steps == ()
    assert len(CaseText.model_validate(CASE | {"steps": [SORT, WRITE]}).steps) == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"measure": "says"}, "needs wordings"),
        ({"measure": "avoids"}, "needs wordings"),
        ({"measure": "check"}, "needs a check"),
    ],
)
def test_a_criterion_has_what_its_measure_needs(change, told):
    with pytest.raises(ValidationError, match=told):
        Criterion.model_validate(CRITERION | change)


def test_types_are_counted_in_a_section_only():
    types = {**CRITERION, "measure": "types"}
    with pytest.raises(ValidationError, match='Add judged_by = "section"'):
        CaseText.model_validate(CASE | {"criteria": [types]})
    assert CaseText.model_validate(CASE | {"criteria": [types], "judged_by": "section"})


@pytest.mark.parametrize(("measure", "needs", "enough"), [("activities", 0, 2), ("says", 0, 1), ("detail", 3, 3)])
def test_how_many_are_enough(measure, needs, enough):
    given = CRITERION | {"measure": measure, "needs": needs, "wordings": ["word"]}
    assert Criterion.model_validate(given).enough == enough
