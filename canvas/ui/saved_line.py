"""One quiet line that says whether the work is saved, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from canvas.errors import CanvasError
from canvas.store.records import Saved
from canvas.ui.keys import Key


def draw_saved(text: Saved | None = None) -> None:
    """Draw the line for a text, or else for the current plan."""
    last: Saved | None = text or st.session_state.get(Key.SAVED)
    problem: CanvasError | None = st.session_state.get(Key.SAVE_PROBLEM)
    if text is None and st.session_state.get(Key.CONFLICT):
        st.caption(":material/sync_problem: Not saved: two versions, please choose one")
    elif text is None and problem:
        st.caption(f":material/error: Not saved: {problem.what}")
    elif last:
        st.caption(f":material/cloud_done: Saved at {clock(last.saved_at)}")
    else:
        st.caption(":material/cloud_done: Saved as you type")


def clock(moment: datetime, *, with_day: bool = False) -> str:
    """Return hours and minutes (with the day, if asked) as the student's own clock shows them."""
    shape = "%d %B, %H:%M" if with_day else "%H:%M"
    minutes_behind = st.context.timezone_offset
    if minutes_behind is None:
        return f"{moment:{shape}} UTC"
    return f"{moment - timedelta(minutes=minutes_behind):{shape}}"
