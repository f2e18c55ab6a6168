"""A look at one's own text before handing in: every level in sight, and what the next one asks for."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.teaching import RubricRow
from canvas.ui import state

_NEXT = (
    "<style>.next-level{{margin:-.2rem 0 .4rem;padding-left:.7rem;border-left:3px solid #8fc0b8;color:#374151;"
    "font-size:.93rem;line-height:1.5}}</style>"
    '<p class="next-level">{next}</p>'
)


def draw() -> None:
    """Draw the rows of the rubric; the choice is for the student only, it is neither saved nor handed in."""
    st.header("Look at your text yourself")
    st.markdown("Read your text once more and choose the level that fits. This is only for you.")
    for row in state.library().rubric:
        with st.container(border=True, key=f"look.{row.id}", gap="small"):
            _draw_row(row)


def _draw_row(row: RubricRow) -> None:
    levels = dict(row.levels)
    names = list(levels)
    chosen = st.radio(
        row.title, options=names, captions=list(levels.values()), index=None, key=f"self_look.{row.id}"
    )
    if not chosen:
        return
    place = names.index(chosen)
    if place + 1 < len(names):
        told = f"To reach “{names[place + 1]}”: {levels[names[place + 1]]}"
    else:
        told = "This is the highest level. Which sentence of your text shows it?"
    st.html(_NEXT.format(next=escape(told)))
