"""Undo and redo: one change back, one undone change forward again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from canvas.errors import CanvasError, StaleRevisionError
from canvas.store.records import Saved
from canvas.ui.keys import Key
from canvas.ui.state import catch_up, now, save, saved, show, store, workbook, workspace


def undo() -> None:
    """Walk one change back, if there is one; what was typed without a pause is one change."""
    _walk(store().undo)


def redo() -> None:
    """Walk one undone change forward again, if there is one."""
    _walk(store().redo)


def _walk(step: Callable[[str, str, int, datetime], Saved | None]) -> None:
    try:
        if catch_up():  # nothing was typed here since: show what the other tab made of it
            return
        save()
        last = saved()
        if last is None or workbook() != last.workbook:
            return
        if reached := step(workspace(), last.id, last.revision, now()):
            show(reached)
        else:
            st.toast("There is nothing more to walk to.", icon=":material/history:")
    except StaleRevisionError:  # somebody is typing: the next try finds it
        catch_up()
    except CanvasError as error:
        st.session_state[Key.SAVE_PROBLEM] = error
