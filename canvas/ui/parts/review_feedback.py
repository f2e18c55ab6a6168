"""A look at the feedback of one student, as it will be given back."""

from __future__ import annotations

import streamlit as st

from canvas.desk.feedback.html import feedback_html
from canvas.desk.feedback.view import feedback_of
from canvas.models.review import MarkingRubric, Review, ReviewState
from canvas.ui.editor.component import paper
from canvas.ui.parts.review_data import ClassData, student_name, students

_HINT = "Paste it into a message to the student: headings, lists and tables stay."


def draw_one(data: ClassData, reviews: dict[str, Review], rubric: MarkingRubric) -> None:
    """Draw the choice of a reviewed student, and what this one will read."""
    st.subheader("2 · Look at what a student gets")
    people = students(data.batch.id)
    ready = [people.keys[ticket] for ticket in people.order]
    ready = [key for key in ready if key in reviews and reviews[key].state is not ReviewState.DRAFT]
    if not ready:
        st.caption("No review is finished yet.")
        return
    chosen = st.selectbox(
        "Student",
        ready,
        index=None,
        format_func=lambda key: student_name(people, key),
        key=f"feedback_of_{data.batch.id}",
    )
    if chosen is None:
        return
    submission = next(one for one in data.batch.submissions if one.key == chosen)
    hidden = submission.model_copy(
        update={"name": student_name(people, chosen)}
    )  # whoever looks still marks blind
    found = feedback_of(hidden, reviews[chosen], rubric, data.reports.get(chosen), preview=True)
    paper(feedback_html(found), key="feedback_paper", hint=_HINT)
