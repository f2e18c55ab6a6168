"""The steps of a case: where am I, what is done, on to the next one; any of them can be skipped."""

from __future__ import annotations

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_steps import Step
from canvas.ui.pages import Page, streamlit_page
from canvas.ui.parts.case_kept import is_done
from canvas.ui.parts.plain import plain

CASE = "case"
"""The query parameter that names a case."""
STEP = "step"
"""The query parameter that says which of its steps is open, counted from 1."""
_DONE, _OPEN = ":material/check_circle:", ":material/radio_button_unchecked:"


def open_step(case: Case) -> Step | None:
    """Return the step that the address names, else the first one that is not done; None for a case without.

    The address names it from then on, so that a step which gets done does not leave by itself.
    """
    if not case.steps:
        return None
    told = st.query_params.get(STEP, "")
    if told.isdecimal() and 1 <= int(told[:3]) <= len(case.steps):
        return case.steps[int(told[:3]) - 1]
    step = next((one for one in case.steps if not is_done(case, one)), case.steps[-1])
    st.query_params[STEP] = str(case.steps.index(step) + 1)
    return step


def draw_steps(case: Case, here: Step) -> None:
    """Draw the steps as links in their order; a tick says that one is done."""
    with st.container(horizontal=True, gap="small", key="case_steps"):
        for number, step in enumerate(case.steps, 1):
            state = "here" if step == here else "there"
            with st.container(key=f"case_step_{number}_{state}", width="content"):
                icon = _DONE if is_done(case, step) else _OPEN
                _link(case, number, f"{number} · {plain(step.title)}", icon)


def draw_way_on(case: Case, here: Step) -> None:
    """Draw the way to the next step; it says that an unfinished one may be skipped."""
    number = case.steps.index(here) + 1
    if number == len(case.steps):
        return
    after = plain(case.steps[number].title)
    label = f"Next: {after}" if is_done(case, here) else f"Skip this step and go on: {after}"
    st.divider()
    with st.container(key="case_way_on"):
        _link(case, number + 1, label, ":material/arrow_forward:")


def _link(case: Case, number: int, label: str, icon: str) -> None:
    st.page_link(
        streamlit_page(Page.CASES), label=label, icon=icon, query_params={CASE: case.slug, STEP: str(number)}
    )
