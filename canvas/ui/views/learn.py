"""Learn: the list of lessons, or one lesson chosen by `?lesson=slug`."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import Lesson, LessonPart
from canvas.ui.pages import Page, streamlit_page
from canvas.ui.parts.glossary import draw_glossary
from canvas.ui.parts.lesson_lists import draw_key_questions, draw_openers, draw_sample_canvas
from canvas.ui.parts.lesson_text import PARAMETER, draw_lesson_text, link_to_lesson, load_style
from canvas.ui.parts.mistake_cards import draw_mistakes, draw_weak_example
from canvas.ui.parts.quiz import draw_quiz
from canvas.ui.parts.rubric import draw_rubric
from canvas.ui.parts.sample import sample_button
from canvas.ui.parts.type_cards import draw_look_closer, draw_type_cards

_PARTS: dict[LessonPart, Callable[[], None]] = {
    LessonPart.CANVAS: draw_sample_canvas,
    LessonPart.KEY_QUESTIONS: draw_key_questions,
    LessonPart.TYPE_CARDS: draw_type_cards,
    LessonPart.LOOK_CLOSER: draw_look_closer,
    LessonPart.MISTAKES: draw_mistakes,
    LessonPart.OPENERS: draw_openers,
    LessonPart.WEAK_EXAMPLE: draw_weak_example,
    LessonPart.RUBRIC: draw_rubric,
    LessonPart.GLOSSARY: draw_glossary,
}


def render() -> None:
    """Draw the lesson that the address names, or the list of all lessons."""
    load_style()
    slug = st.query_params.get(PARAMETER)
    lesson = next((lesson for lesson in library().lessons if lesson.slug == slug), None)
    if lesson:
        _draw_lesson(lesson)
    else:
        _draw_overview(unknown=slug is not None)


def _draw_overview(unknown: bool) -> None:
    """Draw every lesson as a card: title, what it is about, reading time."""
    lessons = library().lessons
    st.title("Learn to write about customer relationships")
    if unknown:
        st.info("There is no lesson with this name. Here are all of them.")
    st.markdown(
        f"{len(lessons)} short lessons, about {sum(lesson.minutes for lesson in lessons)} minutes in all. "
        "Read them in order, or pick what you need. Words with a dotted line explain themselves: point at them or tap them."
    )
    sample_button("sample_in_learn")
    for start in range(0, len(lessons), 3):
        for column, lesson in zip(st.columns(3), lessons[start : start + 3], strict=False):
            with column.container(border=True, height="stretch"):
                _draw_card(lesson, lessons.index(lesson) + 1)


def _draw_card(lesson: Lesson, number: int) -> None:
    st.html(f'<p class="lesson-number">Lesson {number} · {lesson.minutes} minutes</p>')
    link_to_lesson(lesson, lesson.title)
    st.markdown(lesson.summary)


def _draw_lesson(lesson: Lesson) -> None:
    lessons = library().lessons
    place = lessons.index(lesson)
    st.page_link(streamlit_page(Page.LEARN), label="All lessons", icon=":material/arrow_back:", query_params={})
    st.title(lesson.title)
    st.html(f'<p class="lesson-number">Lesson {place + 1} of {len(lessons)} · {lesson.minutes} minutes</p>')
    st.markdown(lesson.summary)
    draw_lesson_text(lesson.slug, _PARTS)
    draw_quiz(lesson)
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="lesson_way_on"):
        if place:
            link_to_lesson(lessons[place - 1], f"Back: {lessons[place - 1].title}", icon=":material/arrow_back:")
        if place + 1 < len(lessons):
            link_to_lesson(
                lessons[place + 1], f"Next: {lessons[place + 1].title}", icon=":material/arrow_forward:"
            )
        else:
            st.page_link(
                streamlit_page(Page.BUSINESS), label="Next: plan your own", icon=":material/arrow_forward:"
            )
