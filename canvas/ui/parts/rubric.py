"""The rubric: five rows, four levels, in sight before writing."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import RubricRow
from canvas.ui.parts.lesson_text import load_style


def draw_rubric() -> None:
    """Draw the rubric as a table; on a narrow screen each row becomes a small list of levels."""
    st.html(rubric_html())


def draw_folded_rubric() -> None:
    """Draw the rubric folded away in one line, for the steps of a plan."""
    load_style()
    with st.expander("How a section is judged", icon=":material/checklist:"):
        draw_rubric()


def rubric_html() -> str:
    """Return the rubric as an HTML table."""
    rows = library().rubric
    levels = "".join(f'<th scope="col">{name}</th>' for name, _ in rows[0].levels)
    body = "".join(_row(row) for row in rows)
    head = f'<thead><tr><th scope="col">Row</th>{levels}</tr></thead>'
    return f'<div class="fits"><table class="rubric">{head}<tbody>{body}</tbody></table></div>'


def _row(row: RubricRow) -> str:
    cells = "".join(f'<td><span class="level">{name}</span>{escape(says)}</td>' for name, says in row.levels)
    return f'<tr><th scope="row">{escape(row.title)}</th>{cells}</tr>'
