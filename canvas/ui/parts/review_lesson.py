"""The class lesson: the commonest mistakes with sentences of the class, to look over and to hand out."""

from __future__ import annotations

import streamlit as st

from canvas.desk.class_lesson import ClassLesson, class_lesson, lesson_docx, lesson_html, with_example
from canvas.desk.class_view import ClassView
from canvas.exchange.outgoing.formats import MEDIA_TYPES
from canvas.models import limits
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import ClassData
from canvas.ui.parts.review_guard import file_for_reviewers


def draw(data: ClassData, view: ClassView) -> None:
    """Draw the examples, which can be changed, and the two downloads."""
    st.subheader("A lesson for the class")
    lesson = class_lesson(data.batch, data.reports, view)
    if not lesson.mistakes:
        st.caption("None of the four common mistakes was found, so there is nothing to go over together.")
        return
    st.markdown(
        "One page to hand out: the commonest mistakes, two sentences of the class each, and how they read when "
        "they are mended. Names are taken out; look at the sentences before you hand them out."
    )
    with st.expander("Look at the examples and change them", icon=":material/edit:"):
        lesson = _edited(lesson)
    with st.container(horizontal=True, key="lesson_files"):
        st.download_button(
            "Web page (.html)",
            file_for_reviewers(lambda: lesson_html(lesson).encode("utf-8")),
            "class-lesson.html",
            MEDIA_TYPES["html"],
            key="lesson_html",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "Word (.docx)",
            file_for_reviewers(lambda: lesson_docx(lesson)),
            "class-lesson.docx",
            MEDIA_TYPES["docx"],
            key="lesson_docx",
            icon=":material/download:",
            on_click="ignore",
        )


def _edited(lesson: ClassLesson) -> ClassLesson:
    """Return the lesson with what the reviewer wrote instead of the examples."""
    for one in lesson.mistakes:
        st.markdown(f"**{plain(one.name, 100)}** ({one.count} of {one.of})")
        for place, example in enumerate(one.examples):
            key = f"lesson_{one.mistake.value}_{place}"
            left, right = st.columns(2)
            said = left.text_area(
                f"Sentence {place + 1}", example.sentence, key=f"{key}_said", max_chars=limits.ANSWER, height=90
            )
            mended = right.text_area(
                f"Sentence {place + 1}, mended",
                example.mended,
                key=f"{key}_mended",
                max_chars=limits.ANSWER,
                height=90,
            )
            lesson = with_example(lesson, one.mistake, place, sentence=said, mended=mended)
    return lesson
