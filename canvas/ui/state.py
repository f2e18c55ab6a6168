"""The plan a page works on: read it, change it, save it, walk back. Everything also lives in the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from canvas.content.library import library
from canvas.errors import StaleRevisionError, StoreError
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.store.revisions import CHECKED
from canvas.store.shared import the_store
from canvas.store.store import Store
from canvas.ui.joining import save_joined
from canvas.ui.keys import Key
from canvas.writing.titles import as_copy

__all__ = [
    "Key",
    "catch_up",
    "change",
    "document",
    "end_run",
    "epoch",
    "library",
    "now",
    "save",
    "saved_fragment",
    "store",
    "workbook",
    "workspace",
]

P = ParamSpec("P")
R = TypeVar("R")


def now() -> datetime:
    """Return this moment; the pages are the only place that reads the clock."""
    return datetime.now(UTC)


def store() -> Store:
    """Return the store of this process."""
    return the_store()


def workspace() -> str:
    """Return the id of this browser's workspace."""
    name: str = st.session_state[Key.WORKSPACE]
    return name


def workbook() -> Workbook:
    """Return the current plan, with every change made so far in this run.

    The first look of a run, be it in a callback, takes over what was typed in the browser since the last one.
    """
    if not st.session_state.get(Key.CAUGHT_UP, True):
        with suppress(StoreError):  # the frame says that the store does not answer
            _take_typed()
    return _current()


def saved() -> Saved | None:
    """Return the plan as it was last saved or loaded; None before a new plan's first word."""
    last: Saved | None = st.session_state[Key.SAVED]
    return last


def document() -> str:
    """Return the id of the current plan: one that is not kept yet has the same id after a reload."""
    if last := saved():
        return last.id
    if Key.FRESH not in st.session_state:
        st.session_state[Key.FRESH] = store().fresh_id(workspace(), "plan")
    name: str = st.session_state[Key.FRESH]
    return name


def epoch() -> int:
    """Return the number that is part of every widget key: `key=f"{origin}@{epoch()}"`.

    It changes when a text changes without typing (undo, another plan, a text built again), so that the
    fields are drawn afresh; it stays when the page is reloaded, so that no text in a browser is dropped.
    """
    number: int = st.session_state[Key.EPOCH]
    return number


def change(new: Workbook, reason: str = "edit") -> None:
    """Make this the current plan, and save it at once: a run that is stopped may never reach its end.

    reason: anything but `edit` and a check means that the page changed a text by itself, so the fields are drawn
    afresh.
    """
    if new == workbook():
        return
    st.session_state[Key.WORKBOOK] = new
    save(reason)
    if reason not in ("edit", CHECKED):
        renew_fields()


def save(reason: str = "edit") -> None:
    """Write what has changed since the last save; again at the end of a run, should the first time have failed.

    Never raises, since it runs in `finally`: the frame shows what went wrong.
    """
    if not _unsaved():
        st.session_state[Key.SAVE_PROBLEM] = None
        return
    try:
        joined = save_joined(store(), workspace(), document(), saved(), _current(), reason, now())
        _take(joined.saved)
        st.session_state[Key.SAVE_PROBLEM] = None
        if joined.foreign:
            renew_fields()
    except StaleRevisionError:
        _keep_beside()
    except StoreError as error:
        st.session_state[Key.SAVE_PROBLEM] = error


def end_run() -> None:
    """Save at the end of a run; the next one begins with a look at what was typed in between."""
    save()
    st.session_state[Key.CAUGHT_UP] = False


def catch_up() -> bool:
    """Take over what happened to the plan outside this page; only when everything on this page is saved.

    Text typed in the browser changes no field of the page. Anything else draws all fields afresh: then the answer
    is True.
    """
    if _take_typed() or _unsaved():
        return False
    last, here = saved(), document()
    known, newest = last.revision if last else 0, store().newest_revision(workspace(), here)
    if newest > known:
        show(store().load(workspace(), here))
    elif newest == 0 and last and store().knows(workspace(), here):  # deleted in another tab
        show(copy := store().copy_of(workspace(), here))
        st.session_state[Key.CONFLICT] = here if copy else None
    elif newest < known:  # another file stands in the place of the one it was saved in
        _keep_beside()
    return newest != known


def _take_typed() -> bool:
    """Take over what was only typed since; a callback of the page goes on from there. Tell whether it was."""
    st.session_state[Key.CAUGHT_UP] = True
    last, here = saved(), document()
    known = last.revision if last else 0
    if _unsaved() or store().newest_revision(workspace(), here) <= known:
        return False
    typed = store().only_typed_since(workspace(), here, known)
    if typed:
        _take(store().load(workspace(), here))
    return typed


def _unsaved() -> bool:
    last = saved()
    return _current() != (last.workbook if last else Workbook())


def _take(newer: Saved) -> None:
    st.session_state[Key.SAVED], st.session_state[Key.WORKBOOK] = newer, newer.workbook


def _current() -> Workbook:
    current: Workbook = st.session_state[Key.WORKBOOK]
    return current


def _keep_beside() -> None:
    """Keep what cannot be saved as the next revision: at once, whatever the student decides or does next.

    Changed or deleted in another tab: a copy, which this tab goes on with. Not known at all: the file of the
    store was removed under the running server; then the plan goes into the new file, under the id it had.
    """
    here, current = document(), _current()
    try:
        if store().knows(workspace(), here):
            _take(store().create(workspace(), as_copy(current), now(), select=False))
            st.session_state[Key.CONFLICT] = here
        else:
            _take(store().create(workspace(), current, now(), workbook_id=here))
            st.session_state[Key.LOST] = True
        st.session_state[Key.SAVE_PROBLEM] = None
    except StoreError as error:
        st.session_state[Key.SAVE_PROBLEM] = error


def saved_fragment(function: Callable[P, R]) -> Callable[P, R]:
    """Make a part of a page that reruns alone and still saves: such a rerun never reaches the frame's end.

    The part draws its own `draw_saved()`; the frame then leaves its line out, since the two would disagree.
    """

    @st.fragment
    @wraps(function)
    def part(*args: P.args, **kwargs: P.kwargs) -> R:
        before = _to_tell()
        try:
            result = function(*args, **kwargs)
        finally:
            end_run()
        if before != _to_tell():
            st.rerun()  # the frame has to say that something could not be saved
        st.session_state[Key.LINE_DRAWN] = True
        return result

    return part


def _to_tell() -> tuple[object, ...]:
    """Return what the frame has to tell about saving."""
    return tuple(st.session_state.get(key) for key in (Key.CONFLICT, Key.SAVE_PROBLEM, Key.LOST))


def show(now_current: Saved | None) -> None:
    """Make a plan from the store the current one (None: a new, empty plan), with fields drawn afresh."""
    st.session_state[Key.SAVED] = now_current
    st.session_state[Key.WORKBOOK] = now_current.workbook if now_current else Workbook()
    st.session_state[Key.CONFLICT] = None
    st.session_state.pop(Key.FRESH, None)
    renew_fields()


def renew_fields() -> None:
    """Let every field be drawn afresh from the plan."""
    st.session_state[Key.EPOCH] = store().next_epoch(workspace(), now())
