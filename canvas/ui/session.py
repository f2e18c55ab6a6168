"""The first thing of every run: which browser is this, and which plan does it work on?"""

from __future__ import annotations

import streamlit as st

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.store.workspaces import new_workspace_id
from canvas.ui.state import Key, catch_up, save, saved, show, store, workspace
from canvas.web.workspace_cookie import COOKIE, workspace_in


def named_workspace() -> str | None:
    """Return the workspace that this browser's cookie names. The only place that reads a cookie."""
    return workspace_in(st.context.cookies.get(COOKIE))


def open_session() -> None:
    """Load the current plan on the first run of a session; later, take what another tab has saved since."""
    if Key.WORKSPACE not in st.session_state:
        _first_run()
    else:
        catch_up()


def other_is_there() -> bool:
    """Tell whether the version of the other tab is still there, or was deleted."""
    other = st.session_state[Key.CONFLICT]
    return bool(other) and store().newest_revision(workspace(), other) > 0


def take_newer() -> None:
    """Go on with the version of the other tab; the copy stays in the list of plans."""
    save()
    if other_is_there():
        show(store().select(workspace(), st.session_state[Key.CONFLICT]))


def keep_mine() -> None:
    """Go on with the copy; the version of the other tab stays in the list of plans."""
    save()
    if last := saved():
        store().select(workspace(), last.id)
        st.session_state[Key.CONFLICT] = None


def _first_run() -> None:
    name = named_workspace()
    if name is None:
        name = new_workspace_id()
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
    st.session_state[Key.CAUGHT_UP] = True
    st.session_state[Key.EPOCH] = epoch
    st.session_state[Key.CONFLICT] = None
    st.session_state[Key.SAVE_PROBLEM] = None
    st.session_state[Key.WORKSPACE] = name
