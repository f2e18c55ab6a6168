"""What the filled plan shows, as questions."""

import pytest

from canvas.checks.plan import plan_questions
from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Mistake, RelationshipType, Shape, Verdict
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing.section import build

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


def test_a_note_that_there_is_nothing_yet_fills_no_column():
    promised = Commitment(segment="s0", type=SELF, during="alone", after="n/a")
    assert ids(plan([promised], names=("Tourists",))) == {"nothing_after"}


def test_segments_without_a_name_are_not_compared():
    same = [Commitment(segment=segment, type=SELF, after="a call") for segment in ("s0", "s1")]
    assert "same_type_everywhere" not in ids(plan(same, names=("", "")))


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


def learner_plan():
    """A plan of three segments in learner English, each with another type."""
    texts = {
        PERSON: ("we show him the broken part and tell the price", "they watch me repair it", "me and Ali"),
        DEDICATED: ("call Omar, always Omar", "we go to their office and check all tablets", "Omar"),
        SELF: ("they put the phone in the box and take a number", "they look on the screen", "the box"),
    }
    commitments = [
        Commitment(segment=f"s{index}", type=kind, before=before, during=during, who=who)
        for index, (kind, (before, during, who)) in enumerate(texts.items())
    ]
    return plan(commitments, names=("People on the market", "Small firms", "Young people"))


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("made", [learner_plan, lambda: library().sample], ids=["learner", "sample"])
def test_a_plan_with_several_types_is_never_accused_of_one_type(made, shape):
    workbook = made()
    text = build(workbook, shape).text
    assert check_text(text, load_rules(), workbook).findings[Mistake.ONE_TYPE_FOR_ALL].verdict is Verdict.CLEAR
    assert check_text(text, load_rules()).findings[Mistake.ONE_TYPE_FOR_ALL].verdict is Verdict.CLEAR


@pytest.mark.parametrize("shape", Shape)
def test_the_names_of_types_alone_are_no_evidence(shape):
    commitments = [
        Commitment(segment=f"s{index}", type=kind, who="Ali") for index, kind in enumerate((PERSON, SELF))
    ]
    report = check_text(build(plan(commitments), shape).text, load_rules())
    assert report.types == ()
    assert report.findings[Mistake.ONE_TYPE_FOR_ALL].verdict is Verdict.FLAGGED


def test_where_the_text_forgets_the_types_of_the_plan_the_check_asks():
    commitments = [
        Commitment(segment="s0", type=PERSON, before="Our staff advise", after="a call"),
        Commitment(segment="s1", type=SELF, before="they book alone", after="a film"),
    ]
    text = "Our staff advise every visitor in the shop and answer questions on the phone."
    assert check_text(text, load_rules()).findings[Mistake.ONE_TYPE_FOR_ALL].verdict is Verdict.FLAGGED
    finding = check_text(text, load_rules(), plan(commitments)).findings[Mistake.ONE_TYPE_FOR_ALL]
    assert finding.verdict is Verdict.CLEAR
    assert "“Self-service”" in finding.ask


@pytest.mark.parametrize(
    ("during", "asked"),
    [
        ("they put the phone in the box", False),
        ("we mend the phone of the guest", False),
        ("we answer them by phone", True),
        ("we call them on the phone", True),
    ],
)
def test_a_means_of_contact_is_asked_about_and_a_thing_is_not(during, asked):
    commitment = Commitment(segment="s0", type=PERSON, during=during, after="a visit")
    found = ids(plan([commitment], names=("Tourists",), channels="A stand at the market"))
    assert found == ({"relationship_over_missing_channel"} if asked else set())


def test_the_sample_plan_of_the_lesson_fits_together():
    assert plan_questions(library().sample) == ()
