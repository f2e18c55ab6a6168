"""The five steps of a plan: where am I, what is done, where to next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import streamlit as st

from canvas.models.complete_plan import problems
from canvas.models.workbook import Workbook
from canvas.ui.history import redo, undo
from canvas.ui.keys import Key
from canvas.ui.pages import Page, icon_of, link, title_of
from canvas.ui.parts.plain import plain
from canvas.ui.parts.problems import step_of
from canvas.ui.parts.sample import sample_button
from canvas.ui.saved_line import draw_saved
from canvas.ui.state import workbook
from canvas.writing.section import GAP


class Step(StrEnum):
    """The steps in their order; the value is the name of the page."""

    BUSINESS = Page.BUSINESS.value
    RELATIONSHIPS = Page.RELATIONSHIPS.value
    QUESTIONS = Page.QUESTIONS.value
    DRAFT = Page.DRAFT.value
    HAND_IN = Page.HAND_IN.value


_TITLES = {
    Step.BUSINESS: "Your business",
    Step.RELATIONSHIPS: "How you treat each segment",
    Step.QUESTIONS: "The five key questions",
    Step.DRAFT: "Draft and check",
    Step.HAND_IN: "Hand in",
}
_DONE, _OPEN = ":material/check_circle:", ":material/radio_button_unchecked:"


@contextmanager
def page(step: Step) -> Iterator[None]:
    """Draw the frame of a step around its body: title, the plan's name, the steps; then the way on."""
    st.title(_TITLES[step])
    _draw_plan_line()
    draw_steps()
    yield
    if not st.session_state.get(Key.LINE_DRAWN):
        draw_saved()
    _draw_way_on(step)


def draw_steps() -> None:
    """Draw the five steps as links; a tick says that nothing is open in a step."""
    done = steps_done(workbook())
    with st.container(horizontal=True, gap="small", key="steps"):
        for step in Step:
            state = "done" if step in done else "open"
            with st.container(key=f"step_{step.value}_{state}", width="content"):
                link(Page(step.value), icon=_DONE if step in done else _OPEN)


def steps_done(plan: Workbook) -> frozenset[Step]:
    """Return the steps in which nothing is open. A gap keeps the draft open.

    Hand in is done when all others are: whether a file was taken home cannot be seen.
    """
    open_steps = {Step(step_of(problem.origin)) for problem in problems(plan)}
    if not plan.commitments:
        open_steps.add(Step.RELATIONSHIPS)
    if not plan.draft.text.strip() or GAP.search(plan.draft.text):
        open_steps.add(Step.DRAFT)
    if open_steps:
        open_steps.add(Step.HAND_IN)
    return frozenset(step for step in Step if step not in open_steps)


def _draw_plan_line() -> None:
    """Show the plan's name, and the two ways through its history."""
    plan = workbook()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="plan_line"):
        name = plan.title.strip() or plan.venture.name.strip() or "New plan"
        st.markdown(f"Plan: **{plain(name)}**", width="stretch")
        sample_button("steps_sample", "Example")
        st.button("Undo", icon=":material/undo:", type="tertiary", key="undo", on_click=undo)
        st.button("Redo", icon=":material/redo:", type="tertiary", key="redo", on_click=redo)


def _draw_way_on(step: Step) -> None:
    order = list(Step)
    place = order.index(step)
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way_on"):
        before = Page(order[place - 1].value) if place else Page.START
        with st.container(key="way_back", width="content"):
            link(before, f"Back: {title_of(before)}", icon=":material/arrow_back:")
        if place + 1 < len(order):
            after = Page(order[place + 1].value)
            with st.container(key="way_next", width="content"):
                link(after, f"Next: {title_of(after)}", icon=":material/arrow_forward:")
        else:
            link(Page.LEARN, "Read the lesson again", icon=icon_of(Page.LEARN))
