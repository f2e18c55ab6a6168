"""The receipt on a page: a card for every earlier and every new remark, with the sentence before and after."""

from __future__ import annotations

import re
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
.receipt .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.3rem .8rem;
 margin:.5rem 0 0}
.receipt .side{background:#f6f2ea;border-radius:.4rem;padding:.35rem .6rem}
.receipt .side p{margin:0}
.receipt .side .when{font-size:.82rem;color:#4b5563}
.receipt mark{background:#d9efe2;color:inherit;border-bottom:2px solid #0f6e4a;padding:.05em .1em}
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
    words = tuple(quote.quote for quote in line.evidence)
    elsewhere = [proof for proof in words if not any(proof in pair.after for pair in line.pairs)]
    proofs = "".join(f'<blockquote dir="auto">“{escape(proof)}”</blockquote>' for proof in elsewhere)
    because = f'<p dir="auto">“{escape(line.because)}”</p>' if line.because else ""
    pairs = "".join(_pair(pair, words) for pair in line.pairs)
    return (
        f'<article class="{line.outcome.value}">'
        f'<p class="outcome">{icon(_SIGNS[line.outcome])}{OUTCOMES[line.outcome]}</p>'
        f"<h3>{name}</h3><p>{escape(says(line))}</p>{because}{proofs}{pairs}</article>"
    )


def _pair(pair: SentencePair, proofs: tuple[str, ...]) -> str:
    """Return a sentence before and now; the words that mend the remark are marked, else those that changed."""
    if pair.change in ("same", "moved"):
        told = "Moved, with the same words" if pair.change == "moved" else "Still there"
        return f'<div class="pair">{_side(told, _with_proofs(pair.after, proofs))}</div>'
    words = words_changed(pair.before, pair.after) if pair.change == "edited" else ()
    older = parts_html(part for part in words if part.kind != "added") or escape(pair.before)
    newer = parts_html(part for part in words if part.kind != "removed") or escape(pair.after)
    if any(proof in pair.after for proof in proofs):
        newer = _with_proofs(pair.after, proofs)
    before, now = older or "<em>nothing here</em>", newer or "<em>taken out</em>"
    return f'<div class="pair">{_side("Before", before)}{_side("Now", now)}</div>'


def _side(when: str, words: str) -> str:
    return f'<div class="side"><p class="when">{when}</p><p dir="auto">{words}</p></div>'


def _with_proofs(sentence: str, proofs: tuple[str, ...]) -> str:
    """Return a sentence with the words that mend the remark marked."""
    inside = [re.escape(proof) for proof in sorted(proofs, key=len, reverse=True)]
    if not inside:
        return escape(sentence)
    parts = re.split(f"({'|'.join(inside)})", sentence)
    return "".join(
        f"<mark>{escape(part)}</mark>" if place % 2 else escape(part) for place, part in enumerate(parts)
    )
