"""What the frame says when saving needs a person: it failed, or there are two versions of one plan."""

from __future__ import annotations

import streamlit as st

from canvas.ui.keys import Key
from canvas.ui.session import keep_mine, take_newer


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
