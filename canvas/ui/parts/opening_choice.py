"""What becomes of a file: a window shows what was read and lets the student choose; closing it opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Literal

import streamlit as st

from canvas.errors import CanvasError
from canvas.exchange.outgoing.exported_text import section_of
from canvas.models import limits
from canvas.models.intake import Origin, Taken
from canvas.models.workbook import Workbook
from canvas.ui import opened
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.pages import Page, go
from canvas.ui.parts.plain import plain
from canvas.ui.parts.versions import comparison_html
from canvas.writing.plain_text import section_blocks, word_count

_STYLE = """<style>
.read-text{background:#fff;border:1px solid #d9d3c6;border-radius:.6rem;padding:.9rem 1.1rem;line-height:1.65;
 overflow-wrap:anywhere;max-height:19rem;overflow-y:auto;color:#1b2430}
.read-text p{margin:0 0 .7rem}
.read-text ul{margin:0 0 .7rem;padding-left:1.3rem}
</style>"""
_SHOWN = 20_000
"""Characters of a long text that are shown; the whole of it is taken."""


@st.dialog("Open a file", width="large", on_dismiss=opened.forget)
def ask(taken: Taken) -> None:
    """Draw the window for a file that cannot be opened without a question."""
    st.markdown(f":material/description: **{plain(taken.name, 120)}**")
    if taken.origin is Origin.EDITED and taken.workbook is not None:
        _ask_which_version(taken)
    else:
        _ask_which_text(taken)


def _ask_which_version(taken: Taken) -> None:
    if not opened.section_was_edited(taken):
        _draw_change_elsewhere(taken)
        return
    st.markdown(
        "This file was **changed after it was exported**. Here are both texts; what differs is marked. "
        "Choose the one to go on with: the other one is kept as a version."
    )
    st.html(
        comparison_html(
            section_of(taken.workbook or Workbook()),
            taken.text,
            heads=("As it was exported", "As edited"),
            none=("–", "–"),
        )
    )
    with st.container(horizontal=True, key="which_version"):
        if st.button("Take the text as edited", key="take_edited", type="primary"):
            _open(lambda: opened.keep_workbook(taken, "edited"))
        if st.button("Take the text as it was exported", key="take_exported"):
            _open(lambda: opened.keep_workbook(taken, "exported"))
    st.caption("Your answers in the plan come as they were exported. It opens as a new plan: nothing is replaced.")


def _draw_change_elsewhere(taken: Taken) -> None:
    st.markdown(
        "**Your section is as it was exported.** Something else in this file was changed after that. It belongs "
        "to no field of the plan, so it is not taken over: look into the file if you need it."
    )
    if st.button("Open the plan", key="take_exported", type="primary", icon=":material/file_open:"):
        _open(lambda: opened.keep_workbook(taken))


def _ask_which_text(taken: Taken) -> None:
    if taken.note:
        st.warning(plain(taken.note, 500), icon=":material/info:")
    text = taken.whole if _choose(taken) == "whole" else taken.text
    if not text.strip():
        st.markdown("There are no words in this file that can be read. It may hold pictures of text only.")
        return
    st.html(
        f'{_STYLE}<div class="read-text" tabindex="0" role="region" aria-label="The text">{_shown(text)}</div>'
    )
    if taken.lost:
        items = "\n".join(f"- {plain(lost, 300)}" for lost in taken.lost)
        st.markdown(f"**What could not be taken over**\n\n{items}")
    if len(text) > limits.DRAFT:
        st.warning(
            f"This is longer than {limits.DRAFT:,} characters. Choose the section alone, or a shorter file."
        )
    elif st.button("Check this text", key="check_this_text", type="primary", icon=":material/fact_check:"):
        _open(lambda: opened.keep_text(taken, text))
    st.caption("It opens as a new text under “Check a text”: nothing is replaced.")


def _choose(taken: Taken) -> Literal["section", "whole"]:
    """Let the student say whether the section was found rightly; without a section it is the whole text."""
    if taken.section is None or taken.text.strip() == taken.whole.strip():
        st.markdown("This is what was read. Is it your section?")
        return "whole"
    st.markdown(f"Your section was found under the heading “**{plain(taken.section.heading, 120)}**”. Is this it?")
    words = {"section": word_count(taken.text), "whole": word_count(taken.whole)}
    labels = {"section": "Only this section", "whole": "The whole text"}
    chosen: Literal["section", "whole"] = st.radio(
        "What shall be checked?",
        options=["section", "whole"],
        format_func=lambda option: f"{labels[option]} ({words[option]:,} words)",
        key="which_text",
        horizontal=True,
    )
    return chosen


def _shown(text: str) -> str:
    """Return the beginning of a text as HTML, every word escaped."""
    parts = []
    for block in section_blocks(text[:_SHOWN]):
        lines = [escape(line) for line in block.lines]
        if block.kind == "list":
            parts.append("<ul>" + "".join(f'<li dir="auto">{line}</li>' for line in lines) + "</ul>")
        else:
            words = "<br>".join(lines)
            bold = block.kind == "heading"
            parts.append(f'<p dir="auto">{f"<strong>{words}</strong>" if bold else words}</p>')
    more = "<p><em>… and more.</em></p>" if len(text) > _SHOWN else ""
    return "".join(parts) + more


def _open(keep: Callable[[], Page]) -> None:
    """Keep what was chosen and show it; when it cannot be kept, say why and stay."""
    try:
        page: Page = keep()
    except CanvasError as error:
        show_canvas_error(error)
        return
    go(page)
