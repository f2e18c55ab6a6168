"""Step 3: the five key questions in their fixed wording, and the optional sixth."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from canvas.models import limits
from canvas.models.teaching import QuestionCard
from canvas.models.vocabulary import KeyQuestion
from canvas.ui import state
from canvas.ui.parts import fields, problems, steps
from canvas.ui.parts.rubric import draw_folded_rubric
from canvas.writing.edits import suggestion_for
from canvas.writing.field_paths import value_at

_STYLE = (
    "<style>.already{font-size:.95rem;line-height:1.5;overflow-wrap:anywhere}"
    ".already ul{margin:.2rem 0 0;padding-left:1.1rem}.already ul li{margin:0;padding:0;font-size:.95rem}</style>"
)


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.QUESTIONS):
        draw_folded_rubric()
        _body()


def _body() -> None:
    problems.switch(state.workbook(), "questions")
    for number, (question, card) in enumerate(state.library().questions.items(), start=1):
        _question(number, question, card)


def _question(number: int, question: KeyQuestion, card: QuestionCard) -> None:
    """Draw one question: what the plan already says, the answer, an example to compare with."""
    origin = f"answers.{question.value}"
    st.header(f"{number}. {card.text}" + ("" if question.required else " (optional)"), anchor=False)
    st.caption(card.hint)
    _suggestion(question, origin)
    fields.text(origin, f"Your answer to question {number}", example=card.example)


def _suggestion(question: KeyQuestion, origin: str) -> None:
    """Show what the plan already answers, so that nothing is asked twice."""
    workbook = state.workbook()
    answer = value_at(workbook, origin).strip()
    new = [entry for entry in suggestion_for(workbook, question).splitlines() if entry not in answer]
    if not new:
        return
    joined = "\n".join([answer, *new] if answer else new)
    entries = "".join(f"<li>{escape(entry)}</li>" for entry in new)
    with _place(question, answer):
        st.html(f'{_STYLE}<div class="already">Your plan already says:<ul>{entries}</ul></div>')
        st.button(
            "Add this" if answer else "Use this",
            key=f"use.{question.value}",
            icon=":material/arrow_downward:",
            disabled=len(joined) > limits.ANSWER,
            on_click=fields.put,
            args=(origin, joined),
        )


def _place(question: KeyQuestion, answer: str) -> DeltaGenerator:
    """Return where the suggestion stands: open above an empty answer, folded above a written one."""
    if answer:
        return st.expander("What your plan says elsewhere", key=f"more_{question.value}")
    return st.container(border=True, key=f"suggestion_{question.value}")
