"""Step 4: build the section once, then write on; the check looks over the shoulder."""

from __future__ import annotations

import streamlit as st

from canvas.checks.run import check_text
from canvas.models import limits
from canvas.models.finding import Report
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.pages import Page, link
from canvas.ui.parts import length, steps
from canvas.ui.parts.building import draw_build_again, draw_shapes
from canvas.ui.parts.findings import draw_report, summary
from canvas.ui.parts.offers import draw_offers
from canvas.ui.parts.rubric import draw_folded_rubric
from canvas.ui.saved_line import draw_saved
from canvas.writing.edits import set_draft_text
from canvas.writing.plain_text import word_count
from canvas.writing.section import GAP

_ENOUGH_WORDS = 40
"""From here on remarks come without being asked for; before, an absence says only that the text has just begun."""
_ASKED = "draft_check_asked"


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


def _is_empty(workbook: Workbook) -> bool:
    return workbook.venture == type(workbook.venture)() and workbook.answers == type(workbook.answers)()


@state.saved_fragment
def _draw_draft() -> None:
    """Draw the draft with its remarks; it reruns alone, so that typing stays quick."""
    draw_offers()
    left, right = st.columns([7, 5], gap="medium")
    with left:
        st.header("Your draft")
        text = _draw_field()
        _draw_count(text)
        if st.button("Check", key="check_draft", type="primary", icon=":material/fact_check:"):
            st.session_state[_ASKED] = True
        draw_build_again()
    with right:
        st.header("What the check sees")
        _draw_result(text)


def _draw_field() -> str:
    key = f"draft.text@{state.epoch()}"
    if key not in st.session_state:
        st.session_state[key] = state.workbook().draft.text
    typed = st.text_area(
        "Text of your section",
        key=key,
        height=480,
        on_change=_keep,
        args=(key,),
        help="Paragraphs, and “- ” at the beginning of a line for a list. It is kept when you click outside.",
        placeholder="Write your section here.",
    )
    length.beside(typed, limits.DRAFT)
    return state.workbook().draft.text


def _keep(key: str) -> None:
    """Take the field over. A missing widget key never means that the text was emptied."""
    value = st.session_state.get(key)
    if isinstance(value, str) and length.fits(value, limits.DRAFT):
        state.change(set_draft_text(state.workbook(), value))
        state.save()  # at once: the line below the field says so


def _draw_count(text: str) -> None:
    """Say how long the text is and what is still open in it."""
    words, gaps = word_count(text), len(GAP.findall(text))
    told = f"{words} {'word' if words == 1 else 'words'}"
    if gaps:
        told += f" · {gaps} {'gap' if gaps == 1 else 'gaps'} to fill, marked [missing: …]"
    with st.container(horizontal=True, gap="medium", key="draft_state"):
        st.caption(told.replace("[", "\\["), width="content")
        draw_saved()


def _draw_result(text: str) -> None:
    """Draw the result as the text stands now; a text that has just begun is judged only when asked for."""
    asked = bool(st.session_state.get(_ASKED))
    if not text.strip():
        st.info("Your text is empty. Write a few sentences, then choose Check.")
    elif word_count(text) < _ENOUGH_WORDS and not asked:
        st.info(f"Write on: remarks come from {_ENOUGH_WORDS} words on, or as soon as you choose Check.")
    else:
        report = report_on(state.workbook())
        st.markdown(f"**{summary(report)}** It looks again whenever you change the text.")
        draw_report(report, state.workbook())


def report_on(workbook: Workbook) -> Report:
    """Return the report on the draft, with the questions that its plan raises."""
    return check_text(workbook.draft.text, state.rules(), workbook)
