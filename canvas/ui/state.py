"""The plan a page works on: read it, change it, save it, walk back. Everything also lives in the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.errors import CanvasError, StaleRevisionError, StoreError
from canvas.models.rule_book import RuleBook
from canvas.models.workbook import Workbook
from canvas.store.records import Saved
from canvas.store.shared import the_store
from canvas.store.store import Store
from canvas.ui.keys import Key
from canvas.writing.titles import as_copy

__all__ = [
    "Key",
    "catch_up",
    "change",
    "epoch",
    "library",
    "now",
    "redo",
    "rules",
    "save",
    "saved_fragment",
    "store",
    "undo",
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
    """Return the current plan, with every change made so far in this run."""
    current: Workbook = st.session_state[Key.WORKBOOK]
    return current


def saved() -> Saved | None:
    """Return the plan as it was last saved or loaded; None before a new plan's first word."""
    last: Saved | None = st.session_state[Key.SAVED]
    return last


def epoch() -> int:
    """Return the number that is part of every widget key: `key=f"{origin}@{epoch()}"`.

    It changes when a text changes without typing (undo, another plan, a text built again), so that the
    fields are drawn afresh; it stays when the page is reloaded, so that no text in a browser is dropped.
    """
    number: int = st.session_state[Key.EPOCH]
    return number


def change(new: Workbook, reason: str = "edit") -> None:
    """Make this the current plan, and save it at once: a run that is stopped may never reach its end.

    reason: anything but `edit` means that the page changed a text by itself, so the fields are drawn afresh.
    """
    if new == workbook():
        return
    st.session_state[Key.WORKBOOK] = new
    save(reason)
    if reason != "edit":
        renew_fields()


def save(reason: str = "edit") -> None:
    """Write what has changed since the last save; again at the end of a run, should the first time have failed.

    Never raises, since it runs in `finally`: the frame shows what went wrong.
    """
    last, current = saved(), workbook()
    if current == (last.workbook if last else Workbook()):
        st.session_state[Key.SAVE_PROBLEM] = None
        return
    try:
        if last is None:  # begin with the empty plan, so that the first word can be undone too
            st.session_state[Key.SAVED] = last = store().create(workspace(), Workbook(), now())
        base = (workspace(), last.id, current, last.revision)
        st.session_state[Key.SAVED] = store().save(*base, now(), reason)
        st.session_state[Key.SAVE_PROBLEM] = None
    except StaleRevisionError:
        _keep_beside()
    except StoreError as error:
        st.session_state[Key.SAVE_PROBLEM] = error


def catch_up() -> None:
    """Take over what happened to the plan outside this tab; only when everything in this tab is saved."""
    if (last := saved()) is None:
        return
    newest = store().newest_revision(workspace(), last.id)
    if newest > last.revision:
        show(store().load(workspace(), last.id))
    elif newest == 0 and store().knows(workspace(), last.id):  # deleted in another tab
        show(None)
    elif newest < last.revision:  # another file stands in the place of the one it was saved in
        _keep_beside()


def _keep_beside() -> None:
    """Keep what cannot be saved as the next revision: at once, whatever the student decides or does next.

    Changed or deleted in another tab: a copy, which this tab goes on with. Not known at all: the file of the
    store was removed under the running server; then the plan goes into the new file.
    """
    last, current = saved(), workbook()
    try:
        if last and store().knows(workspace(), last.id):
            copy = as_copy(current)
            st.session_state[Key.SAVED] = store().create(workspace(), copy, now(), select=False)
            st.session_state[Key.WORKBOOK] = copy
            st.session_state[Key.CONFLICT] = last.id
        else:
            st.session_state[Key.SAVED] = store().create(workspace(), current, now())
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
            save()
        if before != _to_tell():
            st.rerun()  # the frame has to say that something could not be saved
        st.session_state[Key.LINE_DRAWN] = True
        return result

    return part


def _to_tell() -> tuple[object, ...]:
    """Return what the frame has to tell about saving."""
    return tuple(st.session_state.get(key) for key in (Key.CONFLICT, Key.SAVE_PROBLEM, Key.LOST))


def undo() -> None:
    """Walk one change back, if there is one."""
    _walk(store().undo)


def redo() -> None:
    """Walk one undone change forward again, if there is one."""
    _walk(store().redo)


def show(now_current: Saved | None) -> None:
    """Make a plan from the store the current one (None: a new, empty plan), with fields drawn afresh."""
    st.session_state[Key.SAVED] = now_current
    st.session_state[Key.WORKBOOK] = now_current.workbook if now_current else Workbook()
    st.session_state[Key.CONFLICT] = None
    renew_fields()


def renew_fields() -> None:
    """Let every field be drawn afresh from the plan."""
    st.session_state[Key.EPOCH] = store().next_epoch(workspace(), now())


@cache
def rules() -> RuleBook:
    """Return the compiled rules that reading and checks need."""
    return load_rules()


def _walk(step: Callable[[str, str, int, datetime], Saved | None]) -> None:
    save()
    last = saved()
    if last is None or workbook() != last.workbook:
        return
    try:
        if reached := step(workspace(), last.id, last.revision, now()):
            show(reached)
        else:
            st.toast("There is nothing more to walk to.", icon=":material/history:")
    except StaleRevisionError:  # nothing was typed here since: show what the other tab made of it
        catch_up()
    except CanvasError as error:
        st.session_state[Key.SAVE_PROBLEM] = error
