"""Step 3: the five key questions in their fixed wording, and the optional sixth."""

from __future__ import annotations

import streamlit as st

from canvas.models import limits
from canvas.models.teaching import QuestionCard
from canvas.models.vocabulary import KeyQuestion
from canvas.ui import state
from canvas.ui.parts import fields, problems, steps
from canvas.writing.edits import suggestion_for


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.QUESTIONS):
        _body()


@state.saved_fragment
def _body() -> None:
    problems.switch(state.workbook(), "questions")
    for number, (question, card) in enumerate(state.library().questions.items(), start=1):
        _question(number, question, card)


def _question(number: int, question: KeyQuestion, card: QuestionCard) -> None:
    """Draw one question: what the plan already says, the answer, an example to compare with."""
    origin = f"answers.{question.value}"
    st.header(f"{number}. {card.text}" + ("" if question.required else " (optional)"))
    st.caption(card.hint)
    _suggestion(question, origin)
    fields.text(origin, f"Your answer to question {number}", hint=f"For example: {card.example}")


def _suggestion(question: KeyQuestion, origin: str) -> None:
    """Show what the plan already answers, so that nothing is asked twice."""
    workbook = state.workbook()
    suggestion = suggestion_for(workbook, question).strip()
    answer = fields.value_at(workbook, origin).strip()
    if not suggestion or suggestion in answer:
        return
    joined = f"{answer} {suggestion}".strip()
    with st.container(border=True, key=f"suggestion_{question.value}"):
        st.text(f"Your plan already says: {suggestion}")
        st.button(
            "Add this" if answer else "Use this",
            key=f"use.{question.value}",
            icon=":material/arrow_downward:",
            disabled=len(joined) > limits.ANSWER,
            on_click=fields.put,
            args=(origin, joined),
        )
