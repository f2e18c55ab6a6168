"""Saving a page's changes on top of what the route, or another tab, has saved in between."""

from __future__ import annotations

from datetime import datetime

from canvas.errors import StaleRevisionError
from canvas.models.base import Frozen
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.store.store import Store
from canvas.writing.merge import merge

_TRIES = 5


class Joined(Frozen):
    """A saved plan. foreign: another page had a part in it, so the fields have to be drawn afresh."""

    saved: Saved
    foreign: bool = False


def save_joined(
    store: Store,
    workspace: str,
    document: str,
    last: Saved | None,
    current: Workbook,
    reason: str,
    now: datetime,
) -> Joined:
    """Save a plan; what was saved in between stays, if it is in other fields. last: what the page began with.

    StaleRevisionError when both changed one field, or the plan is not there any more.
    """
    base, known, foreign = last.workbook if last else Workbook(), last.revision if last else 0, False
    for _ in range(_TRIES):
        try:
            if known == 0:  # begin with the empty plan, so that the first word can be undone too
                known = store.create(workspace, Workbook(), now, workbook_id=document).revision
            saved = store.save(workspace, document, current, known, now, reason)
            return Joined(saved=saved, foreign=foreign)
        except StaleRevisionError:
            theirs = store.load(workspace, document)
            joined = merge(base, current, theirs.workbook) if theirs.revision > known else None
            if joined is None:
                raise
            foreign = foreign or not store.only_typed_since(workspace, document, known)
            base, current, known = theirs.workbook, joined, theirs.revision
            if joined == theirs.workbook:
                return Joined(saved=theirs, foreign=foreign)
    raise StaleRevisionError("This plan is being changed in another tab or window.", mend="Try again in a moment.")
