"""Edits: pure, validated, and nothing belonging to a segment is lost or left behind."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.vocabulary import KeyQuestion, Level, Mistake, RelationshipType
from canvas.writing import edits


def test_an_edit_leaves_the_old_workbook_alone(plan):
    new = edits.set_venture(plan, "offer", "Cargo bikes")
    assert (new.venture.offer, plan.venture.offer) == ("Cargo bikes", "City bikes and repairs")


def test_renaming_a_segment_keeps_its_relationships(plan):
    new = edits.rename_segment(plan, "firms", "Companies")
    assert new.venture.segments[2].name == "Companies"
    assert new.commitments == plan.commitments


def test_removing_a_segment_removes_its_relationships(plan):
    new = edits.remove_segment(plan, "commuters")
    assert [segment.id for segment in new.venture.segments] == ["families", "firms"]
    assert {item.segment for item in new.commitments} == {"families", "firms"}


def test_choosing_a_type_twice_changes_nothing(plan):
    assert edits.choose_type(plan, "firms", RelationshipType.DEDICATED_PERSONAL_ASSISTANCE) is plan


def test_dropping_a_type_takes_only_this_one(plan):
    new = edits.drop_type(plan, "commuters", RelationshipType.SELF_SERVICE)
    assert len(new.commitments) == len(plan.commitments) - 1


def test_words_beyond_the_limit_are_refused(plan):
    with pytest.raises(ValidationError):
        edits.set_answer(plan, KeyQuestion.GROW, "x" * 1_201)


def test_the_thirteenth_segment_is_refused(plan):
    for number in range(9):
        plan = edits.add_segment(plan, "More", f"more-{number}")
    with pytest.raises(InputError, match="12 segments"):
        edits.add_segment(plan, "Too many", "too-many")


def test_unknown_fields_and_segments_are_named(plan):
    with pytest.raises(InputError, match="no field"):
        edits.set_venture(plan, "segments", "x")
    with pytest.raises(InputError, match="not in the plan"):
        edits.rename_segment(plan, "nobody", "x")


def test_suggestions_come_from_the_plan(plan):
    assert edits.suggestion_for(plan, KeyQuestion.ATTRACT).splitlines() == [
        "Commuters: Free test ride on Saturdays.",
        "Young families: Invite parents to a Sunday ride.",
        "Local firms: One visit a year.",
    ]
    assert "Commuters: personal assistance and self-service." in edits.suggestion_for(
        plan, KeyQuestion.PERSONAL_OR_AUTOMATED
    )
    assert edits.suggestion_for(plan, KeyQuestion.GROW) == ""


def test_feedback_is_suggested_from_cells_that_speak_of_it(plan):
    said = "Guests rate the repair, and we answer each complaint in a day"
    plan = edits.set_commitment(plan, "firms", RelationshipType.CO_CREATION, "after", said)
    told = "Local firms: Guests rate the repair, and we answer each complaint in a day."
    assert edits.suggestion_for(plan, KeyQuestion.FEEDBACK) == told


def test_using_every_suggestion_adds_nothing_to_the_section(plan):
    from canvas.models.vocabulary import Shape
    from canvas.writing.section import build

    for question in KeyQuestion:
        plan = edits.set_answer(plan, question, edits.suggestion_for(plan, question))
    text = build(plan, Shape.BY_SEGMENT).text
    assert text.casefold().count("sunday ride") == 1
    assert "personal or automated" not in text


def test_a_rename_follows_into_an_answer_that_was_taken_over(plan):
    taken = edits.suggestion_for(plan, KeyQuestion.ATTRACT)
    plan = edits.set_answer(plan, KeyQuestion.ATTRACT, f"{taken}\nLocal firms like us.")
    new = edits.rename_segment(plan, "firms", "Companies")
    assert new.answers.attract.splitlines()[2:] == ["Companies: One visit a year.", "Local firms like us."]
    assert edits.suggestion_for(new, KeyQuestion.ATTRACT) in new.answers.attract
    for name in ("Companie", "Compani", ""):  # a name that is typed is renamed letter by letter
        new = edits.rename_segment(new, "firms", name)
    assert "Customers: One visit a year." in new.answers.attract


def test_a_line_that_was_edited_keeps_its_words(plan):
    mine = "Local firms: One visit a year, in May."
    plan = edits.set_answer(plan, KeyQuestion.ATTRACT, mine)
    assert edits.rename_segment(plan, "firms", "Companies").answers.attract == mine


def test_a_name_that_makes_an_answer_too_long_leaves_it(plan):
    taken = edits.suggestion_for(plan, KeyQuestion.ATTRACT)
    plan = edits.set_answer(plan, KeyQuestion.ATTRACT, taken + "\n" + "x" * (1_190 - len(taken)))
    new = edits.rename_segment(plan, "firms", "Companies of every size and of every trade")
    assert new.answers == plan.answers


NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_the_last_checked_drafts_are_kept_each_once(plan):
    assert edits.remember_check(plan, NINE) is plan  # nothing is written yet
    for hour, text in enumerate(["one", "one", "two", "three", "four"]):
        plan = edits.remember_check(edits.set_draft_text(plan, text), NINE + timedelta(hours=hour))
    assert [item.text for item in plan.checked] == ["two", "three", "four"]
    assert plan.checked[-1].at == NINE + timedelta(hours=4)


def test_a_reason_is_kept_once_for_its_words_and_can_be_taken_back(plan):
    plan = edits.disagree(plan, Mistake.TOO_GENERAL, "best service", "It is our slogan.")
    plan = edits.disagree(plan, Mistake.NO_AFTER_SALES, "", "A meal is over.")
    plan = edits.disagree(plan, Mistake.TOO_GENERAL, "best service", "It is our name.")
    assert [item.because for item in plan.objections] == ["A meal is over.", "It is our name."]
    assert [item.mistake for item in edits.withdraw(plan, plan.objections[0]).objections] == [Mistake.TOO_GENERAL]


def test_only_so_many_reasons_can_be_kept(plan):
    for number in range(limits.OBJECTIONS):
        plan = edits.disagree(plan, Mistake.TOO_GENERAL, f"words {number}", "Because.")
    assert edits.disagree(plan, Mistake.TOO_GENERAL, "words 7", "Again.").objections[-1].because == "Again."
    with pytest.raises(InputError):
        edits.disagree(plan, Mistake.TOO_GENERAL, "one more", "Because.")


def test_a_row_is_rated_once_and_the_rating_can_go(plan):
    plan = edits.rate(edits.rate(plan, "journey", Level.GOOD), "journey", Level.BASIC)
    assert [(item.row, item.level) for item in plan.self_assessment] == [("journey", Level.BASIC)]
    assert edits.rate(plan, "journey", None).self_assessment == ()
