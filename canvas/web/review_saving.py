"""A change of one review, made anew on the newest one when another window saves in the same moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from canvas.errors import StaleRevisionError
from canvas.models.review import Review
from canvas.store.store import Store

_TRIES = 3


def changed_review(
    store: Store, batch_id: str, student: str, reviewer: str, change: Callable[[Review], Review], now: datetime
) -> tuple[Review, Review] | None:
    """Change a review and keep it; return it as it was and as it is now, None when it could not be saved.

    That is when it is saved elsewhere again and again in these moments. What changes nothing is not saved.
    """
    for _ in range(_TRIES):
        review = store.review(batch_id, student, reviewer)
        new = change(review)
        if new == review:
            return review, review
        with suppress(StaleRevisionError):
            return review, store.save_review(batch_id, new, review.revision, now)
    return None
