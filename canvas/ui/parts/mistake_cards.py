"""The four mistakes as refutations, and the weak example that asks to be improved."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import MistakeCard
from canvas.ui.parts.lesson_text import icon


def draw_mistakes() -> None:
    """Draw the four mistakes: what many think, why it is not so, a weak and a mended sentence, a question."""
    st.header("What many think, and what is true")
    cards = "".join(mistake_html(card) for card in library().mistakes.values())
    st.html(f'<ul class="cards two-wide lesson-part">{cards}</ul>')


def mistake_html(card: MistakeCard) -> str:
    """Return one refutation card as a list item."""
    weak = f'<p class="weak">{icon("close")}<strong>Weak:</strong> {escape(card.weak)}</p>'
    better = f'<p class="better">{icon("check")}<strong>Better:</strong> {escape(card.better)}</p>'
    return (
        f'<li class="refute" id="{card.id.value}"><h3>{escape(card.name)}</h3>'
        f'<p class="think">{escape(card.many_think)}</p><p>{escape(card.but)}</p>'
        f'{weak}{better}<p class="ask">{escape(card.ask)}</p></li>'
    )


def draw_weak_example() -> None:
    """Draw the weak example with its question; our ideas stay folded until the reader has thought."""
    example = library().weak_example
    st.html(f'<p class="weak-example">{escape(example.text)}</p>')
    st.subheader(example.ask)
    st.markdown(
        "Read it twice and think of three questions you would like to ask this company. Then compare with ours."
    )
    with st.expander("Compare with our ideas", icon=":material/lightbulb:"):
        st.markdown(f"**What works.** {example.what_works}")
        st.markdown("**What to improve.**\n" + "\n".join(f"- {line}" for line in example.improve))
        st.markdown("**One way to say it**, here for a bicycle shop that also serves hotels:")
        st.html(f'<p class="weak-example">{escape(example.better)}</p>')
