"""What a student sees of a case before writing: the story, the task, what the answer is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_criteria import Criterion
from canvas.ui.parts.case_text import draw_text


def draw_brief(case: Case) -> None:
    """Draw the story beside the task and the criteria; on a phone they stand below each other."""
    story, task = st.columns([3, 2], gap="medium")
    with story:
        st.header("The case")
        with st.container(border=True, key="case_brief"):
            draw_text(case.brief)
    with task:
        st.header("Your task")
        draw_text(case.task)
        st.subheader("What your answer is judged by")
        st.html(criteria_html(case))


def draw_brief_again(case: Case) -> None:
    """Draw the story folded, since it has been read, with the task and the criteria in sight."""
    with st.expander("Read the case again", icon=":material/menu_book:"):
        draw_text(case.brief)
    draw_text(f"**Your task.** {case.task}")
    st.markdown("**What your answer is judged by**")
    st.html(criteria_html(case))


def criteria_html(case: Case) -> str:
    """Return the criteria as a list; advice beyond the case's own condition says so."""
    rows = "".join(
        f"<li><strong>{escape(_named(one))}</strong><span>{escape(one.asks)}</span></li>" for one in case.criteria
    )
    return f'<ul class="case-criteria">{rows}</ul>'


def _named(criterion: Criterion) -> str:
    return f"{criterion.name} (advice)" if criterion.advice else criterion.name


def draw_folded_hints(case: Case) -> None:
    """Draw the hints, folded until somebody wants them."""
    if case.hints:
        with st.expander("I need a hint", icon=":material/lightbulb:"):
            draw_text(_numbered(case.hints))


def draw_hints(case: Case) -> None:
    """Draw the hints of the case and of each criterion, in sight while somebody writes."""
    with st.container(border=True, key="case_hints"):
        draw_text("**Questions that help**\n\n" + _numbered(case.hints))
        draw_text("**And for each point**\n\n" + "\n".join(f"- {one.hint}" for one in case.criteria))


def _numbered(hints: Sequence[str]) -> str:
    return "\n".join(f"{number}. {hint}" for number, hint in enumerate(hints, 1))
