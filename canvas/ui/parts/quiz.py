"""Questions about new little situations: an answer brings an explanation, never a score."""

from __future__ import annotations

import streamlit as st

from canvas.models.teaching import Lesson, LessonPart, TryIt
from canvas.ui.parts.lesson_text import rich

_FIRST = f"::: {LessonPart.FIRST_QUESTION.value}"


def draw_first_question(lesson: Lesson) -> None:
    """Draw the first question alone, where the lesson's text asks it before it explains."""
    st.header("Before you read on")
    _draw_framed(lesson, 1, lesson.try_it[0])


def draw_quiz(lesson: Lesson) -> None:
    """Draw the questions of a lesson, without a first one that the text has asked already."""
    st.header("Try it")
    asked = _FIRST in lesson.body.splitlines()
    for number, question in enumerate(lesson.try_it, start=1):
        if number > asked:
            _draw_framed(lesson, number, question)


def _draw_framed(lesson: Lesson, number: int, question: TryIt) -> None:
    with st.container(border=True, key=f"try_it_{number}"):
        _draw_question(question, f"try_{lesson.slug}_{number}")


@st.fragment
def _draw_question(question: TryIt, key: str) -> None:
    """Draw one question; the explanation of the chosen answer appears below, the others can be opened."""
    st.markdown(question.situation)
    options = range(len(question.options))
    chosen = st.radio(
        question.ask,
        options,
        index=None,
        format_func=lambda place: question.options[place].text,
        key=key,
    )
    if chosen is None:
        return
    option = question.options[chosen]
    look, word = ("answer right", "Good choice.") if option.right else ("answer", "Not quite.")
    st.html(f'<div class="{look}" role="status"><p><strong>{word}</strong></p>{rich(option.says)}</div>')
    with st.expander("What about the other answers?"):
        for place, other in enumerate(question.options):
            if place != chosen:
                st.markdown(f"**{other.text}**  \n{other.says}")
