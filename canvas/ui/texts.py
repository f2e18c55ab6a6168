"""The text on the page Check a text: a workbook with nothing but a draft, kept beside the current plan."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from canvas.errors import StaleRevisionError
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.ui.keys import Key
from canvas.ui.plans import open_plan
from canvas.ui.state import now, store, workspace


def text_document() -> str:
    """Return the id of the text on the page: the newest kept one on a session's first visit, else a fresh one."""
    if Key.TEXT not in st.session_state:
        kept = next((entry for entry in store().workbooks(workspace()) if entry.only_text), None)
        st.session_state[Key.TEXT] = kept.id if kept else store().fresh_id(workspace(), "text")
    document: str = st.session_state[Key.TEXT]
    return document


def current_text() -> Saved | None:
    """Return the text as it is kept now; None for an empty page, and for one that was deleted in another tab."""
    document = text_document()
    return store().load(workspace(), document) if store().newest_revision(workspace(), document) else None


def change_text(change: Callable[[Workbook], Workbook], reason: str = "edit") -> Saved | None:
    """Change what is kept with the text, on its newest version, and return it; None when it is not there.

    A text that is typed in the same moment makes a newer version: then the change is made once more on that one.
    """
    for last_try in (False, True):
        if (kept := current_text()) is None:
            return None
        new = change(kept.workbook)
        if new == kept.workbook:
            return kept
        try:
            return store().save(workspace(), kept.id, new, kept.revision, now(), reason)
        except StaleRevisionError:
            if last_try:
                raise
    return None


def open_text(workbook_id: str) -> None:
    """Show a kept text on the page Check a text."""
    st.session_state[Key.TEXT] = workbook_id


def another_text() -> None:
    """Begin with an empty page; the text before stays in the list of plans."""
    st.session_state[Key.TEXT] = store().fresh_id(workspace(), "text")


def turn_into_plan() -> None:
    """Make the text the draft of the current plan, so that the steps can be filled around it."""
    if last := current_text():
        open_plan(last.id)
        del st.session_state[Key.TEXT]
