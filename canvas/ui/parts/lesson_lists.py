"""Small lists inside lessons: the canvas of the sample, the key questions, the sentence openers."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import QuestionCard
from canvas.ui.parts import canvas_grid


def draw_sample_canvas() -> None:
    """Draw the nine blocks, filled with the sample plan."""
    blocks = {block: card.name for block, card in library().blocks.items()}
    types = {name: card.name for name, card in library().types.items()}
    canvas_grid.draw(library().sample, blocks, types)


def draw_key_questions() -> None:
    """Draw the key questions with a hint and an example answer, the optional sixth last."""
    st.header("The questions")
    cards = "".join(_question(number, card) for number, card in enumerate(library().questions.values(), start=1))
    st.html(f'<ol class="cards two-wide numbered lesson-part">{cards}</ol>')


def draw_openers() -> None:
    """Draw the four useful expressions."""
    st.html(f'<ul class="openers">{"".join(f"<li>{escape(opener)}</li>" for opener in library().openers)}</ul>')


def _question(number: int, card: QuestionCard) -> str:
    optional = "" if card.id.required else " (optional)"
    return (
        f"<li><h3>{number}. {escape(card.text)}{optional}</h3><p>{escape(card.hint)}</p>"
        f'<p class="quiet">For example: {escape(card.example)}</p></li>'
    )
