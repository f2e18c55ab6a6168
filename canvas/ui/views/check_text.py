"""Check a text: paste it, see the remarks, mend it, take it home. What is typed is kept."""

from __future__ import annotations

import streamlit as st

from canvas.checks.run import check_text
from canvas.exchange.html import to_html
from canvas.exchange.markdown import to_markdown
from canvas.models import limits
from canvas.models.finding import Report
from canvas.ui.keys import Key
from canvas.ui.pages import Page, go
from canvas.ui.parts import downloads, length
from canvas.ui.parts.findings import draw_report
from canvas.ui.saved_line import draw_saved
from canvas.ui.state import epoch, rules
from canvas.ui.texts import another_text, current_text, keep_text, turn_into_plan

_FILE = "customer-relationships"
_EMPTY = "Paste or write your section here. Lists with “- ” at the beginning of a line are fine."


def render() -> None:
    """Draw the page."""
    st.title("Check a text")
    st.markdown(
        "Paste the Customer Relationships section you wrote. Nothing is sent to another company, and your text "
        "is kept here, so you can come back to it."
    )
    text = _draw_field()
    report = _draw_buttons(text)
    if report:
        st.header("What the check sees")
        draw_report(report)
        _draw_way_home(report)


def _draw_field() -> str:
    """Draw the long field and keep what it holds. It answers when it is left: a click anywhere is enough."""
    last = current_text()
    typed = st.text_area(
        "Your text",
        last.workbook.draft.text if last else "",
        key=f"check_text@{epoch()}",
        height=320,
        placeholder=_EMPTY,
    )
    keep_text(typed)
    length.beside(typed, limits.DRAFT)
    with st.container(horizontal=True, gap="medium", key="text_state"):
        words = len(typed.split())
        st.caption(f"{words} {'word' if words == 1 else 'words'}", width="content")
        if kept := current_text():
            draw_saved(kept, long_fields=True)
    return typed if length.fits(typed, limits.DRAFT) else kept.workbook.draft.text if kept else ""


def _draw_buttons(text: str) -> Report | None:
    """Draw what can be done with the text; return the report once it was asked for."""
    with st.container(horizontal=True, key="text_buttons"):
        asked = st.button("Check", icon=":material/fact_check:", key="check", type="primary")
        if current_text():
            st.button("Check another text", icon=":material/add:", key="another_text", on_click=another_text)
    if asked and not text.strip():
        st.info("There is no text yet. Paste or write your section in the field above, then choose Check.")
    if asked:
        st.session_state[Key.TEXT_CHECKED] = True
    if not text.strip() or not st.session_state.get(Key.TEXT_CHECKED):
        return None
    return check_text(text, rules())


def _draw_way_home(report: Report) -> None:
    kept = current_text()
    if kept is None:
        return
    st.header("Take it home")
    with st.container(horizontal=True, key="text_downloads"):
        downloads.offer(downloads.MARKDOWN, _FILE, lambda: to_markdown(kept.workbook, report))
        downloads.offer(downloads.HTML, _FILE, lambda: to_html(kept.workbook, report))
        if st.button("Turn it into a plan", icon=":material/route:", key="turn_into_plan"):
            turn_into_plan()
            go(Page.BUSINESS)
    st.caption(
        "A plan keeps this text as its draft. Its five steps help you to find what the text does not say yet."
    )
