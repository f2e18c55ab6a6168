"""Step 2: how each segment is treated before, during and after the purchase."""

from __future__ import annotations

import streamlit as st

from canvas.models.workbook import Segment, Workbook
from canvas.ui import state
from canvas.ui.pages import Page, link
from canvas.ui.parts import commitments, coverage, matrix, problems, steps
from canvas.ui.parts.plain import plain
from canvas.ui.parts.rubric import draw_folded_rubric
from canvas.ui.parts.segments import called

SHOWN = "relationships_segment"
"""Session key of the segment on screen."""


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.RELATIONSHIPS):
        draw_folded_rubric()
        _body()


def _body() -> None:
    """One segment at a time, and below it how the whole plan looks."""
    workbook = state.workbook()
    if not workbook.venture.segments:
        st.info("First say whom you serve: add at least one customer segment.")
        link(Page.BUSINESS, "Add customer segments")
        return
    library = state.library()
    problems.switch(workbook, "relationships")
    segment = _choose(workbook)
    commitments.draw(workbook, segment, library)
    names = {kind: card.name for kind, card in library.types.items()}
    st.header("Your plan at a glance", anchor=False)
    who_gets_what, journey = st.tabs([matrix.CAPTION, coverage.CAPTION])
    with who_gets_what:
        matrix.draw(workbook, names)
    with journey:
        coverage.draw(workbook, names)


def _choose(workbook: Workbook) -> Segment:
    """Draw the choice of a segment and return the one on screen."""
    found = {segment.id: segment for segment in workbook.venture.segments}
    labels = {one.id: plain(called(one, number), 40) for number, one in enumerate(found.values(), start=1)}
    if st.session_state.get(SHOWN) not in found:
        st.session_state[SHOWN] = next(iter(found))
    chosen = st.segmented_control(
        "Whose relationships do you plan?",
        list(found),
        format_func=labels.__getitem__,
        key=SHOWN,
        required=True,
        wrap=True,
        persist_state="session",
    )
    segment = found[chosen or next(iter(found))]
    st.header(f"How do you treat {labels[segment.id]}?", anchor=False)
    if segment.needs.strip():
        st.text(f"What they need: {segment.needs.strip()}")
    return segment
