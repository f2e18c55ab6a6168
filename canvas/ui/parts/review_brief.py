"""The brief of a batch: what students were asked to do. It stands above every text on the desk."""

from __future__ import annotations

import streamlit as st

from canvas.errors import CanvasError
from canvas.models import limits
from canvas.models.review import Batch
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts.review_noticed import expect, notice

_TOLD, _NAME = "brief_told", "The brief"
_LINES = 140
"""Pixels of the field: about five lines."""


def field(label: str, brief: str, key: str) -> str:
    """Draw the field for a brief and return what stands in it."""
    typed = st.text_area(
        label,
        brief,
        max_chars=limits.BRIEF,
        height=_LINES,
        key=key,
        help="What students were asked to do, as plain text. You see it beside every text; no student gets it.",
    )
    return typed[: limits.BRIEF]


def draw(head: Batch) -> None:
    """Draw the brief of a batch, to write it or change it."""
    st.subheader("Brief")
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
    notice(_NAME, head.id, head.brief)
    with st.form(f"brief_{head.id}_{abs(hash(head.brief))}"):  # another brief draws its field afresh
        typed = field("What students were asked to do", head.brief, f"brief_of_{head.id}_{abs(hash(head.brief))}")
        if not st.form_submit_button("Save the brief"):
            return
    try:
        state.store().save_brief(head.id, typed.strip(), head.brief)
    except CanvasError as error:
        show_canvas_error(error)
        return
    expect(_NAME, head.id)
    st.session_state[_TOLD] = "The brief is saved. It stands above every text on the desk."
    st.rerun()
