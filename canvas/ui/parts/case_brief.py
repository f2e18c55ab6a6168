"""What a student sees of a case before writing: the story, the task, what the answer is judged by."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_criteria import Criterion


def draw_brief(case: Case) -> None:
    """Draw the story beside the task and the criteria; on a phone they stand below each other."""
    story, task = st.columns([3, 2], gap="medium")
    with story:
        st.header("The case")
        with st.container(border=True, key="case_brief"):
            st.markdown(case.brief)
    with task:
        st.header("Your task")
        st.markdown(case.task)
        st.subheader("What your answer is judged by")
        st.html(criteria_html(case))


def criteria_html(case: Case) -> str:
    """Return the criteria as a list; advice beyond the case's own condition says so."""
    rows = "".join(
        f"<li><strong>{escape(_named(one))}</strong><span>{escape(one.asks)}</span></li>" for one in case.criteria
    )
    return f'<ul class="case-criteria">{rows}</ul>'


def _named(criterion: Criterion) -> str:
    return f"{criterion.name} (advice)" if criterion.advice else criterion.name


def draw_hints(case: Case) -> None:
    """Draw the hints, folded until somebody wants them."""
    if case.hints:
        with st.expander("I need a hint", icon=":material/lightbulb:"):
            st.markdown("\n".join(f"{number}. {hint}" for number, hint in enumerate(case.hints, 1)))
