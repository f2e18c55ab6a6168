"""The receipt on a page: a card for every earlier and every new remark, with the sentence before and after."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.receipt import Outcome, Receipt, ReceiptLine, SentencePair
from canvas.models.workbook import Workbook
from canvas.ui.last_revision import last_receipt
from canvas.ui.parts.compared import STYLE, parts_html
from canvas.ui.parts.lesson_text import icon
from canvas.ui.state import library
from canvas.writing.receipt_words import OUTCOMES, says, summary
from canvas.writing.sentence_diff import words_changed

_SIGNS = {
    Outcome.FIXED: "check_circle",
    Outcome.CHANGED: "edit",
    Outcome.UNTOUCHED: "radio_button_unchecked",
    Outcome.REMOVED: "delete",
    Outcome.REPLACED: "swap_horiz",
    Outcome.DISPUTED: "forum",
    Outcome.NEW: "fiber_new",
}
_LOOK = """<style>
.receipt{display:grid;gap:.7rem;overflow-wrap:anywhere;color:#1b2430}
.receipt article{border:1px solid #d9d3c6;border-left:5px solid #6b7280;border-radius:.6rem;padding:.7rem 1rem;
 background:#fff}
.receipt article.fixed{border-left-color:#0f6e4a}
.receipt article.new,.receipt article.replaced{border-left-color:#a1440c;border-left-style:dashed}
.receipt article.changed,.receipt article.removed{border-left-color:#a1440c}
.receipt h3{font-size:1.05rem;line-height:1.35;margin:0;padding:0}
.receipt .outcome{display:inline-flex;align-items:center;gap:.35rem;margin:0 0 .2rem;font-size:.88rem;
 font-weight:600}
.receipt p{margin:.35rem 0 0;line-height:1.55}
.receipt blockquote{margin:.35rem 0 0;padding:.1rem .8rem;border-left:4px solid #0f6e4a;background:#e6f3ec;
 color:inherit}
.receipt dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.2rem 1rem;
 margin:.5rem 0 0}
.receipt dl div{background:#f6f2ea;border-radius:.4rem;padding:.35rem .6rem}
.receipt dt{font-size:.82rem;color:#4b5563}
.receipt dd{margin:0;line-height:1.55}
</style>"""


def draw_receipt(workbook: Workbook) -> None:
    """Draw what the last revision did under a header of its own; one line before there is anything to compare."""
    found = last_receipt(workbook)
    if found is None:
        if workbook.checked:
            st.caption("Change your text and choose Check again: then you see here what your changes did.")
        return
    st.header("What your last revision did")
    st.markdown(summary(found))
    if found.lines:
        st.html(STYLE + _LOOK + receipt_html(found))


def receipt_html(receipt: Receipt) -> str:
    """Return the cards as HTML, every word escaped."""
    cards = "".join(_card(line) for line in receipt.lines)
    return f'<div class="receipt compared">{cards}</div>'


def _card(line: ReceiptLine) -> str:
    name = escape(library().mistakes[line.mistake].name)
    proof = "".join(f'<blockquote dir="auto">“{escape(quote.quote)}”</blockquote>' for quote in line.evidence)
    because = f'<p dir="auto">“{escape(line.because)}”</p>' if line.because else ""
    pairs = "".join(_pair(pair) for pair in line.pairs)
    return (
        f'<article class="{line.outcome.value}">'
        f'<p class="outcome">{icon(_SIGNS[line.outcome])}{OUTCOMES[line.outcome]}</p>'
        f"<h3>{name}</h3><p>{escape(says(line))}</p>{because}{proof}{pairs}</article>"
    )


def _pair(pair: SentencePair) -> str:
    if pair.change in ("same", "moved"):
        told = "Moved, with the same words" if pair.change == "moved" else "Still there"
        return f'<dl><div><dt>{told}</dt><dd dir="auto">{escape(pair.after)}</dd></div></dl>'
    edited = pair.change == "edited"
    words = words_changed(pair.before, pair.after) if edited else ()
    older = parts_html(part for part in words if part.kind != "added") if edited else escape(pair.before)
    newer = parts_html(part for part in words if part.kind != "removed") if edited else escape(pair.after)
    none = {"added": "nothing here", "removed": "taken out"}.get(pair.change, "")
    return (
        f'<dl><div><dt>Before</dt><dd dir="auto">{older or f"<em>{none}</em>"}</dd></div>'
        f'<div><dt>Now</dt><dd dir="auto">{newer or f"<em>{none}</em>"}</dd></div></dl>'
    )
