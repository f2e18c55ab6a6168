"""The remarks of one check for everybody at once: accepted, or taken back again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256

from canvas.errors import InputError
from canvas.models.finding import Finding
from canvas.models.review import Review, ReviewComment, ReviewState
from canvas.models.vocabulary import Mistake
from canvas.store.reviews import new_comment_id
from canvas.store.shared import the_store
from canvas.web.review_known import reports
from canvas.web.review_object import accepted_comment
from canvas.web.review_saving import changed_review

_SIGNS = 12


def accept_for_everybody(batch_id: str, reviewer: str, mistake: Mistake) -> dict[str, int]:
    """Accept the remarks of one check for all students who have it. Return how many, and who was left out."""
    having = {key: report for key, report in reports(batch_id).items() if mistake in report.flagged}

    def accepted(review: Review) -> Review:
        if any(comment.mistake is mistake for comment in review.comments):
            return review
        comment = _comment_for_all(mistake, having[review.student].findings[mistake])
        return review.model_copy(update={"comments": (*review.comments, comment)})

    changed, left_out = _changed(batch_id, reviewer, having, accepted)
    return {"accepted": changed, "left_out": left_out}


def take_back_from_all(batch_id: str, reviewer: str, mistake: Mistake) -> dict[str, int]:
    """Take back what was accepted for everybody; what was accepted by itself stays, and so do changed words."""

    def without(review: Review) -> Review:
        kept = tuple(one for one in review.comments if one.mistake is not mistake or not _stands_for_all(one))
        return review.model_copy(update={"comments": kept})

    having = [review.student for review in the_store().reviews(batch_id, reviewer) if without(review) != review]
    changed, left_out = _changed(batch_id, reviewer, having, without)
    return {"withdrawn": changed, "left_out": left_out}


def given_to_all(reviews: Iterable[Review]) -> dict[str, int]:
    """Return how many comments can be taken back from all, by mistake."""
    comments = (comment for review in reviews for comment in review.comments)
    return Counter(one.mistake.value for one in comments if one.mistake and _stands_for_all(one))


def _comment_for_all(mistake: Mistake, finding: Finding) -> ReviewComment:
    comment = accepted_comment(mistake, finding, new_comment_id())
    return comment.model_copy(update={"id": f"{_beginning(comment.says)}{comment.id}"})


def _stands_for_all(comment: ReviewComment) -> bool:
    """Tell whether a comment was accepted for everybody, and still says what it said then."""
    return comment.id.startswith(_beginning(comment.says))


def _beginning(says: str) -> str:
    """Return how the id of a comment for everybody begins: the id goes wherever the comment goes."""
    return f"all-{sha256(says.encode()).hexdigest()[:_SIGNS]}-"


def _changed(
    batch_id: str, reviewer: str, students: Iterable[str], change: Callable[[Review], Review]
) -> tuple[int, int]:
    """Change the reviews of these students; return how many were changed, and how many had to stay.

    A released review stays, so does a full one, and one that is saved elsewhere again and again in these moments.
    """

    def unless_released(review: Review) -> Review:
        new = change(review)
        if new != review and review.state is ReviewState.RELEASED:
            raise InputError("This review is released.", mend="Take it back first.")
        return new

    store = the_store()
    done = left_out = 0
    for key in students:
        try:
            found = changed_review(store, batch_id, key, reviewer, unless_released, datetime.now(UTC))
        except InputError:  # also of the store: the review is full
            found = None
        if found is None:
            left_out += 1
        else:
            done += found[0] != found[1]
    return done, left_out
