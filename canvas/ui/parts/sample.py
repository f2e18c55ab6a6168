"""The finished sample plan: one click away, in a window of its own."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.vocabulary import KeyQuestion, Shape, Stage
from canvas.models.workbook import Commitment, Segment
from canvas.ui.parts.lesson_lists import draw_sample_canvas
from canvas.ui.parts.lesson_text import load_style
from canvas.ui.parts.type_cards import chip, stages_html
from canvas.writing.section import build


def sample_button(key: str, label: str = "Show me a finished plan") -> None:
    """Draw a button that opens the sample plan; key: any name that is used once on the page."""
    if st.button(label, icon=":material/menu_book:", key=key):
        draw_sample()


@st.dialog("A finished plan: The Seventh Chair", width="large")
def draw_sample() -> None:
    """Draw the sample: its section, what each segment gets, the answers and the canvas."""
    load_style()
    st.markdown(f"The Seventh Chair is {library().sample.venture.offer} The plan has three segments.")
    section, segments, answers, canvas = st.tabs(["The section", "By segment", "The questions", "The canvas"])
    with section:
        paragraphs = build(library().sample, Shape.BY_SEGMENT).text.split("\n\n")
        st.html(f'<div class="plan-text">{"".join(f"<p>{escape(text)}</p>" for text in paragraphs)}</div>')
    with segments:
        for segment in library().sample.venture.segments:
            _draw_segment(segment)
    with answers:
        for question in KeyQuestion:
            st.markdown(f"**{library().questions[question].text}**  \n{library().sample.answers.to(question)}")
    with canvas:
        draw_sample_canvas()


def _draw_segment(segment: Segment) -> None:
    st.header(segment.name)
    st.markdown(segment.needs)
    commitments = [entry for entry in library().sample.commitments if entry.segment == segment.id]
    st.html(f'<ul class="cards two-wide">{"".join(map(_commitment, commitments))}</ul>')


def _commitment(commitment: Commitment) -> str:
    """Return one relationship of the sample as a card: what happens at each stage, and who does it when."""
    happens = {stage: commitment.at(stage) for stage in Stage}
    hands = f'<p class="quiet">By {escape(commitment.who)}, {escape(commitment.pace)}</p>'
    return f"<li><p>{chip(library().types[commitment.type])}</p>{stages_html(happens)}{hands}</li>"
