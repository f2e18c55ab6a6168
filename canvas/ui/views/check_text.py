"""Check a text: paste it, see the remarks, mend it, take it home. What is typed is kept."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.exchange.outgoing.document import SECTION_ONLY
from canvas.exchange.outgoing.formats import Exported, ExportFormat, export
from canvas.models.workbook import Objection
from canvas.store.records import Saved
from canvas.ui.kept import checked_text
from canvas.ui.keys import Key
from canvas.ui.pages import Page, go
from canvas.ui.parts import downloads, live_text, opening
from canvas.ui.parts.lesson_text import load_style
from canvas.ui.parts.objections import draw_objections
from canvas.ui.parts.receipt import draw_receipt
from canvas.ui.parts.revising import noted, reason_of
from canvas.ui.state import store, workspace
from canvas.ui.texts import another_text, change_text, current_text, text_document, turn_into_plan
from canvas.writing.edits import withdraw

_FILE = "customer-relationships"
_EMPTY = "Paste or write your section here. Lists with “- ” at the beginning of a line are fine."


def render() -> None:
    """Draw the page."""
    st.session_state[Key.LINE_DRAWN] = True  # the field says itself whether it is saved; the line is about a plan
    load_style()
    st.title("Check a text")
    opening.draw_waiting()
    opening.draw_opened(text_document())
    st.markdown(
        "Paste the Customer Relationships section you wrote, or open your whole plan as a file: the section is "
        "looked for in it. Nothing is sent to another company, and your text is kept here, so you can come back."
    )
    opening.draw_place("check")
    kept = current_text()
    events = live_text.draw(checked_text(kept), "Your text", key="check_editor", placeholder=_EMPTY)
    if events.checked or events.disagree:
        kept = change_text(lambda workbook: noted(workbook, events), reason_of(events))
    if kept:
        draw_objections(kept.workbook.objections, _take_back)
        draw_receipt(kept.workbook)
    if kept and kept.workbook.draft.text.strip():
        _draw_way_home(kept)


def _take_back(objection: Objection) -> None:
    change_text(lambda workbook: withdraw(workbook, objection))


def _draw_way_home(kept: Saved) -> None:
    st.header("Take it home")
    make = _maker(kept.id)
    with st.container(horizontal=True, key="text_downloads"):
        for kind in (downloads.WORD, downloads.PDF, downloads.HTML, downloads.MARKDOWN):
            downloads.offer(kind, _FILE, make)
    with st.container(horizontal=True, key="text_ways"):
        if st.button("Turn it into a plan", icon=":material/route:", key="turn_into_plan"):
            turn_into_plan()
            go(Page.BUSINESS)
        st.button("Check another text", icon=":material/add:", key="another_text", on_click=another_text)
    st.caption(
        "The files hold the remarks too. A plan keeps this text as its draft: its five steps help you to find "
        "what the text does not say yet."
    )


def _maker(text_id: str) -> Callable[[ExportFormat], Exported]:
    """Return what makes a file of the text. What was typed since this run belongs in it."""
    kept_in, keeper = workspace(), store()

    def made(kind: ExportFormat) -> Exported:
        workbook = keeper.load(kept_in, text_id).workbook
        return export(workbook, kind, check_text(workbook.draft.text, load_rules()), SECTION_ONLY)

    return made
