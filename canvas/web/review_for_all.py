"""The remarks of one check for everybody at once: accepted, or taken back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from canvas.errors import StaleRevisionError
from canvas.models import limits
from canvas.models.finding import Report
from canvas.models.review import Review, ReviewState
from canvas.models.vocabulary import Mistake
from canvas.store.reviews import new_comment_id
from canvas.store.shared import the_store
from canvas.web.review_known import reports
from canvas.web.review_object import accepted_comment

_TRIES = 3
Change = Callable[[Review, Report], Review]


def accept_for_everybody(batch_id: str, reviewer: str, mistake: Mistake) -> dict[str, int]:
    """Accept the remarks of one check for all students who have it. Return how many, and who was left out."""

    def accepted(review: Review, report: Report) -> Review:
        if any(comment.mistake is mistake for comment in review.comments):
            return review
        comment = accepted_comment(mistake, report.findings[mistake], new_comment_id())
        return review.model_copy(update={"comments": (*review.comments, comment)})

    changed, left_out = _changed(batch_id, reviewer, mistake, accepted)
    return {"accepted": changed, "left_out": left_out}


def take_back_from_all(batch_id: str, reviewer: str, mistake: Mistake) -> dict[str, int]:
    """Take the accepted remarks of one check back; a comment whose words the reviewer changed stays."""

    def without(review: Review, report: Report) -> Review:
        says = accepted_comment(mistake, report.findings[mistake], new_comment_id()).says
        kept = tuple(one for one in review.comments if one.mistake is not mistake or one.says != says)
        return review.model_copy(update={"comments": kept})

    changed, left_out = _changed(batch_id, reviewer, mistake, without)
    return {"withdrawn": changed, "left_out": left_out}


def _changed(batch_id: str, reviewer: str, mistake: Mistake, change: Change) -> tuple[int, int]:
    """Change the reviews of all who have a mistake; return how many were changed, and how many had to stay.

    A released review stays, so does a full one, and one that is saved elsewhere again and again in these moments.
    """
    store = the_store()
    done = left_out = 0
    for key, report in reports(batch_id).items():
        if mistake not in report.flagged:
            continue
        for _ in range(_TRIES):
            review = store.review(batch_id, key, reviewer)
            new = change(review, report)
            if new == review:
                break
            if review.state is ReviewState.RELEASED or len(new.comments) > limits.COMMENTS:
                left_out += 1
                break
            try:
                store.save_review(batch_id, new, review.revision, datetime.now(UTC))
            except StaleRevisionError:
                continue
            done += 1
            break
        else:
            left_out += 1
    return done, left_out
