"""One quiet line that says whether the work is saved, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from canvas.errors import CanvasError
from canvas.store.records import Saved
from canvas.ui.keys import Key


def draw_saved() -> None:
    """Draw the line for the current plan. Long fields say below themselves whether they are saved."""
    last: Saved | None = st.session_state.get(Key.SAVED)
    problem: CanvasError | None = st.session_state.get(Key.SAVE_PROBLEM)
    if problem:
        st.caption(f":material/error: Not saved: {problem.what}")
    elif last and st.session_state.get(Key.CONFLICT):
        st.caption(f":material/sync_problem: Saved as a copy at {clock(last.saved_at)}. Please choose a version.")
    elif last:
        st.caption(f":material/cloud_done: Saved at {clock(last.saved_at)}.")
    else:
        st.caption(":material/cloud_done: No plan to save yet.")


def clock(moment: datetime, *, with_day: bool = False) -> str:
    """Return hours and minutes (with the day, if asked) as the student's own clock shows them."""
    shape = "%d %B, %H:%M" if with_day else "%H:%M"
    minutes_behind = st.context.timezone_offset
    if minutes_behind is None:
        return f"{moment:{shape}} UTC"
    return f"{moment - timedelta(minutes=minutes_behind):{shape}}"
