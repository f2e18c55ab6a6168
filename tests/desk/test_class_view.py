"""The class at a glance: every figure leads to the students and their sentences."""

import pytest

from canvas.desk.class_view import class_view, commonest, waiting_objections
from canvas.models.intake import Origin
from canvas.models.review import ObjectionReply, Review
from canvas.models.vocabulary import Mistake, RelationshipType, Stage
from canvas.models.workbook import Commitment, Objection, Segment, Venture, Workbook

from .class_of import batch_of, reports_of, student

VAGUE = "We offer excellent service and high quality at all times. Our team is always friendly and professional."
GOOD = (
    "Tourists unlock a bicycle alone in the app. Each hotel has one contact, Mara, who visits every spring. "
    "Two weeks after a purchase our staff call every buyer and ask how the bicycle runs."
)
PLAN = Workbook(
    venture=Venture(segments=(Segment(id="a", name="Tourists"), Segment(id="b", name="Hotels"), Segment(id="c"))),
    commitments=(Commitment(segment="a", type=RelationshipType.SELF_SERVICE),),
    objections=(
        Objection(mistake=Mistake.TOO_GENERAL, words="excellent service", because="We say how."),
        Objection(mistake=Mistake.NO_AFTER_SALES, because="We sell once."),
    ),
)


@pytest.fixture
def batch():
    return batch_of(
        student("v1", VAGUE, late=True),
        student("g1", GOOD, origin=Origin.EDITED, workbook=PLAN),
        student("v2", VAGUE, late=False),
        student("e1", "Nothing."),
        missing=(("m1", "Mia"),),
    )


@pytest.fixture
def view(batch):
    return class_view(batch, reports_of(batch))


def count_of(view, mistake):
    return next(count for count in view.mistakes if count.mistake is mistake)


def test_each_mistake_names_its_students_once(view):
    general = count_of(view, Mistake.TOO_GENERAL)
    assert (general.flagged, general.clear, general.skipped) == (("v1", "v2"), ("g1",), ("e1",))


def test_the_words_lead_to_their_sentences(batch, view):
    texts = {one.key: one.text for one in batch.submissions}
    places = count_of(view, Mistake.TOO_GENERAL).places
    assert {place.key for place in places} == {"v1", "v2"}
    for place in places:
        assert texts[place.key][place.start : place.end] == place.quote
        assert place.quote in place.sentence


def test_an_absence_has_a_place_without_words(view):
    absent = count_of(view, Mistake.NO_AFTER_SALES)
    assert {place.key for place in absent.places} == set(absent.flagged)
    assert all(place.quote == "" for place in absent.places)


def test_types_and_stages_name_their_students(view):
    types = {count.type: count for count in view.types}
    assert types[RelationshipType.SELF_SERVICE].students == ("g1",)
    assert "app" in types[RelationshipType.SELF_SERVICE].places[0].sentence
    assert set(types) == set(RelationshipType)
    assert {count.stage: count.students for count in view.stages}[Stage.AFTER] == ("g1",)


def test_coverage_is_told_where_there_is_a_plan(view):
    (found,) = view.coverage
    assert (found.key, found.segments, found.treated) == ("g1", 3, 1)
    assert found.open_segments == ("Hotels", "A segment without a name")


def test_lengths_late_changed_and_missing(view):
    assert {group.fewest: group.students for group in view.lengths if group.students} == {
        0: ("v1", "g1", "v2", "e1"),
    }
    assert view.median == 17
    assert (view.late, view.changed, view.missing) == (("v1",), ("g1",), (("m1", "Mia"),))


def test_objections_wait_until_a_review_answers_them(batch, view):
    assert [(item.key, item.mistake) for item in view.objections] == [
        ("g1", Mistake.TOO_GENERAL),
        ("g1", Mistake.NO_AFTER_SALES),
    ]
    reply = ObjectionReply(
        mistake=Mistake.TOO_GENERAL, words="excellent service", accepted=False, reply="Look again."
    )
    reviews = (Review(student="g1", reviewer="Ada", replies=(reply,)),)
    assert [item.mistake for item in waiting_objections(batch, reviews)] == [Mistake.NO_AFTER_SALES]
    other = (Review(student="v1", reviewer="Ada", replies=(reply,)),)
    assert len(waiting_objections(batch, other)) == 2


def test_who_was_not_checked_yet_counts_nowhere(batch):
    reports = reports_of(batch)
    del reports["v1"]
    view = class_view(batch, reports)
    assert (view.students, view.checked) == (4, 3)
    assert count_of(view, Mistake.TOO_GENERAL).flagged == ("v2",)


def test_the_commonest_come_first_and_none_that_nobody_makes(view):
    counts = [len(count.flagged) for count in commonest(view)]
    assert counts == sorted(counts, reverse=True)
    assert 0 not in counts
    assert len(commonest(view, 1)) == 1


def test_an_empty_batch_has_an_empty_view():
    view = class_view(batch_of(), {})
    assert (view.students, view.median, commonest(view)) == (0, 0, ())
