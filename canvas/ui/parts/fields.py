"""The one way to draw a field of the plan: its value, the sentence it makes, and what is missing in it."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.ui import state
from canvas.ui.editor.component import long_field
from canvas.ui.kept import text_of_plan
from canvas.ui.parts import length, problems
from canvas.writing.field_paths import limit_of, value_at, written
from canvas.writing.section import sentence_for

_STYLE = (
    "<style>.slot{margin:-.25rem 0 .15rem;padding:.05rem 0 .05rem .7rem;border-left:3px solid #d9d5c7;"
    "color:#4b5563;font-size:.875rem;line-height:1.5;min-height:2.7rem;overflow-wrap:anywhere}"
    ".slot.made{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:6;overflow:hidden}"
    ".slot.low{min-height:1.35rem}.slot.made{border-color:#8fc0b8}.slot b{font-weight:600;color:#0b5750}</style>"
)
"""The slot under a field keeps its height, so that a button below does not move away from a click."""


def line(
    origin: str, label: str, *, help_text: str | None = None, placeholder: str = "", example: str = ""
) -> None:
    """Draw a field of one line; it is kept while the student types. example: asks for a slot below it."""
    typed = st.text_input(
        label,
        value_at(state.workbook(), origin),
        key=key_of(origin),
        help=help_text,
        placeholder=placeholder,
        on_change=_keep,
        args=(origin, key_of(origin)),
        live="500ms",
        persist_state="session",
    )
    _take(origin, typed)
    length.beside(typed, limit_of(origin))
    _below(origin, example)


def text(
    origin: str,
    label: str,
    *,
    help_text: str = "",
    placeholder: str = "",
    example: str = "",
    rows: int = 3,
) -> None:
    """Draw a field of several lines; it keeps itself while the student types. example: asks for a slot below it.

    The page runs again when a changed field is left, so that the slot follows. rows: at least so many lines.
    """
    long_field(
        text_of_plan(origin), label, key=f"long.{origin}", help_text=help_text, placeholder=placeholder, rows=rows
    )
    _below(origin, example)


def put(origin: str, value: str) -> None:
    """Write a value into the workbook without typing; the fields are drawn afresh."""
    state.change(written(state.workbook(), origin, value), reason="answer taken over")


def key_of(origin: str) -> str:
    """Return the widget key of a field; a new epoch makes every field take its value from the workbook."""
    return f"{origin}@{state.epoch()}"


def _keep(origin: str, key: str) -> None:
    """Take a field over into the workbook. A missing widget key never means that the field was emptied."""
    value = st.session_state.get(key)
    if isinstance(value, str):
        _take(origin, value)


def _take(origin: str, typed: str) -> None:
    """Make the workbook say what the field shows, also where no callback could run.

    A server that has just started again gets what was typed meanwhile with the first run, without a callback.
    The field's value is only ever a default (`value=`): one set from here would wipe out text not yet sent.
    A text that is too long stays in its field; the workbook keeps the last shorter one.
    """
    if typed != value_at(state.workbook(), origin) and length.fits(typed, limit_of(origin)):
        state.change(written(state.workbook(), origin, typed))


def preview(origin: str, example: str, *, low: bool = False) -> None:
    """Show the sentence that a filled field makes in the section; under an empty one, an example.

    low: the slot is wide, so one line is enough.
    """
    look = "slot low" if low else "slot"
    workbook = state.workbook()
    if not value_at(workbook, origin).strip():
        st.html(f'{_STYLE}<p class="{look}">For example: {escape(example)}</p>')
    elif sentence := sentence_for(workbook, origin):
        st.html(f'{_STYLE}<p class="{look} made"><b>In your section:</b> {escape(sentence)}</p>')
    else:
        st.html(f'{_STYLE}<p class="{look} made">Kept. Your section says this in another place already.</p>')


def _below(origin: str, example: str) -> None:
    if example:
        preview(origin, example)
    problems.beside(state.workbook(), origin)
