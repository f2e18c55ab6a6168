"""One comment for many students: written once, looked at, changed where it has to be, and added to each review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from canvas.desk.passages import Seen
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.review import Review, ReviewComment, ReviewState
from canvas.models.vocabulary import Mistake

WORDS = "{words}"
"""What stands in a comment for the student's own words."""


class PlannedComment(Frozen):
    """The comment one student would get. why_not: why it cannot be added, "" when it can."""

    key: str
    place: Seen
    says: str
    why_not: str = ""


def previewed(
    places: Sequence[Seen],
    says: str,
    reviews: Mapping[str, Review],
    changes: Mapping[str, str | None] | None = None,
) -> tuple[PlannedComment, ...]:
    """Return what each student would get, before anything is kept. reviews: the reviewer's own, by key.

    says: `{words}` in it becomes the student's own words. changes: other words for a student, None to leave
    the student out.
    """
    own = changes or {}
    return tuple(
        _planned(place, own.get(place.key, says) or "", reviews.get(place.key))
        for place in places
        if own.get(place.key, says) is not None
    )


def with_comment(
    review: Review,
    planned: PlannedComment,
    comment_id: str,
    *,
    mistake: Mistake | None = None,
    bank: str | None = None,
) -> Review:
    """Return the review with the comment added; one with the same id is replaced, so that it can be changed.

    mistake: the automatic remark it stands for. A review that was released goes back to reviewed, so that nothing
    reaches a student unseen. Raises InputError for a comment that cannot be added.
    """
    if planned.why_not:
        raise InputError(planned.why_not, where=planned.key)
    place = planned.place
    comment = ReviewComment(
        id=comment_id,
        says=planned.says,
        quote=place.quote,
        start=place.start,
        end=place.end,
        mistake=mistake,
        bank=bank,
    )
    kept = tuple(one for one in review.comments if one.id != comment_id)
    state = ReviewState.REVIEWED if review.state is ReviewState.RELEASED else review.state
    return review.model_copy(update={"comments": (*kept, comment), "state": state})


def reanchored(review: Review, text: str) -> Review:
    """Return the review with its comments on a text that was handed in anew.

    A comment moves to where its words stand now, the nearest place first; one whose words are gone stays, about
    the whole text, and quotes nothing.
    """
    return review.model_copy(update={"comments": tuple(_moved(comment, text) for comment in review.comments)})


def _planned(place: Seen, says: str, review: Review | None) -> PlannedComment:
    told = says.replace(WORDS, f"“{place.quote}”" if place.quote else "your text").strip()
    return PlannedComment(key=place.key, place=place, says=told, why_not=_why_not(told, review))


def _why_not(says: str, review: Review | None) -> str:
    if not says:
        return "The comment has no words."
    if len(says) > limits.ANSWER:
        return f"The comment is longer than {limits.ANSWER:,} characters."
    if review and len(review.comments) >= limits.COMMENTS:
        return f"This review holds {limits.COMMENTS} comments already."
    return ""


def _moved(comment: ReviewComment, text: str) -> ReviewComment:
    if not comment.quote or text[comment.start : comment.end] == comment.quote:
        return comment
    places = []
    at = text.find(comment.quote)
    while at >= 0:
        places.append(at)
        at = text.find(comment.quote, at + 1)
    if not places:
        return comment.model_copy(update={"quote": "", "start": 0, "end": 0})
    start = min(places, key=lambda place: (abs(place - comment.start), place))
    return comment.model_copy(update={"start": start, "end": start + len(comment.quote)})
