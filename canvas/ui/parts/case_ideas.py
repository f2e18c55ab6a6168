"""What a student sees only after an attempt: the model ideas and two sample answers with remarks."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.case import Case, Sample
from canvas.ui.parts.case_text import draw_text
from canvas.ui.parts.plain import plain


def draw_ideas(case: Case) -> None:
    """Draw what happened in the end, the model ideas and the sample answers."""
    if case.outcome:
        st.header("What happened then")
        with st.container(border=True, key="case_outcome"):
            draw_text(case.outcome)
    if case.ideas:
        st.header("Ideas from others")
        st.markdown("These are ways that many firms use. Yours may be quite different and just as good.")
        cards = "".join(
            f'<li class="met"><h3>{escape(idea.name)}</h3><p>{escape(idea.explained)}</p></li>'
            for idea in case.ideas
        )
        st.html(f'<ul class="case-cards case-ideas">{cards}</ul>')
    if case.samples:
        st.header("Answers to compare with")
        for sample in case.samples:
            with st.expander(plain(sample.title, 80), icon=":material/article:"):
                st.html(sample_html(sample))


def sample_html(sample: Sample) -> str:
    """Return the answer with numbered marks on the words the remarks are about, and the remarks below."""
    text, pieces, at = sample.answer.strip(), [], 0
    placed = sorted(sample.notes, key=lambda note: text.find(note.quote))
    for number, note in enumerate(placed, 1):
        start = text.find(note.quote, at)
        if start < 0:
            continue
        pieces.append(f"{escape(text[at:start])}<mark>{escape(note.quote)}</mark><sup>{number}</sup>")
        at = start + len(note.quote)
    notes = "".join(f"<li>{escape(note.says)}</li>" for note in placed)
    return f'<p class="case-answer">{"".join(pieces)}{escape(text[at:])}</p><ol class="case-notes">{notes}</ol>'
