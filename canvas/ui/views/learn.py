"""Learn: the list of lessons, or one lesson chosen by `?lesson=slug`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import Lesson, LessonPart
from canvas.ui.pages import Page, link, streamlit_page
from canvas.ui.parts.glossary import draw_glossary
from canvas.ui.parts.lesson_lists import draw_key_questions, draw_openers, draw_sample_canvas
from canvas.ui.parts.lesson_text import PARAMETER, draw_lesson_text, link_to_lesson, load_style
from canvas.ui.parts.mistake_cards import draw_mistakes, draw_weak_example
from canvas.ui.parts.quiz import draw_first_question, draw_quiz
from canvas.ui.parts.rubric import draw_rubric
from canvas.ui.parts.sample import sample_button
from canvas.ui.parts.type_cards import draw_look_closer, draw_type_cards

_BACK, _ON = ":material/arrow_back:", ":material/arrow_forward:"
_PARTS: dict[LessonPart, Callable[[], None]] = {
    LessonPart.CANVAS: draw_sample_canvas,
    LessonPart.KEY_QUESTIONS: draw_key_questions,
    LessonPart.TYPE_CARDS: draw_type_cards,
    LessonPart.LOOK_CLOSER: draw_look_closer,
    LessonPart.MISTAKES: draw_mistakes,
    LessonPart.OPENERS: draw_openers,
    LessonPart.WEAK_EXAMPLE: draw_weak_example,
    LessonPart.RUBRIC: draw_rubric,
}


def render() -> None:
    """Draw the lesson that the address names, or the list of all lessons."""
    load_style()
    slug = st.query_params.get(PARAMETER)
    lesson = next((lesson for lesson in library().lessons if lesson.slug == slug), None)
    _start_at_the_top(slug or "")
    if lesson:
        st.query_params[PARAMETER] = lesson.slug  # a link inside this page leaves the address behind: say it again
        _draw_lesson(lesson)
    else:
        st.query_params.clear()
        _draw_overview(unknown=slug is not None)


def _start_at_the_top(slug: str) -> None:
    """Scroll up when another lesson is opened: Streamlit does so only between pages, and this is one page."""
    known = slug if slug in {lesson.slug for lesson in library().lessons} else ""
    scroll = "document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)"
    with st.container(key="scroll_up"):
        st.html(f"<script>{scroll} // {known}</script>", unsafe_allow_javascript=True)


def _draw_overview(unknown: bool) -> None:
    """Draw every lesson as a card: title, what it is about, reading time."""
    lessons = library().lessons
    st.title("Learn to write about customer relationships")
    if unknown:
        st.info("There is no lesson with this name. Here are all of them.")
    st.markdown(
        f"{len(lessons)} short lessons, about {sum(lesson.minutes for lesson in lessons)} minutes in all. "
        "Read them in order, or pick what you need. Some words are underlined with dots: tap one, or point at it, "
        "and it tells you what it means."
    )
    sample_button("sample_in_learn")
    cards = [partial(_draw_card, lesson, number) for number, lesson in enumerate(lessons, start=1)]
    cards += [
        partial(_draw_way_out, Page.BUSINESS, "Plan your own", "Your business, your segments, your section."),
        partial(_draw_way_out, Page.CASES, "Play a case", "Help a game studio to understand its players."),
    ]
    for start in range(0, len(cards), 3):
        for column, draw in zip(st.columns(3), cards[start : start + 3], strict=False):
            with column:
                draw()
    draw_glossary()
    link(Page.TRUST)


def _draw_card(lesson: Lesson, number: int) -> None:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"lesson_card_{number}"):
        st.html(f'<p class="lesson-number">Lesson {number} · {lesson.minutes} minutes</p>')
        link_to_lesson(lesson, lesson.title)
        st.markdown(lesson.summary)


def _draw_way_out(page: Page, title: str, says: str) -> None:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"lesson_card_{page.value}"):
        st.html('<p class="lesson-number">And then</p>')
        link(page, title)
        st.markdown(says)


def _draw_lesson(lesson: Lesson) -> None:
    lessons = library().lessons
    place = lessons.index(lesson)
    with st.container(key="lesson_way_back"):
        st.page_link(streamlit_page(Page.LEARN), label="All lessons", icon=_BACK, query_params={})
    st.title(lesson.title)
    st.html(f'<p class="lesson-number">Lesson {place + 1} of {len(lessons)} · {lesson.minutes} minutes</p>')
    st.html(f'<p class="lead">{escape(lesson.summary)}</p>')
    draw_lesson_text(lesson.slug, {**_PARTS, LessonPart.FIRST_QUESTION: partial(draw_first_question, lesson)})
    draw_quiz(lesson)
    st.divider()
    _draw_way_on(lessons, place)


def _draw_way_on(lessons: Sequence[Lesson], place: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="lesson_way_on"):
        if place:
            link_to_lesson(lessons[place - 1], f"Back: {lessons[place - 1].title}", icon=_BACK)
        if place + 1 < len(lessons):
            link_to_lesson(
                lessons[place + 1], f"Next: {lessons[place + 1].title}", icon=_ON, icon_position="right"
            )
        else:
            plan = streamlit_page(Page.BUSINESS)
            st.page_link(plan, label="Next: plan your own", icon=_ON, icon_position="right")
