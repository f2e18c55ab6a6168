"""The brief of a batch: what students were asked to do. It stands above every text on the desk."""

from __future__ import annotations

import streamlit as st

from canvas.errors import CanvasError, StaleRevisionError
from canvas.models import limits
from canvas.models.review import Batch
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts.review_shared_form import Pressed, SharedForm

_TOLD = "brief_told"
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
    form = SharedForm("The brief", head.id, head.brief)
    form.draw_other(form.now)
    with st.form(form.key("form")):
        typed = field("What students were asked to do", form.begun, form.key("first"))
        pressed = form.pressed("Save the brief")
    if pressed is Pressed.NOTHING:
        return
    if pressed is Pressed.SAVE and not _is_saved(head.id, typed.strip(), form.now):
        return
    form.begin_anew()
    st.rerun()


def _is_saved(batch_id: str, brief: str, seen: str) -> bool:
    """Keep a brief; tell why when that cannot be. Somebody who saved in this very moment is shown in a new run."""
    try:
        state.store().save_brief(batch_id, brief, seen)
    except StaleRevisionError:
        st.rerun()
    except CanvasError as error:
        show_canvas_error(error)
        return False
    st.session_state[_TOLD] = "The brief is saved. It stands above every text on the desk."
    return True
