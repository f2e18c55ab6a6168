"""The text on the page Check a text: a workbook with nothing but a draft, kept beside the current plan."""

from __future__ import annotations

import streamlit as st

from canvas.errors import StaleRevisionError
from canvas.models import limits
from canvas.models.base import clean_text
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.ui.keys import Key
from canvas.ui.plans import open_plan
from canvas.ui.state import now, renew_fields, store, workspace
from canvas.writing.edits import set_draft_text
from canvas.writing.titles import as_copy, title_for


def current_text() -> Saved | None:
    """Return the text being checked: the newest kept one on a session's first visit, None for an empty page."""
    if Key.TEXT not in st.session_state:
        kept = next((entry for entry in store().workbooks(workspace()) if entry.only_text), None)
        st.session_state[Key.TEXT] = store().load(workspace(), kept.id) if kept else None
    found: Saved | None = st.session_state[Key.TEXT]
    return found


def keep_text(text: str) -> None:
    """Save the text as it stands now; the first words make a new entry in the list of plans."""
    last, text = current_text(), clean_text(text)
    if len(text) > limits.DRAFT:  # the line beside the field says so; the last shorter version stays
        return
    if text == (last.workbook.draft.text if last else "") and not _lost(last):
        return
    workbook = set_draft_text(last.workbook if last else Workbook(title=title_for(text)), text)
    if last is None:
        st.session_state[Key.TEXT] = store().create(workspace(), workbook, now(), select=False)
        return
    try:
        st.session_state[Key.TEXT] = store().save(workspace(), last.id, workbook, last.revision, now())
    except StaleRevisionError:  # changed or deleted in another tab: both versions stay
        st.session_state[Key.TEXT] = store().create(workspace(), as_copy(workbook), now(), select=False)


def _lost(last: Saved | None) -> bool:
    """Tell whether the store has forgotten the text, since its file was removed under the running server."""
    return last is not None and not store().knows(workspace(), last.id)


def open_text(workbook_id: str) -> None:
    """Show a kept text on the page Check a text."""
    st.session_state[Key.TEXT] = store().load(workspace(), workbook_id)
    st.session_state[Key.TEXT_CHECKED] = False
    renew_fields()


def another_text() -> None:
    """Begin with an empty page; the text before stays in the list of plans."""
    st.session_state[Key.TEXT] = None
    st.session_state[Key.TEXT_CHECKED] = False
    renew_fields()


def turn_into_plan() -> None:
    """Make the text the draft of the current plan, so that the steps can be filled around it."""
    if last := current_text():
        open_plan(last.id)
        del st.session_state[Key.TEXT]
