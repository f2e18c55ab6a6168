"""The section: the student's words, gaps visible, nothing said twice, every sentence with its answer."""

import pytest

from canvas.errors import InputError
from canvas.models.vocabulary import RelationshipType, Shape
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing import edits
from canvas.writing.section import build, sentence_for

STRANGE = "{{ 7*7 }} {% raw %} <script>alert(1)</script> __class__ 5*3*2 &amp; مرحبا 🙂"
SHAPES = pytest.mark.parametrize("shape", Shape)


@SHAPES
def test_every_sentence_knows_its_answer_and_each_answer_makes_one(plan, shape):
    origins = [sentence.origin for sentence in build(plan, shape).sentences]
    assert len(origins) == len(set(origins))
    assert {origin.split(".")[0] for origin in origins} <= {"venture", "commitments", "answers", "shape"}


def test_connectors_follow_the_form_of_the_answer(plan):
    text = build(plan, Shape.BY_SEGMENT).text
    assert "The relationship starts before the purchase: free test ride on Saturdays." in text
    assert "During the purchase, Mia shows three bikes" in text
    assert "At the same time, customers book a repair slot online." in text
    assert "Before the purchase, we invite parents to a Sunday ride." in text
    assert "After two months, Mia invites each family to a free check." in text
    assert "Personal assistance runs through Jana, our mechanic, within two hours." in text
    assert "This fits because they want safe bikes." in text
    assert "we keep our customers – a stamp card: every fifth" in text


def test_gaps_print_visibly(plan):
    assert set(build(plan, Shape.BY_SEGMENT).gaps) == {
        "[missing: what happens during the purchase]",
        "[missing: what happens after the purchase]",
        "[missing: how fast you answer]",
        "[missing: whether the relationship is personal or automated]",
    }


@pytest.mark.parametrize("nothing", ["-", "n/a", "None.", "?"])
def test_a_sign_for_nothing_is_a_gap(plan, nothing):
    plan = edits.set_commitment(plan, "commuters", RelationshipType.PERSONAL_ASSISTANCE, "before", nothing)
    assert "[missing: what happens before the purchase]" in build(plan, Shape.BY_SEGMENT).gaps


def test_a_segment_without_a_relationship_is_a_gap():
    workbook = Workbook(venture=Venture(segments=(Segment(id="a", name="Students"),)))
    assert "Students: [missing: which relationship you offer]" in build(workbook, Shape.BY_SEGMENT).text


@SHAPES
def test_an_empty_plan_still_builds(shape):
    assert "[missing: how you handle feedback and complaints]" in build(Workbook(), shape).text


@SHAPES
def test_what_a_cell_says_is_not_repeated_by_a_key_answer(plan, shape):
    assert build(plan, shape).text.casefold().count("free test ride") == 1


@SHAPES
def test_strange_words_neither_crash_nor_change(plan, shape):
    for field in ("before", "during", "after"):
        plan = edits.set_commitment(plan, "firms", RelationshipType.COMMUNITIES, field, STRANGE)
    plan = edits.set_answer(plan, "feedback", STRANGE + " again")
    assert STRANGE in build(plan, shape).text


def test_a_field_shows_the_sentence_it_makes(plan):
    assert sentence_for(plan, "commitments.firms.dedicated_personal_assistance.pace") == (
        "Dedicated personal assistance keeps this pace: every month."
    )
    both = "Personal assistance runs through Jana, our mechanic, within two hours."
    assert sentence_for(plan, "commitments.commuters.personal_assistance.who") == both
    assert sentence_for(plan, "commitments.commuters.personal_assistance.pace") == both


def test_an_empty_field_shows_no_sentence(plan):
    assert sentence_for(plan, "commitments.families.communities.during") == ""
    assert sentence_for(plan, "answers.personal_or_automated") == ""
    assert sentence_for(plan, "commitments.nobody.communities.during") == ""


def test_a_plan_too_long_for_a_draft_says_so():
    segments = tuple(Segment(id=f"s{number}", name=f"Segment {number}") for number in range(12))
    words = dict.fromkeys(("before", "during", "after"), "word " * 240)
    commitments = tuple(
        Commitment(segment=segment.id, type=type_, **words) for segment in segments for type_ in RelationshipType
    )
    with pytest.raises(InputError, match="too long"):
        build(Workbook(venture=Venture(segments=segments), commitments=commitments), Shape.BY_SEGMENT)


def test_a_field_of_a_plan_too_long_still_shows_its_sentence(plan):
    for type_ in RelationshipType:
        for field in ("before", "during", "after"):
            plan = edits.set_commitment(plan, "firms", type_, field, "word " * 240)
    assert sentence_for(plan, "answers.feedback") == "Jana answers complaints within a day."
