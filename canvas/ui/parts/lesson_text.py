"""A lesson's text on a page: paragraphs as HTML, parts drawn between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import Lesson, LessonPart
from canvas.ui.pages import Page, streamlit_page
from canvas.writing.lesson_html import Passage, lesson_html, lesson_passages

PARAMETER = "lesson"
"""The query parameter of the page Learn that names a lesson."""
STYLE = Path(__file__).parent.parent / "static" / "learn.css"


def load_style() -> None:
    """Load the style sheet of lessons, cards and explained terms; each page that shows one calls it once."""
    st.html(STYLE)


def draw_lesson_text(slug: str, parts: Mapping[LessonPart, Callable[[], None]]) -> None:
    """Draw the body of a lesson; parts: what draws each part that a lesson may name."""
    for passage in passages_of(slug):
        if passage.part:
            parts[passage.part]()
        else:
            st.html(f'<div class="lesson">{passage.html}</div>')


def link_to_lesson(
    lesson: Lesson, label: str, icon: str | None = None, icon_position: Literal["left", "right"] = "left"
) -> None:
    """Draw a link to a lesson; other pages lead with it from a remark to what explains it."""
    st.page_link(
        streamlit_page(Page.LEARN),
        label=label,
        icon=icon,
        icon_position=icon_position,
        query_params={PARAMETER: lesson.slug},
    )


@cache
def passages_of(slug: str) -> tuple[Passage, ...]:
    """Return the passages of a lesson, rendered once a process."""
    lesson = next(lesson for lesson in library().lessons if lesson.slug == slug)
    return lesson_passages(lesson.body, library().glossary)


@cache
def rich(text: str) -> str:
    """Return one of our own texts as HTML without explained terms: for cards and answers."""
    return lesson_html(text, ())


def icon(name: str) -> str:
    """Return a sign of the icon font that Streamlit brings along, hidden from screen readers."""
    return f'<span class="icon" aria-hidden="true">{name}</span>'
