"""One quiet line that says whether the plan is saved, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from canvas.errors import StoreError
from canvas.store.records import Saved
from canvas.ui.keys import Key


def draw_saved() -> None:
    """Draw the line."""
    last: Saved | None = st.session_state.get(Key.SAVED)
    problem: StoreError | None = st.session_state.get(Key.SAVE_PROBLEM)
    if st.session_state.get(Key.CONFLICT):
        st.caption(":material/sync_problem: Not saved: two versions, please choose one")
    elif problem:
        st.caption(f":material/error: Not saved: {problem.what}")
    elif last:
        st.caption(f":material/cloud_done: Saved at {_clock(last.saved_at)}")
    else:
        st.caption(":material/cloud_done: Saved as you type")


def _clock(moment: datetime) -> str:
    """Return hours and minutes as the student's own clock shows them."""
    minutes_behind = st.context.timezone_offset
    if minutes_behind is None:
        return f"{moment:%H:%M} UTC"
    return f"{moment - timedelta(minutes=minutes_behind):%H:%M}"
