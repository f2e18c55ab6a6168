"""Second marking: agreement by row, the largest differences first, and files that travel between reviewers."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from canvas.desk.marking import default_rubric
from canvas.desk.reviews_file import joined, reviews_file, reviews_from_file
from canvas.desk.second_marking import agreement, weighted_kappa
from canvas.errors import InputError
from canvas.models.review import Review, ReviewComment, Skipped

from .class_of import batch_of, student

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ROWS = [row.id for row in default_rubric().rows]


def review(key, reviewer="Ada", *levels, **fields):
    return Review(student=key, reviewer=reviewer, levels=dict(zip(ROWS, levels, strict=False)), **fields)


def test_equal_shares_and_kappa_are_told_for_each_row():
    first = [review("a", "Ada", 3, 0), review("b", "Ada", 2, 1), review("c", "Ada", 0, 1), review("d", "Ada", 1)]
    second = [review("a", "Bob", 3, 3), review("b", "Bob", 2, 1), review("c", "Bob", 1, 1), review("e", "Bob", 1)]
    found = agreement(first, second, default_rubric())
    assert (found.first, found.second) == ("Ada", "Bob")
    assert (found.only_first, found.only_second) == (("d",), ("e",))
    journey, segments, *rest = found.rows
    assert (journey.row, journey.both, journey.equal.part) == ("journey", 3, 2)
    assert journey.kappa == pytest.approx(0.857, abs=0.001)
    assert segments.kappa < 0.1
    assert all((row.both, row.kappa) == (0, None) for row in rest)


@pytest.mark.parametrize(
    ("rated", "kappa"),
    [
        ([(0, 0), (3, 3), (1, 1)], 1.0),
        ([(0, 3), (3, 0)], -1.0),
        ([(2, 2), (2, 2)], None),
        ([(1, 2)], None),
        ([], None),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], 0.0),
        ([(0, 0), (1, 1), (2, 2), (2, 3)], 0.875),  # 1 apart, and by chance 32 in 16 pairs: 8 in 4
    ],
)
def test_weighted_kappa(rated, kappa):
    assert weighted_kappa(rated) == kappa


def test_the_largest_differences_come_first():
    first = [
        review("a", "Ada", 3, 3, 3, 3, 3),
        review("b", "Ada", 0, 0, 0, 0, 0),
        review("c", "Ada", 2, 2, 2, 2, 2),
    ]
    second = [
        review("a", "Bob", 2, 3, 3, 3, 3),
        review("b", "Bob", 3, 3, 3, 3, 3),
        review("c", "Bob", 2, 2, 2, 2, 2),
    ]
    found = agreement(first, second, default_rubric()).differences
    assert [(item.key, item.apart, item.steps) for item in found] == [
        ("b", Decimal(10), 15),
        ("a", Decimal("0.5"), 1),
    ]
    assert [(row.row, row.first, row.second) for row in found[1].rows] == [("journey", 3, 2)]


def test_marks_that_are_not_complete_differ_by_their_levels_only():
    (found,) = agreement([review("a", "Ada", 3)], [review("a", "Bob", 1)], default_rubric()).differences
    assert (found.apart, found.first_mark, found.steps) == (None, None, 2)


def test_reviewers_own_marks_are_compared_too():
    first, second = (
        Review(student="a", reviewer=name, override=Decimal(mark)) for name, mark in (("A", 4), ("B", 9))
    )
    (found,) = agreement([first], [second], default_rubric()).differences
    assert found.apart == 5


@pytest.fixture
def batch():
    return batch_of(student("a", "x"), student("b", "y"), skipped=(Skipped(path="p", why="?", key="s"),))


def test_a_file_travels_without_private_notes(batch):
    comment = ReviewComment(id="c1", says="Who?", quote="x", start=0, end=1)
    mine = review("a", "Ada", 3, private_note="Do not tell.", comments=(comment,), saved_at=NOON, revision=4)
    data = reviews_file(batch, [mine, review("b", "Bob", 1)], "Ada")
    assert b"Do not tell" not in data
    held = reviews_from_file(data)
    assert (held.reviewer, held.batch, held.title) == ("Ada", "class", "Class 3b")
    assert held.reviews == (mine.model_copy(update={"private_note": ""}),)
    assert reviews_file(batch, [mine], "Ada") == reviews_file(batch, [mine], "Ada")


def test_a_colleagues_file_replaces_only_what_is_older(batch):
    new = [review(key, "Bob", 2, saved_at=NOON) for key in ("a", "b", "s", "z")]
    kept = {
        "a": review("a", "Bob", 1, saved_at=NOON - timedelta(days=1), revision=3, private_note="mine"),
        "b": review("b", "Bob", 3, saved_at=NOON + timedelta(days=1), revision=9),
    }
    found = joined(reviews_from_file(reviews_file(batch, new, "Bob")), batch, kept)
    assert [(one.student, one.revision, one.private_note) for one in found.new] == [("a", 3, "mine"), ("s", 0, "")]
    assert (found.older, found.strangers) == (("b",), ("z",))


def test_the_same_file_twice_changes_nothing_and_a_later_one_does(batch):
    first = review("a", "Bob", 2, saved_at=NOON)
    held = reviews_from_file(reviews_file(batch, [first], "Bob"))
    kept = {one.student: one for one in joined(held, batch, {}).new}
    assert joined(held, batch, kept).new == ()
    later = first.model_copy(update={"saved_at": NOON + timedelta(minutes=1), "summary": "More."})
    assert len(joined(reviews_from_file(reviews_file(batch, [later], "Bob")), batch, kept).new) == 1


def test_a_file_of_another_class_is_refused(batch):
    held = reviews_from_file(reviews_file(batch, [review("x", "Bob", 2)], "Bob"))
    with pytest.raises(InputError, match="another class"):
        joined(held, batch, {})


def changed(batch, **new):
    data = json.loads(reviews_file(batch, [review("a", "Bob", 2)], "Bob"))
    return json.dumps(data | new).encode()


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ({"kind": "holiday photos"}, "holds no reviews"),
        ({"format": 2}, "format"),
        ({"reviewer": "Eve"}, "changed"),
        ({"more": 1}, "more"),
        ({"reviews": [{"student": ""}]}, "student"),
        ({"reviews": [{"student": "a", "reviewer": "Bob"}] * 2}, "one review a student"),
    ],
)
def test_a_file_that_was_changed_is_refused_in_clear_words(batch, new, says):
    with pytest.raises(InputError, match=says):
        reviews_from_file(changed(batch, **new))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b'{"kind":'])
def test_what_is_no_file_of_reviews_is_refused(data):
    with pytest.raises(InputError, match="holds no reviews"):
        reviews_from_file(data)
