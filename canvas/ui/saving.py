"""What the frame says when saving needs a person: it failed, or there are two versions of one plan."""

from __future__ import annotations

import streamlit as st

from canvas.store.revisions import title_of
from canvas.ui.keys import Key
from canvas.ui.parts.plain import plain
from canvas.ui.session import keep_mine, other_is_there, take_newer
from canvas.ui.state import workbook


def draw_saving_problems() -> None:
    """Show, on top of the page, what a student has to decide or know before going on."""
    if st.session_state.get(Key.CONFLICT):
        _draw_two_versions()
    if st.session_state.get(Key.LOST):
        st.error(
            "**The file with your saved work was removed or replaced while Canvas Coach was running.** "
            "What you see on this page is kept in the file that stands there now. Other plans and answers may be "
            "missing: if you have a copy of the old file, stop the program, put it back and start again.",
            icon=":material/error:",
        )
    if problem := st.session_state.get(Key.SAVE_PROBLEM):
        st.error(f"**{problem.what}** {problem.mend}", icon=":material/error:")
    if st.session_state.get(Key.NO_COOKIE):
        st.warning(
            "Your browser did not send the cookie that finds your work again. "
            "Reload the page; if this stays, allow cookies for this page. Download your text before you leave.",
            icon=":material/cookie_off:",
        )


def _draw_two_versions() -> None:
    """Ask which version to go on with. Both are in the store already: an open question loses nothing."""
    there = other_is_there()
    with st.container(border=True):
        st.markdown(
            f"**This plan was {'changed' if there else 'deleted'} in another tab or window.** Nothing is lost: "
            f"what you write here is kept as a plan of its own, “{plain(title_of(workbook()))}”."
        )
        with st.container(horizontal=True):
            if there:
                st.button("Take the newer version", on_click=take_newer, key="take_newer")
            st.button("Keep mine as a new plan", on_click=keep_mine, key="keep_mine", type="primary")
