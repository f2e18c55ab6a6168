"""The student's plans: list, open, begin, rename, delete, bring back."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from canvas.errors import StaleRevisionError
from canvas.store.records import WorkbookEntry
from canvas.ui.keys import Key
from canvas.ui.state import change, now, save, saved, show, store, workbook, workspace
from canvas.writing.edits import set_title


def plans() -> tuple[WorkbookEntry, ...]:
    """Return the plans and checked texts that are kept, the newest first."""
    return store().workbooks(workspace())


def open_plan(workbook_id: str) -> None:
    """Make this the current plan."""
    _leave()
    show(store().select(workspace(), workbook_id))


def new_plan() -> None:
    """Begin an empty plan; it is kept with its first word. The one before stays in the list."""
    _leave()
    store().unselect(workspace())
    show(None)


def _leave() -> None:
    """Save before another plan takes the place of this one; StoreError, and it stays, when that fails."""
    save()
    if problem := st.session_state.get(Key.SAVE_PROBLEM):
        raise problem


def rename_plan(workbook_id: str, title: str) -> None:
    """Give a plan another title; it is a revision like any other change."""
    last = saved()
    if last and last.id == workbook_id:
        change(set_title(workbook(), title), reason="rename")
        return
    other = store().load(workspace(), workbook_id)
    store().save(workspace(), workbook_id, set_title(other.workbook, title), other.revision, now(), "rename")


def delete_plan(entry: WorkbookEntry) -> None:
    """Take a plan out of the list; `bring_back` undoes it."""
    save()
    with suppress(StaleRevisionError):  # another tab was quicker
        store().delete(workspace(), entry.id, now())
    st.session_state[Key.DELETED] = entry
    last = saved()
    if last and last.id == entry.id:
        show(None)


def deleted_plan() -> WorkbookEntry | None:
    """Return the plan that was deleted last in this session."""
    entry: WorkbookEntry | None = st.session_state.get(Key.DELETED)
    return entry


def bring_back() -> None:
    """Put the plan that was deleted last back into the list."""
    if entry := deleted_plan():
        store().restore(workspace(), entry.id)
        st.session_state[Key.DELETED] = None
