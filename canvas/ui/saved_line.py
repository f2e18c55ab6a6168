"""One quiet line that says whether the work is saved, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from canvas.errors import CanvasError
from canvas.store.records import Saved
from canvas.ui.keys import Key

_LONG = " Long answers are kept when you leave the field."


def draw_saved(text: Saved | None = None, *, long_fields: bool = False) -> None:
    """Draw the line for a text, or else for the current plan. long_fields: say when long answers are kept."""
    hint = _LONG if long_fields else ""
    last: Saved | None = text or st.session_state.get(Key.SAVED)
    problem: CanvasError | None = st.session_state.get(Key.SAVE_PROBLEM)
    if text is None and problem:
        st.caption(f":material/error: Not saved: {problem.what}")
    elif text is None and last and st.session_state.get(Key.CONFLICT):
        st.caption(f":material/sync_problem: Saved as a copy at {clock(last.saved_at)}. Please choose a version.")
    elif last:
        st.caption(f":material/cloud_done: Saved at {clock(last.saved_at)}.{hint}")
    else:
        st.caption(f":material/cloud_done: Nothing to save yet.{hint}")


def clock(moment: datetime, *, with_day: bool = False) -> str:
    """Return hours and minutes (with the day, if asked) as the student's own clock shows them."""
    shape = "%d %B, %H:%M" if with_day else "%H:%M"
    minutes_behind = st.context.timezone_offset
    if minutes_behind is None:
        return f"{moment:{shape}} UTC"
    return f"{moment - timedelta(minutes=minutes_behind):{shape}}"
