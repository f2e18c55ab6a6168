"""What the frame says about saving: saved and when, not saved and why, and two versions of one plan."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from canvas.errors import StoreError
from canvas.ui.session import keep_mine, take_newer
from canvas.ui.state import Key, saved


def draw_saved() -> None:
    """Say in one line whether the plan is saved, and when."""
    problem: StoreError | None = st.session_state.get(Key.SAVE_PROBLEM)
    if st.session_state.get(Key.CONFLICT):
        st.caption(":material/sync_problem: Not saved: two versions, please choose one")
    elif problem:
        st.caption(f":material/error: Not saved: {problem.what}")
    elif last := saved():
        st.caption(f":material/cloud_done: Saved at {_clock(last.saved_at)}")
    else:
        st.caption(":material/cloud_done: Saved as you type")


def draw_saving_problems() -> None:
    """Show, on top of the page, what a student has to decide or know before going on."""
    if st.session_state.get(Key.CONFLICT):
        _draw_two_versions()
    if problem := st.session_state.get(Key.SAVE_PROBLEM):
        st.error(f"**{problem.what}** {problem.mend}", icon=":material/error:")
    if st.session_state.get(Key.NO_COOKIE):
        st.warning(
            "Your browser did not send the cookie that finds your work again. "
            "Reload the page; if this stays, allow cookies for this page. Download your text before you leave.",
            icon=":material/cookie_off:",
        )


def _draw_two_versions() -> None:
    with st.container(border=True):
        st.markdown("**This plan was changed in another tab or window.** Nothing is lost. Which one do you want?")
        with st.container(horizontal=True):
            st.button("Take the newer version", on_click=take_newer, key="take_newer")
            st.button("Keep mine as a new plan", on_click=keep_mine, key="keep_mine", type="primary")


def _clock(moment: datetime) -> str:
    """Return hours and minutes as the student's own clock shows them."""
    minutes_behind = st.context.timezone_offset
    known = isinstance(minutes_behind, int | float)
    local = moment - timedelta(minutes=minutes_behind) if known else moment
    return f"{local:%H:%M}" + ("" if known else " UTC")
