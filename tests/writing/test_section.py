"""The section: the student's words, gaps visible, nothing said twice, every sentence with its answer."""

import pytest

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.errors import InputError
from canvas.models.vocabulary import KeyQuestion, RelationshipType, Shape, Stage
from canvas.models.workbook import Commitment, KeyAnswers, Segment, Venture, Workbook
from canvas.writing import edits
from canvas.writing.section import build, sentence_for

STRANGE = "{{ 7*7 }} {% raw %} <script>alert(1)</script> __class__ 5*3*2 &amp; مرحبا 🙂"
FIRMS = ("firms", RelationshipType.DEDICATED_PERSONAL_ASSISTANCE)
SHAPES = pytest.mark.parametrize("shape", Shape)


@SHAPES
def test_every_sentence_knows_its_answer_and_each_answer_makes_one(plan, shape):
    origins = [sentence.origin for sentence in build(plan, shape).sentences]
    assert len(origins) == len(set(origins))
    assert {origin.split(".")[0] for origin in origins} <= {"venture", "commitments", "answers", "shape"}


def test_connectors_follow_the_form_of_the_answer(plan):
    text = build(plan, Shape.BY_SEGMENT).text
    assert "Before the purchase: free test ride on Saturdays." in text
    assert "During the purchase, Mia shows three bikes" in text
    assert "Also during the purchase, customers book a repair slot online." in text
    assert "Before the purchase, we invite parents to a Sunday ride." in text
    assert "After two months, Mia invites each family to a free check." in text
    assert "Personal assistance is given by Jana, our mechanic, within two hours." in text
    assert "This fits because they want safe bikes." in text
    assert "we keep our customers – a stamp card: every fifth" in text


def test_gaps_print_visibly(plan):
    assert set(build(plan, Shape.BY_SEGMENT).gaps) == {
        "[missing: what happens during the purchase]",
        "[missing: what happens after the purchase]",
        "[missing: whether the relationship is personal or automated]",
    }


@pytest.mark.parametrize("nothing", ["-", "n/a", "None.", "?", "i dont know yet", "Later"])
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
        "This is the pace: every month."
    )
    both = "Personal assistance is given by Jana, our mechanic, within two hours."
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


def test_entries_of_a_cell_keep_their_stage(plan):
    plan = edits.set_commitment(plan, *FIRMS, "after", "- i call each firm\n- they rate us")
    assert "After the purchase, I call each firm; they rate us." in build(plan, Shape.BY_SEGMENT).text


@pytest.mark.parametrize(
    ("who", "pace", "says"),
    [
        ("me", "every month", "I take care of this myself, every month."),
        ("We", "", "We take care of this ourselves."),
        ("i and my sister", "", "I and my sister take care of this."),
        ("i answer the phone", "within an hour", "I answer the phone, within an hour."),
        ("our two mechanics", "same day", "This is handled by our two mechanics (same day)."),
        ("later", "Every month", "This is the pace: every month."),
    ],
)
def test_who_does_it_reads_right(plan, who, pace, says):
    plan = edits.set_commitment(edits.set_commitment(plan, *FIRMS, "who", who), *FIRMS, "pace", pace)
    assert sentence_for(plan, "commitments.firms.dedicated_personal_assistance.who") == says


def without_time(kind):
    return Workbook(
        venture=Venture(segments=(Segment(id="a", name="Students"), Segment(id="b", name="Firms"))),
        commitments=tuple(Commitment(segment=id_, type=kind, during="We talk", after="We ask") for id_ in "ab"),
    )


def pace_gaps(workbook):
    return build(workbook, Shape.BY_SEGMENT).gaps.count("[missing: how fast you answer]")


def test_the_pace_is_one_gap_and_only_where_a_person_answers():
    assert pace_gaps(without_time(RelationshipType.PERSONAL_ASSISTANCE)) == 1
    assert pace_gaps(without_time(RelationshipType.DEDICATED_PERSONAL_ASSISTANCE)) == 1
    for kind in set(RelationshipType) - {
        RelationshipType.PERSONAL_ASSISTANCE,
        RelationshipType.DEDICATED_PERSONAL_ASSISTANCE,
    }:
        assert pace_gaps(without_time(kind)) == 0


def test_a_segment_for_which_nothing_happens_yet_has_no_gap_of_pace():
    kind = RelationshipType.PERSONAL_ASSISTANCE
    bare = Workbook(
        venture=Venture(segments=(Segment(id="a", name="Students"),)),
        commitments=(Commitment(segment="a", type=kind, during="later"),),
    )
    assert pace_gaps(bare) == 0


@pytest.mark.parametrize("words", ["We call after two weeks", "We answer the same day", "Ben comes every Monday"])
def test_a_time_in_the_plan_is_a_pace(words):
    kind = RelationshipType.PERSONAL_ASSISTANCE
    one = without_time(kind).model_copy(
        update={"commitments": (Commitment(segment="a", type=kind, during="We talk"),)}
    )
    assert pace_gaps(one) == 1
    assert pace_gaps(edits.set_commitment(one, "a", kind, "after", words)) == 0
    assert pace_gaps(edits.set_answer(one, "feedback", words)) == 0
    assert pace_gaps(edits.set_commitment(one, "a", kind, "pace", "quickly")) == 0


def test_an_answer_taken_over_is_left_out_whole_or_printed_whole(plan):
    taken = edits.suggestion_for(plan, KeyQuestion.PERSONAL_OR_AUTOMATED)
    plan = edits.set_answer(plan, KeyQuestion.PERSONAL_OR_AUTOMATED, taken)
    assert "Commuters: personal" not in build(plan, Shape.BY_SEGMENT).text
    changed = edits.drop_type(plan, "commuters", RelationshipType.SELF_SERVICE)
    assert " ".join(taken.splitlines()) in build(changed, Shape.BY_SEGMENT).text


def test_own_words_beside_a_taken_over_answer_stay(plan):
    taken = edits.suggestion_for(plan, KeyQuestion.ATTRACT)
    plan = edits.set_answer(plan, KeyQuestion.ATTRACT, f"Everybody gets a bell.\n{taken}")
    text = build(plan, Shape.BY_SEGMENT).text
    assert "Everybody gets a bell." in text
    assert "Local firms: One visit" not in text


@SHAPES
def test_no_connector_is_evidence_of_a_relationship_or_of_the_time_after(plan, shape):
    words = dict.fromkeys(KeyAnswers.model_fields, "Zorb blim")
    commitments = tuple(
        item.model_copy(update=dict.fromkeys(("before", "during", "who", "pace"), "Zorb blim") | {"after": ""})
        for item in plan.commitments
    )
    bare = plan.model_copy(update={"answers": KeyAnswers(**words), "commitments": commitments})
    bare = edits.set_venture(edits.set_venture(bare, "offer", "Zorb"), "value_proposition", "Blim")
    report = check_text(build(bare, shape).text, load_rules())
    assert report.types == ()
    if shape is not Shape.ALONG_THE_JOURNEY:  # there, "After the purchase:" stands as a heading of its own
        assert Stage.AFTER not in report.stages
