"""One comment for many: looked at before, changed for single students, never released unseen."""

import pytest

from canvas.desk.one_for_many import previewed, reanchored, with_comment
from canvas.desk.passages import Seen
from canvas.errors import InputError
from canvas.models.review import Review, ReviewComment, ReviewState
from canvas.models.vocabulary import Mistake

PLACES = (
    Seen(key="a", sentence="Great service for all.", quote="Great service", start=0, end=13),
    Seen(key="b", sentence="We give top quality.", quote="top quality", start=8, end=19),
    Seen(key="c"),
)
SAYS = "Any company could write {words}."


def test_everybody_is_shown_with_the_own_words():
    assert [(item.key, item.says) for item in previewed(PLACES, SAYS, {})] == [
        ("a", "Any company could write “Great service”."),
        ("b", "Any company could write “top quality”."),
        ("c", "Any company could write your text."),
    ]


def test_single_students_get_other_words_or_nothing():
    found = previewed(PLACES, SAYS, {}, {"a": "Who does it?", "b": None})
    assert [(item.key, item.says) for item in found] == [
        ("a", "Who does it?"),
        ("c", "Any company could write your text."),
    ]


def test_the_comment_stands_at_the_students_own_place():
    (planned, *_) = previewed(PLACES, SAYS, {})
    made = with_comment(Review(student="a"), planned, "x1", mistake=Mistake.TOO_GENERAL, bank="b1")
    (comment,) = made.comments
    assert (comment.quote, comment.start, comment.end) == ("Great service", 0, 13)
    assert (comment.mistake, comment.bank) == (Mistake.TOO_GENERAL, "b1")


def test_giving_it_again_changes_it_and_leaves_the_others():
    other = ReviewComment(id="own", says="Good.")
    review = Review(student="a", comments=(other,))
    for says in (SAYS, "Who does it?"):
        review = with_comment(review, previewed(PLACES[:1], says, {})[0], "x1")
    assert [(item.id, item.says) for item in review.comments] == [("own", "Good."), ("x1", "Who does it?")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ReviewState.DRAFT, ReviewState.DRAFT),
        (ReviewState.REVIEWED, ReviewState.REVIEWED),
        (ReviewState.RELEASED, ReviewState.REVIEWED),
    ],
)
def test_nothing_new_is_released_unseen(before, after):
    planned = previewed(PLACES, SAYS, {})[0]
    assert with_comment(Review(student="a", state=before), planned, "x1").state is after


@pytest.mark.parametrize(
    ("says", "kept", "why"),
    [
        ("  ", (), "no words"),
        ("x" * 1_201, (), "longer than 1,200"),
        (SAYS, tuple(ReviewComment(id=f"c{n}", says="x") for n in range(200)), "holds 200 comments"),
    ],
)
def test_what_cannot_be_added_is_said_before(says, kept, why):
    review = Review(student="a", comments=kept)
    (planned,) = previewed(PLACES[:1], says, {"a": review})
    assert why in planned.why_not
    with pytest.raises(InputError, match=why):
        with_comment(review, planned, "x1")


def test_comments_follow_their_words_into_a_new_text():
    comments = (
        ReviewComment(id="c1", says="1", quote="We call", start=0, end=7),
        ReviewComment(id="c2", says="2", quote="shop", start=30, end=34),
        ReviewComment(id="c3", says="3", quote="gone words", start=9, end=19),
        ReviewComment(id="c4", says="4"),
    )
    text = "shop. We call you from the new shop."
    moved = reanchored(Review(student="a", comments=comments), text).comments
    assert [(item.quote, item.start) for item in moved] == [("We call", 6), ("shop", 31), ("", 0), ("", 0)]
    assert all(text[item.start : item.end] == item.quote for item in moved)
    assert [item.says for item in moved] == ["1", "2", "3", "4"]
