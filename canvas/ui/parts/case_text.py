"""A text of a case on a page: Markdown without tags, pictures, formulas and script links, whoever wrote it."""

from __future__ import annotations

import streamlit as st

from canvas.writing.brief_html import brief_html


def draw_text(text: str) -> None:
    """Draw a brief, a task, hints or an outcome."""
    st.html(f'<div class="lesson">{brief_html(text)}</div>')
