"""What stands below the editor: the way to versions and own words, the receipt of a check, and disagreements."""

from __future__ import annotations

import streamlit as st

from canvas.models.workbook import Objection, Workbook
from canvas.store.revisions import CHECKED
from canvas.ui import state
from canvas.ui.editor.component import Events
from canvas.ui.parts.objections import draw_objections
from canvas.ui.parts.own_words import show_own_words
from canvas.ui.parts.receipt import draw_receipt
from canvas.ui.parts.versions import show_versions
from canvas.writing.edits import disagree, remember_check, withdraw


def noted(workbook: Workbook, events: Events) -> Workbook:
    """Return a workbook with what happened in its editor: a check of the draft, a reason against a remark."""
    if events.checked:
        workbook = remember_check(workbook, state.now())
    if reason := events.disagree:
        workbook = disagree(workbook, reason.mistake, reason.words, reason.because)
    return workbook


def reason_of(events: Events) -> str:
    """Return the reason under which it is kept: a check alone is no change that undo would take back."""
    return CHECKED if events.checked and not events.disagree else "edit"


def draw(events: Events) -> None:
    """Keep what happened in the editor of the draft, and draw what helps to revise it."""
    state.change(noted(state.workbook(), events), reason_of(events))
    with st.container(horizontal=True, gap="small", key="revising"):
        if st.button("Whose words are these?", key="show_own_words", icon=":material/fingerprint:"):
            show_own_words()
        if st.button("Versions", key="show_versions", icon=":material/history:"):
            show_versions()
    draw_objections(state.workbook().objections, take_back)
    draw_receipt(state.workbook())


def take_back(objection: Objection) -> None:
    """Take a disagreement back; the editor looks at its text again, and shows the remark."""
    state.change(withdraw(state.workbook(), objection))
