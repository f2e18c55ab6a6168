"""What a document to hand in holds: the section alone, until the student ticks more."""

from __future__ import annotations

import streamlit as st

from canvas.exchange.outgoing.document import Choice, PaperSize, document_of
from canvas.models import limits
from canvas.models.workbook import Workbook
from canvas.ui.last_revision import last_receipt

_PAPERS: dict[PaperSize, str] = {"a4": "A4", "letter": "US Letter"}


def draw_choice(workbook: Workbook) -> tuple[Choice, bool]:
    """Draw the boxes, the name and the paper; return what was chosen, and whether the remarks stand in it."""
    everything = document_of(workbook, choice=Choice(plan=True, canvas=True))
    with st.container(gap="small", key="choice"):
        st.markdown("**It holds your section. Add to it:**")
        plan = _box("The plan as a table", "with_plan", bool(everything.tables), "Choose a relationship first.")
        canvas = _box("The canvas", "with_canvas", bool(everything.canvas), "Fill at least four blocks first.")
        remarks = _box("The remarks of the check", "with_remarks")
        st.markdown("**What you say about it yourself:**")
        own = bool(workbook.objections)
        disagreements = _box(
            "Where I disagree", "with_disagreements", own, "You disagree with no remark.", ticked_first=True
        )
        ratings = _box("How I rate my text", "with_ratings", bool(workbook.self_assessment), "Rate a row first.")
        receipt = last_receipt(workbook)
        revision = _box("My last revision", "with_revision", receipt is not None, "Check your text twice first.")
    if plan:
        st.caption("The table shows your answers as you wrote them, also where you have changed the text since.")
    choice = Choice(
        plan=plan,
        canvas=canvas,
        author=_draw_author(),
        disagreements=disagreements,
        ratings=ratings,
        receipt=receipt if revision else None,
        paper=_draw_paper(),
    )
    return choice, remarks


def _draw_author() -> str:
    return st.text_input(
        "Your name (optional)",
        key="author",
        max_chars=limits.NAME,
        help="It is printed under the title. It is not saved with your plan.",
        persist_state="session",
    )


def _draw_paper() -> PaperSize:
    chosen: PaperSize = st.radio(
        "Paper", options=[*_PAPERS], format_func=_PAPERS.__getitem__, key="paper", horizontal=True
    )
    return chosen


def _box(
    label: str, key: str, possible: bool = True, otherwise: str | None = None, *, ticked_first: bool = False
) -> bool:
    help_text = None if possible else otherwise
    if not possible:  # under another key, so that the box is fresh as soon as it can be ticked
        key += "_later"
    first = ticked_first and possible
    ticked = st.checkbox(label, first, key=key, disabled=not possible, help=help_text, persist_state="session")
    return ticked and possible
