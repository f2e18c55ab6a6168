"""Another upload into a batch that is here: files are joined by student, reviews move along with their words."""

from __future__ import annotations

from canvas.desk.batch import ReadBatch
from canvas.desk.one_for_many import reanchored
from canvas.errors import StaleRevisionError
from canvas.models.counted import counted
from canvas.models.review import Batch, ReviewState
from canvas.ui import state
from canvas.ui.parts.review_data import student_name
from canvas.web.review_known import known, reports

TOLD = "joined_told"
"""Session key of what an upload brought, to be said once on the desk."""
_MOST_NAMED = 12


def join_batch(batch_id: str, found: ReadBatch) -> str:
    """Keep another upload of a batch; every review stays. Return what came, in words.

    InputError for files of another platform.
    """
    old, new = state.store().add_upload(batch_id, found.batch, found.originals)
    changed = _changed(old, new)
    _move_comments(new, changed)
    reports(batch_id)
    return _told(new, len(new.submissions) - len(old.submissions), changed)


def _changed(old: Batch, new: Batch) -> dict[str, str]:
    """Return the texts that are other ones than before, by key; who is new is not among them."""
    before = {one.key: one.text for one in old.submissions}
    return {one.key: one.text for one in new.submissions if before.get(one.key, one.text) != one.text}


def _told(batch: Batch, more: int, changed: dict[str, str]) -> str:
    """Return what came in words: above all whose finished review is about an older text."""
    people, store = known(batch.id), state.store()
    parts = [f"{counted(more, 'student')} came in.", f"{counted(len(changed), 'text')} changed."]
    done = {one.student for one in store.review_entries(batch.id) if one.state is not ReviewState.DRAFT}
    again = sorted(student_name(people, key) for key in changed if key in done)
    if again:
        rest = f" and {len(again) - _MOST_NAMED} more" if len(again) > _MOST_NAMED else ""
        parts.append(f"Look again at what is reviewed already: {', '.join(again[:_MOST_NAMED])}{rest}.")
    return " ".join(parts)


def _move_comments(new: Batch, changed: dict[str, str]) -> None:
    """Put the comments on a text that changed to where their words stand now."""
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
