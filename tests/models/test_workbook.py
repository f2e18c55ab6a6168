"""A workbook always saves what a person can type, and refuses what no page can make."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from canvas.models import limits
from canvas.models.vocabulary import Level, Mistake, RelationshipType
from canvas.models.workbook import (
    CheckedDraft,
    Commitment,
    Draft,
    Objection,
    Segment,
    SelfRating,
    Venture,
    Workbook,
)


def test_an_empty_workbook_is_a_workbook():
    assert Workbook.model_validate_json(Workbook().model_dump_json()) == Workbook()


@pytest.mark.parametrize(
    "text", ["", "<script>", "{{ 7*7 }}", "__class__", "5*3*2", "مرحبا", "👩🏽‍🚀 ok", "a\tb\n- c"]
)
def test_what_a_person_types_stays_as_it_is(text):
    workbook = Workbook(venture=Venture(offer=text), draft=Draft(text=text))
    again = Workbook.model_validate_json(workbook.model_dump_json())
    assert (again.venture.offer, again.draft.text) == (text, text)


def test_control_characters_and_lone_surrogates_are_dropped_once():
    assert Venture(offer="a\x00b\ud800c\r\nd").offer == "abc\nd"


@pytest.mark.parametrize(
    "data",
    [
        {"venture": {"name": "x" * (limits.NAME + 1)}},
        {"venture": {"segments": [{"id": f"s{n}"} for n in range(limits.SEGMENTS + 1)]}},
        {"venture": {"segments": [{"id": "a"}, {"id": "a"}]}},
        {"unknown": 1},
        {"schema_number": 2},
        {"venture": {"segments": [{"id": "../etc"}]}},
    ],
)
def test_limits_unknown_fields_and_double_ids_are_refused(data):
    with pytest.raises(ValidationError):
        Workbook.model_validate(data)


def test_one_relationship_stands_once_in_a_segment():
    twice = Commitment(segment="a", type=RelationshipType.COMMUNITIES)
    with pytest.raises(ValidationError):
        Workbook(venture=Venture(segments=(Segment(id="a"),)), commitments=(twice, twice))


def test_a_file_from_before_receipts_still_loads():
    old = (
        '{"schema_number": 1, "title": "Bikes", "draft": {"text": "We call.", "shape": "by_segment", "built": []}}'
    )
    found = Workbook.model_validate_json(old)
    assert (found.checked, found.objections, found.self_assessment) == ((), (), ())


def test_what_was_checked_disputed_and_rated_survives_a_file():
    workbook = Workbook(
        checked=(CheckedDraft(text="We call.", at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),),
        objections=(Objection(mistake=Mistake.TOO_GENERAL, words="best service", because="It is our slogan."),),
        self_assessment=(SelfRating(row="journey", level=Level.GOOD),),
    )
    assert Workbook.model_validate_json(workbook.model_dump_json()) == workbook
    assert len({workbook, Workbook()}) == 2  # a plan is the key of a cache


@pytest.mark.parametrize(
    "data",
    [
        {"checked": [{"text": "a", "at": "2026-03-01T09:30:00"}]},
        {"checked": [{"text": "a", "at": "2026-03-01T09:30:00Z"}] * (limits.CHECKED + 1)},
        {"objections": [{"mistake": "too_short"}]},
        {"objections": [{"mistake": "too_general", "words": "x" * (limits.QUOTED + 1)}]},
        {"self_assessment": [{"row": "journey", "level": "perfect"}]},
        {"self_assessment": [{"row": "journey", "level": "good"}, {"row": "journey", "level": "basic"}]},
    ],
)
def test_checks_disagreements_and_ratings_have_limits(data):
    with pytest.raises(ValidationError):
        Workbook.model_validate(data)
