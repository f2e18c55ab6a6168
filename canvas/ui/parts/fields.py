"""The one way to draw a field of the plan: its value, the sentence it makes, and what is missing in it."""

from __future__ import annotations

from html import escape
from typing import Literal

import streamlit as st

from canvas.models import limits
from canvas.models.vocabulary import KeyQuestion, RelationshipType
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.parts import problems
from canvas.writing import edits
from canvas.writing.section import sentence_for

_NAMES = frozenset({"name"})
_SHORT = frozenset({"who", "pace"})
_PREVIEW = (
    "<style>.preview{{margin:-.25rem 0 .15rem;padding:.1rem 0 .1rem .7rem;border-left:3px solid #8fc0b8;"
    "color:#4b5563;font-size:.875rem;line-height:1.5;overflow-wrap:anywhere}}"
    ".preview b{{font-weight:600;color:#0b5750}}</style>"
    '<p class="preview"><b>In your section:</b> {sentence}</p>'
)


def line(
    origin: str, label: str, *, hint: str | None = None, placeholder: str = "", with_preview: bool = True
) -> None:
    """Draw a field of one line; it is kept while the student types."""
    st.text_input(
        label,
        key=_ready(origin),
        max_chars=limit_of(origin),
        help=hint,
        placeholder=placeholder,
        on_change=_keep,
        args=(origin, key_of(origin)),
        live="500ms",
        persist_state="session",
    )
    _below(origin, with_preview)


def text(
    origin: str,
    label: str,
    *,
    hint: str | None = None,
    placeholder: str = "",
    with_preview: bool = True,
    height: int | Literal["content"] = "content",
) -> None:
    """Draw a field of several lines; it is kept when the student leaves it."""
    st.text_area(
        label,
        key=_ready(origin),
        max_chars=limit_of(origin),
        help=hint,
        placeholder=placeholder,
        height=height,
        on_change=_keep,
        args=(origin, key_of(origin)),
        persist_state="session",
    )
    _below(origin, with_preview)


def put(origin: str, value: str) -> None:
    """Write a value into the workbook without typing; the fields are drawn afresh."""
    state.change(written(state.workbook(), origin, value), reason="answer taken over")


def key_of(origin: str) -> str:
    """Return the widget key of a field; a new epoch makes every field take its value from the workbook."""
    return f"{origin}@{state.epoch()}"


def limit_of(origin: str) -> int:
    """Return how many characters a field takes."""
    last = origin.rpartition(".")[2]
    return limits.NAME if last in _NAMES else limits.SHORT if last in _SHORT else limits.ANSWER


def value_at(workbook: Workbook, origin: str) -> str:
    """Return what the workbook holds at a field path, "" for a commitment that is not there."""
    match origin.split("."):
        case ["venture", "segments", segment_id, field]:
            return next(
                (str(getattr(one, field)) for one in workbook.venture.segments if one.id == segment_id), ""
            )
        case ["commitments", segment_id, kind, field]:
            return next(
                (
                    str(getattr(one, field))
                    for one in workbook.commitments
                    if one.segment == segment_id and one.type == kind
                ),
                "",
            )
        case [part, field]:
            return str(getattr(getattr(workbook, part), field))
    raise ValueError(f"no field of the plan: {origin}")


def written(workbook: Workbook, origin: str, value: str) -> Workbook:
    """Return the workbook with a value at a field path."""
    match origin.split("."):
        case ["venture", "segments", segment_id, field]:
            return edits.set_segment(workbook, segment_id, field, value)
        case ["venture", field]:
            return edits.set_venture(workbook, field, value)
        case ["commitments", segment_id, kind, field]:
            return edits.set_commitment(workbook, segment_id, RelationshipType(kind), field, value)
        case ["answers", question]:
            return edits.set_answer(workbook, KeyQuestion(question), value)
    raise ValueError(f"no field of the plan: {origin}")


def _ready(origin: str) -> str:
    """Return the key of a field, filled from the workbook where Streamlit has forgotten the widget."""
    key = key_of(origin)
    if key not in st.session_state:
        st.session_state[key] = value_at(state.workbook(), origin)
    return key


def _keep(origin: str, key: str) -> None:
    """Take a field over into the workbook. A missing widget key never means that the field was emptied."""
    value = st.session_state.get(key)
    if isinstance(value, str):
        state.change(written(state.workbook(), origin, value))


def preview(origin: str) -> None:
    """Show the sentence that a filled field makes in the section."""
    workbook = state.workbook()
    if value_at(workbook, origin).strip() and (sentence := sentence_for(workbook, origin)):
        st.html(_PREVIEW.format(sentence=escape(sentence)))


def _below(origin: str, with_preview: bool) -> None:
    if with_preview:
        preview(origin)
    problems.beside(state.workbook(), origin)
