"""A workbook always saves what a person can type, and refuses what no page can make."""

import pytest
from pydantic import ValidationError

from canvas.models import limits
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Draft, Segment, Venture, Workbook


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
