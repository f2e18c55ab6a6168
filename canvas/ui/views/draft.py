"""Step 4: build the section once, then write on; the check looks over the shoulder."""

from __future__ import annotations

import streamlit as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.finding import Report
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.editor.component import left_behind
from canvas.ui.kept import text_of_plan
from canvas.ui.pages import Page, link
from canvas.ui.parts import live_text, revising, steps
from canvas.ui.parts.building import draw_build_again, draw_shapes
from canvas.ui.parts.offers import draw_offers
from canvas.ui.parts.rubric import draw_folded_rubric
from canvas.writing.field_paths import DRAFT


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.DRAFT):
        draw_folded_rubric()
        _body()


def _body() -> None:
    if state.workbook().draft.text.strip() or st.session_state.get(_own_words_key()):
        _draw_draft()
    else:
        _draw_beginning()
        _open_what_was_left_behind()


def _own_words_key() -> str:
    """Return the key under which the wish to write without answers is kept, for this plan only."""
    return f"draft_own_words@{state.epoch()}"


def _draw_beginning() -> None:
    """Draw what stands here before there is a draft."""
    if _is_empty(state.workbook()):
        st.header("There is nothing to build from yet")
        st.markdown("Say first what your business is and how you treat your customers. A few words are enough.")
        with st.container(horizontal=True, key="empty_draft"):
            link(Page.BUSINESS, "Begin with your business")
            link(Page.CHECK_TEXT, "I already have a text")
        return
    draw_shapes()
    st.button(
        "I write it myself", key="write_myself", icon=":material/edit:", on_click=_write_myself, type="tertiary"
    )


def _write_myself() -> None:
    st.session_state[_own_words_key()] = True


def _open_what_was_left_behind() -> None:
    """Open the editor where first words were typed and never saved: it brings them back itself."""
    if left_behind(text_of_plan(DRAFT), key="left_behind"):
        _write_myself()
        st.rerun()


def _is_empty(workbook: Workbook) -> bool:
    return workbook.venture == type(workbook.venture)() and workbook.answers == type(workbook.answers)()


@state.saved_fragment
def _draw_draft() -> None:
    """Draw the draft with its remarks; it reruns alone, and never because somebody types."""
    draw_offers()
    st.header("Your draft")
    kept, label = text_of_plan(DRAFT), "Text of your section"
    events = live_text.draw(kept, label, key="draft_editor", placeholder="Write your section here.")
    revising.draw(events)
    draw_build_again()


def report_on(workbook: Workbook) -> Report:
    """Return the report on the draft, with the questions that its plan raises."""
    return check_text(workbook.draft.text, load_rules(), workbook)
