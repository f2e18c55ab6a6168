"""The six relationship types: six cards, and one of them from near."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from canvas.content.library import library
from canvas.models.teaching import TypeCard
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.ui.parts.lesson_text import icon

_CHOICE = "look_closer"


def draw_type_cards() -> None:
    """Draw the six types as cards: what each one is, and where one meets it."""
    cards = "".join(_card(card) for card in library().types.values())
    st.html(f'<ul class="cards lesson-part">{cards}</ul>')


def chip(card: TypeCard) -> str:
    """Return the type's name with its icon, in its colour, as HTML."""
    return f'<span class="chip" style="--ink:{card.color}">{icon(card.icon)}{escape(card.name)}</span>'


def stages_html(happens: Mapping[Stage, str]) -> str:
    """Return what happens at each stage as a numbered strip; a stage without words is left out."""
    steps = "".join(
        f'<li><span class="dot" aria-hidden="true">{number}</span>'
        f"<strong>{stage.value.capitalize()}.</strong> {escape(happens[stage])}</li>"
        for number, stage in enumerate(Stage, start=1)
        if happens[stage]
    )
    return f'<ol class="journey">{steps}</ol>'


@st.fragment
def draw_look_closer() -> None:
    """Draw one type from near: a scene, when it fits, what it costs, what goes wrong, where the work falls."""
    st.header("Look closer")
    types = library().types
    chosen = st.segmented_control(
        "Relationship type",
        options=list(RelationshipType),
        default=RelationshipType.PERSONAL_ASSISTANCE,
        required=True,
        format_func=lambda choice: types[choice].name,
        key=_CHOICE,
        label_visibility="collapsed",
        wrap=True,
    )
    card = types[chosen or RelationshipType.PERSONAL_ASSISTANCE]
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide.container(border=True, key="look_closer_near"):
        _draw_near(card)
    with narrow.container(border=True, key="look_closer_journey"):
        st.subheader("Where the work falls")
        st.html(stages_html({stage: card.journey.at(stage) for stage in Stage}))


def _card(card: TypeCard) -> str:
    return (
        f"<li><p>{chip(card)}</p><p>{escape(card.what_it_is)}</p>"
        f'<p class="quiet">For example: {escape(card.example[0].lower() + card.example[1:])}</p></li>'
    )


def _draw_near(card: TypeCard) -> None:
    st.subheader(card.name)
    st.markdown(card.scene)
    lists = (
        ("When it fits", card.when_it_fits),
        ("What it costs", card.what_it_costs),
        ("What goes wrong", card.what_goes_wrong),
    )
    for tab, (_, lines) in zip(st.tabs([title for title, _ in lists]), lists, strict=True):
        tab.markdown("\n".join(f"- {line}" for line in lines))
