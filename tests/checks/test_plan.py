"""What the filled plan shows, as questions."""

import pytest

from canvas.checks.plan import plan_questions
from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Mistake, RelationshipType, Verdict
from canvas.models.workbook import Commitment, Segment, Venture, Workbook

SELF, PERSON = RelationshipType.SELF_SERVICE, RelationshipType.PERSONAL_ASSISTANCE
DEDICATED = RelationshipType.DEDICATED_PERSONAL_ASSISTANCE


def plan(commitments=(), names=("Tourists", "Hotels"), **venture):
    segments = tuple(Segment(id=f"s{index}", name=name) for index, name in enumerate(names))
    return Workbook(venture=Venture(segments=segments, **venture), commitments=tuple(commitments))


def ids(workbook):
    return {question.id for question in plan_questions(workbook)}


def test_a_segment_without_a_relationship_is_asked_about():
    workbook = plan([Commitment(segment="s0", type=SELF, after="a call")])
    (question,) = plan_questions(workbook)
    assert (question.id, question.origin) == ("segment_without_relationship", "venture.segments.s1.name")
    assert "Hotels" in question.ask


def test_the_same_single_type_for_two_segments_is_asked_about():
    same = [Commitment(segment=segment, type=SELF, after="a call") for segment in ("s0", "s1")]
    assert ids(plan(same)) == {"same_type_everywhere"}


def test_an_empty_column_after_is_asked_about():
    assert ids(plan([Commitment(segment="s0", type=SELF, during="alone")], names=("Tourists",))) == {
        "nothing_after"
    }


@pytest.mark.parametrize(
    ("commitment", "venture", "expected"),
    [
        (
            Commitment(segment="s0", type=PERSON, during="We fit shoes in the shop", after="a call"),
            {"channels": "Website and Instagram"},
            "relationship_over_missing_channel",
        ),
        (
            Commitment(segment="s0", type=SELF, after="a film"),
            {"value_proposition": "Premium advice on wine"},
            "promise_without_a_person",
        ),
        (
            Commitment(segment="s0", type=DEDICATED, after="a call"),
            {"value_proposition": "The cheapest gloves in town"},
            "dedicated_person_for_low_price",
        ),
    ],
)
def test_a_misfit_with_another_block_is_asked_about(commitment, venture, expected):
    assert ids(plan([commitment], names=("Tourists",), **venture)) == {expected}


def test_an_empty_plan_raises_no_question():
    assert plan_questions(Workbook()) == ()


def test_with_one_segment_one_type_is_a_question_and_no_mistake():
    workbook = plan([Commitment(segment="s0", type=PERSON, after="a call")], names=("Tourists",))
    text = "Our staff advise every visitor in the shop and answer questions on the phone."
    finding = check_text(text, load_rules(), workbook).findings[Mistake.ONE_TYPE_FOR_ALL]
    assert finding.verdict is Verdict.CLEAR
    assert "Tourists" in finding.ask


def test_the_sample_plan_of_the_lesson_fits_together():
    assert plan_questions(library().sample) == ()
