"""The first thing of every run: which browser is this, and which plan does it work on?"""

from __future__ import annotations

import streamlit as st

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.ui.state import Key, now, save, saved, show, store, workbook, workspace
from canvas.web.workspace_cookie import COOKIE, workspace_in


def named_workspace() -> str | None:
    """Return the workspace that this browser's cookie names. The only place that reads a cookie."""
    return workspace_in(st.context.cookies.get(COOKIE))


def open_session() -> None:
    """Load the current plan on the first run of a session; later, take what another tab has saved since."""
    if Key.WORKSPACE not in st.session_state:
        _first_run()
    elif (last := saved()) and workbook() == last.workbook:
        newest = store().newest_revision(workspace(), last.id)
        if newest > last.revision:
            show(store().load(workspace(), last.id))
        elif newest == 0:  # deleted in another tab
            show(None)


def take_newer() -> None:
    """Forget what could not be saved, and show the newer version."""
    if last := saved():
        show(store().load(workspace(), last.id))


def keep_mine() -> None:
    """Keep what could not be saved as a new plan beside the newer version."""
    mine = workbook()
    title = f"{mine.title or mine.venture.name or 'My plan'}"[:68]
    st.session_state[Key.SAVED] = None
    st.session_state[Key.CONFLICT] = False
    st.session_state[Key.WORKBOOK] = mine.model_copy(update={"title": f"{title} (my copy)"})
    save()


def _first_run() -> None:
    name = named_workspace()
    if name is None or not store().has_workspace(name):
        name = store().new_workspace(now())
        st.session_state[Key.NO_COOKIE] = True
    entry = store().workspace(name)
    current = _selected_plan(name, entry.selected) if entry.selected else None
    _fill(name, entry.epoch, current)


def _selected_plan(name: str, workbook_id: str) -> Saved:
    """Load the current plan; one that cannot be read is said once, and must not bar the way to the others."""
    try:
        return store().load(name, workbook_id)
    except StoreError:
        store().workbooks(name)  # raises when it is the database that does not answer
        store().unselect(name)
        raise


def _fill(name: str, epoch: int, current: Saved | None) -> None:
    """Fill a new session, with the epoch of the last one: a field may still hold typed text."""
    st.session_state[Key.SAVED] = current
    st.session_state[Key.WORKBOOK] = current.workbook if current else Workbook()
    st.session_state[Key.EPOCH] = epoch
    st.session_state[Key.CONFLICT] = False
    st.session_state[Key.SAVE_PROBLEM] = None
    st.session_state[Key.WORKSPACE] = name
