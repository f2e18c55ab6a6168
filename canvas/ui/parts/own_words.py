"""Whose words the section is made of: every sentence with the answer it came from."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.counted import counted
from canvas.models.vocabulary import KeyQuestion, RelationshipType
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.parts.lesson_text import icon, load_style
from canvas.writing.own_words import OwnSentence, own_words

_STYLE = """<style>
.own-words{margin:.6rem 0 0;display:grid;gap:.45rem;overflow-wrap:anywhere;color:#1b2430}
.own-words .one{margin:0;padding:.45rem .8rem;border-left:4px solid #8fc0b8;background:#fff;line-height:1.55}
.own-words .yours{border-left-color:#0f6e4a}
.own-words .not-yet{border-left:4px dashed #a1440c;background:#fdf6ee}
.own-words p{margin:0}
.own-words .from{display:flex;align-items:center;gap:.35rem;font-size:.88rem;color:#4b5563}
.own-words .not-yet .from{color:#8a3a0a;font-weight:600}
</style>"""
_VENTURE = {"offer": "your offer", "value_proposition": "your value proposition"}
_MOMENTS = {
    "before": "before the purchase",
    "during": "during the purchase",
    "after": "after the purchase",
    "who": "who does it, and how fast",
    "pace": "who does it, and how fast",
}


@st.dialog("Whose words are these?", width="large")
def show_own_words() -> None:
    """Draw every sentence of the draft with where it comes from."""
    load_style()
    found = own_words(state.workbook())
    st.markdown(summary(found))
    st.html(_STYLE + own_words_html(found, state.workbook()))


def summary(found: tuple[OwnSentence, ...]) -> str:
    """Return the result in a sentence or two; headings and openers are not counted."""
    answers = sum(one.kind in ("answer", "edited") for one in found)
    own = sum(one.kind == "own" for one in found)
    not_yet = sum(not one.is_yours for one in found)
    if not found:
        return "There is no sentence yet."
    parts = [
        f"{counted(count, 'sentence')} {of_what}"
        for count, of_what in ((answers, "from your answers"), (own, "of your own"))
        if count
    ]
    told = f"{' and '.join(parts)}. " if parts else ""
    if not_yet:
        are = "is" if not_yet == 1 else "are"
        return (
            f"{told}**{counted(not_yet, 'sentence')} {are} not your words yet:** write how it is in your business."
        )
    return f"{told}Every sentence is yours."


def own_words_html(found: tuple[OwnSentence, ...], workbook: Workbook) -> str:
    """Return the sentences as a list, every word escaped."""
    return f'<div class="own-words" role="list">{"".join(_item(one, workbook) for one in found)}</div>'


def source_of(origin: str, workbook: Workbook) -> str:
    """Return how an answer is called, by the path of its field: “Commuters, self-service, after the purchase”."""
    match origin.split("."):
        case ["answers", question]:
            return f"“{state.library().questions[KeyQuestion(question)].text}”"
        case ["commitments", segment_id, kind, field]:
            name = state.library().types[RelationshipType(kind)].name
            return f"{_segment(segment_id, workbook)}, {name}, {_MOMENTS.get(field, field)}"
        case ["venture", "segments", segment_id, "needs"]:
            return f"what {_segment(segment_id, workbook)} need"
        case ["venture", "segments", segment_id, _]:
            return f"the relationships of {_segment(segment_id, workbook)}"
        case ["venture", field]:
            return _VENTURE.get(field, "your business")
    return "your plan"


def _item(one: OwnSentence, workbook: Workbook) -> str:
    sign, says = _where_from(one, workbook)
    look = "not-yet" if not one.is_yours else "yours" if one.kind == "own" else "planned"
    ours = f'<p class="quiet">It reads: “{escape(one.ours)}”</p>' if one.ours else ""
    return (
        f'<div role="listitem" class="one {look}"><p dir="auto">{escape(one.text)}</p>'
        f'<p class="from">{icon(sign)}<span>{escape(says)}</span></p>{ours}</div>'
    )


def _where_from(one: OwnSentence, workbook: Workbook) -> tuple[str, str]:
    """Return a sign and a line that says whose words a sentence is."""
    source = source_of(one.origin, workbook) if one.origin else ""
    match one.kind:
        case "answer":
            return "edit_note", f"From your answer: {source}"
        case "edited":
            return "edit", f"From your answer, changed by you: {source}"
        case "own":
            return "person", "Your own sentence"
        case "frame":
            return "label", "A heading or an opener; it does not count"
        case "gap":
            return "pending", "Not your words yet: a gap is still open"
    return "content_copy", f"Not your words yet: nearly the same stands in {one.where}"


def _segment(segment_id: str, workbook: Workbook) -> str:
    names = [one.name.strip() for one in workbook.venture.segments if one.id == segment_id]
    return names[0] if names and names[0] else "a segment"
