"""What stands below the editor: the way to versions and own words, the receipt of a check, and disagreements."""

from __future__ import annotations

import streamlit as st

from canvas.ui import state
from canvas.ui.editor.component import Events
from canvas.ui.parts.objections import draw_objections
from canvas.ui.parts.own_words import show_own_words
from canvas.ui.parts.receipt import draw_receipt
from canvas.ui.parts.versions import show_versions
from canvas.writing.edits import disagree, remember_check


def keep(events: Events) -> None:
    """Keep what happened in the editor: the draft that was checked, and a reason against a remark."""
    if events.checked:
        state.change(remember_check(state.workbook(), state.now()))
    if reason := events.disagree:
        state.change(disagree(state.workbook(), reason.mistake, reason.words, reason.because))


def draw() -> None:
    """Draw what helps to revise the draft."""
    with st.container(horizontal=True, gap="small", key="revising"):
        if st.button("Whose words are these?", key="show_own_words", icon=":material/fingerprint:"):
            show_own_words()
        if st.button("Versions", key="show_versions", icon=":material/history:"):
            show_versions()
    draw_objections()
    draw_receipt(state.workbook())
