"""Step 1: what the business is, whom it serves, why they choose it and how they are reached."""

from __future__ import annotations

import streamlit as st

from canvas.models.vocabulary import Block
from canvas.ui import state
from canvas.ui.parts import canvas_grid, fields, problems, segments, steps
from canvas.ui.parts.rubric import draw_folded_rubric

_NOTES = (
    Block.REVENUE_STREAMS,
    Block.KEY_RESOURCES,
    Block.KEY_ACTIVITIES,
    Block.KEY_PARTNERS,
    Block.COST_STRUCTURE,
)


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.BUSINESS):
        draw_folded_rubric()
        _body()


def _body() -> None:
    """Everything that changes while the student types: the fields and the canvas drawn from them."""
    library = state.library()
    sample = library.sample.venture
    types = {kind: card.name for kind, card in library.types.items()}
    blocks = {block: card.name for block, card in library.blocks.items()}
    problems.switch(state.workbook(), "business")
    st.header("What you do", anchor=False)
    name, offer = st.columns([2, 3])
    with name:
        fields.line("venture.name", "Name of the business", placeholder="A working title is fine")
    with offer:
        fields.line("venture.offer", "What you offer", example=sample.offer)
    st.header("Whom you serve", anchor=False)
    st.caption(library.blocks[Block.CUSTOMER_SEGMENTS].hint)
    segments.draw(state.workbook(), types)
    st.header("Why they choose you, and how you reach them", anchor=False)
    promise, channels = st.columns(2)
    with promise:
        _block(Block.VALUE_PROPOSITION, example=sample.value_proposition)
    with channels:
        _block(Block.CHANNELS, how=" (one a line)")
    with st.expander("The other five blocks of the canvas (optional notes)"):
        for block in _NOTES:
            _block(block)
    st.header("Your business model canvas", anchor=False)
    canvas_grid.draw(state.workbook(), blocks, types)


def _block(block: Block, *, how: str = "", example: str = "") -> None:
    card = state.library().blocks[block]
    help_text = f"{card.ask} {card.hint}"
    fields.text(f"venture.{block.value}", f"{card.name}{how}", help_text=help_text, example=example)
