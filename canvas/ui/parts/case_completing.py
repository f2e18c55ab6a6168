"""A step of a case: finish an answer that somebody else began."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_steps import CompleteStep
from canvas.ui.parts.case_attempts import draw_field, judged, newest_and_before
from canvas.ui.parts.case_feedback import draw_feedback
from canvas.ui.parts.case_kept import half_and_own, name_of
from canvas.ui.parts.case_text import draw_text
from canvas.ui.parts.plain import plain


def draw_completing(case: Case, step: CompleteStep) -> None:
    """Draw the half answer, what it lacks, the field for the rest, and feedback on the whole."""
    st.header(plain(step.title, 80))
    draw_text(step.says)
    st.html(f'<p class="case-answer case-half">{escape(step.beginning.strip())}</p>')
    st.markdown("**What is still missing**")
    draw_text("\n".join(f"- {one}" for one in step.missing))
    name = name_of(case, step)
    draw_field(name, "Go on from here", button="Check the whole answer", rows=5)
    newest, before = newest_and_before(name)
    if newest is None:
        return
    st.subheader("What the whole answer shows now")
    whole = judged(case, half_and_own(step, newest.answer))
    draw_feedback(case, whole, judged(case, half_and_own(step, before.answer)) if before else None)
    if step.finished:
        with st.expander("One way to finish it", icon=":material/article:"):
            st.html(f'<p class="case-answer">{escape(step.finished.strip())}</p>')
