"""Two tabs, one plan: changes of different fields join, changes of the same field never overwrite each other."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.models.vocabulary import KeyQuestion, Mistake, RelationshipType
from canvas.models.workbook import CheckedDraft, Objection, Workbook
from canvas.writing import edits
from canvas.writing.field_paths import value_at, written
from canvas.writing.merge import merge

SEGMENTS = ("commuters", "families", "firms")
FIELDS = (
    "draft.text",
    "venture.offer",
    "venture.channels",
    *(f"answers.{question.value}" for question in KeyQuestion),
    *(f"venture.segments.{segment}.{field}" for segment in SEGMENTS for field in ("name", "needs")),
    *(
        f"commitments.{segment}.self_service.{field}"
        for segment in SEGMENTS
        for field in ("before", "after", "who")
    ),
)


def base_plan():
    plan = Workbook()
    for segment in SEGMENTS:
        plan = edits.add_segment(plan, segment.title(), segment)
        plan = edits.choose_type(plan, segment, RelationshipType.SELF_SERVICE)
    return plan


BASE = base_plan()
CHANGES = st.dictionaries(st.sampled_from(FIELDS), st.text("abc é🚲\n", min_size=1, max_size=8), max_size=8)


def changed(changes, plan=BASE):
    for field, value in changes.items():
        plan = written(plan, field, value)
    return plan


@given(mine=CHANGES, theirs=CHANGES)
def test_changes_of_different_fields_are_all_there_and_the_same_field_is_never_overwritten(mine, theirs):
    one, other = changed(mine), changed(theirs)
    merged = merge(BASE, one, other)
    clash = [field for field in FIELDS if len({value_at(plan, field) for plan in (BASE, one, other)}) == 3]
    if clash:
        assert merged is None
        return
    for field in FIELDS:
        before, here, there = (value_at(plan, field) for plan in (BASE, one, other))
        assert value_at(merged, field) == (here if here != before else there)
    assert merged == merge(BASE, other, one)
    assert merge(other, merged, other) == merged  # again changes nothing
    assert merge(one, one, merged) == merged


def test_a_segment_that_was_renamed_keeps_what_is_typed_for_it_elsewhere():
    mine = edits.rename_segment(BASE, "families", "Young families")
    theirs = written(BASE, "commitments.families.self_service.after", "We call.")
    merged = merge(BASE, mine, theirs)
    assert merged.venture.segments[1].name == "Young families"
    assert value_at(merged, "commitments.families.self_service.after") == "We call."


def test_what_one_side_removed_is_gone_unless_the_other_side_wrote_in_it():
    mine = edits.remove_segment(BASE, "families")
    assert merge(BASE, mine, written(BASE, "draft.text", "We call.")).draft.text == "We call."
    assert len(merge(BASE, mine, written(BASE, "draft.text", "We call.")).venture.segments) == 2
    assert merge(BASE, mine, written(BASE, "commitments.families.self_service.after", "We call.")) is None
    assert merge(BASE, written(BASE, "venture.segments.families.needs", "Safety"), mine) is None


def test_a_relationship_for_a_segment_that_the_other_side_removed_asks():
    mine = edits.remove_segment(BASE, "families")
    theirs = edits.choose_type(BASE, "families", RelationshipType.COMMUNITIES)
    assert merge(BASE, mine, theirs) is None


def test_what_both_sides_added_is_there_once_each_in_a_steady_order():
    mine = edits.add_segment(BASE, "Tourists", "tourists")
    theirs = edits.add_segment(BASE, "Schools", "schools")
    ids = [segment.id for segment in merge(BASE, mine, theirs).venture.segments]
    assert ids[:3] == list(SEGMENTS)
    assert sorted(ids[3:]) == ["schools", "tourists"]


def test_together_more_than_a_plan_can_hold_asks():
    mine = theirs = BASE
    for number in range(5):
        mine = edits.add_segment(mine, "x", f"mine-{number}")
        theirs = edits.add_segment(theirs, "x", f"theirs-{number}")
    assert merge(BASE, mine, theirs) is None


@pytest.mark.parametrize("side", [0, 1])
def test_checks_and_disagreements_join_too(side):
    moments = [datetime(2026, 3, 2, 12, minute, tzinfo=UTC) for minute in range(4)]
    checked = tuple(CheckedDraft(text=str(moment.minute), at=moment) for moment in moments)
    base = BASE.model_copy(update={"checked": checked[:2]})
    objection = Objection(mistake=Mistake.TOO_GENERAL, words="great service", because="It is.")
    mine = base.model_copy(update={"checked": checked[:3], "objections": (objection,)})
    theirs = base.model_copy(update={"checked": (*checked[:2], checked[3])})
    merged = merge(base, *((mine, theirs) if side else (theirs, mine)))
    assert merged.checked == checked[-3:]
    assert merged.objections == (objection,)
