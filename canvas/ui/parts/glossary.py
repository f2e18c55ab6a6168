"""The glossary as a list, and one line of text whose terms explain themselves."""

from __future__ import annotations

from functools import cache
from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.ui.parts.lesson_text import load_style
from canvas.writing.lesson_html import lesson_html


def draw_glossary() -> None:
    """Draw every term with its meaning, in alphabetical order."""
    st.header("All the words")
    terms = sorted(library().glossary, key=lambda entry: entry.term.lower())
    entries = "".join(
        f"<div><dt>{escape(entry.term)}</dt><dd>{escape(entry.meaning)}</dd></div>" for entry in terms
    )
    st.html(f'<dl class="glossary lesson-part">{entries}</dl>')


def explained(text: str) -> None:
    """Draw one of our own lines of Markdown; its glossary terms explain themselves on hover, focus and tap."""
    load_style()
    st.html(f'<div class="lesson">{_explained(text)}</div>')


@cache
def _explained(text: str) -> str:
    return lesson_html(text, library().glossary)
