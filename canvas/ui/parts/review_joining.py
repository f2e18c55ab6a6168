"""Another upload into a batch that is here: files are joined by student, reviews move along with their words."""

from __future__ import annotations

from canvas.desk.batch import ReadBatch, merged
from canvas.desk.one_for_many import reanchored
from canvas.errors import InputError, StaleRevisionError
from canvas.models.review import Batch
from canvas.ui import state
from canvas.ui.parts.review_words import PLATFORMS
from canvas.web.review_known import forget, reports


def join_batch(batch_id: str, found: ReadBatch) -> None:
    """Keep another upload of a batch; every review stays. InputError for files of another platform."""
    old = state.store().batch(batch_id)
    if old.platform is not found.batch.platform:
        raise InputError(
            f"This batch came from {PLATFORMS[old.platform]}, these files from {PLATFORMS[found.batch.platform]}.",
            mend="Choose the right platform above, or put them into a new batch.",
        )
    new = merged(old, found.batch)
    state.store().replace_batch(new, found.originals)
    forget()
    _move_comments(old, new)
    reports(batch_id)


def _move_comments(old: Batch, new: Batch) -> None:
    """Put the comments on a text that changed to where their words stand now."""
    before = {one.key: one.text for one in old.submissions}
    changed = {one.key: one.text for one in new.submissions if before.get(one.key, one.text) != one.text}
    store = state.store()
    for review in store.reviews(new.id):
        if review.student not in changed:
            continue
        moved = reanchored(review, changed[review.student])
        if moved != review:
            try:
                store.save_review(new.id, moved, review.revision, state.now())
            except StaleRevisionError:  # its reviewer writes at this moment; the desk finds the words by itself
                continue
