"""Step 1: what the business is, whom it serves, why they choose it and how they are reached."""

from __future__ import annotations

import streamlit as st

from canvas.models.vocabulary import Block
from canvas.ui import state
from canvas.ui.parts import canvas_grid, fields, problems, segments, steps

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
        _body()


def _body() -> None:
    """Everything that changes while the student types: the fields and the canvas drawn from them."""
    library = state.library()
    types = {kind: card.name for kind, card in library.types.items()}
    blocks = {block: card.name for block, card in library.blocks.items()}
    problems.switch(state.workbook(), "business")
    st.header("What you do")
    name, offer = st.columns([2, 3])
    with name:
        fields.line("venture.name", "Name of the business", placeholder="A working title is fine")
    with offer:
        fields.line(
            "venture.offer",
            "What you offer",
            placeholder="A café with 400 board games",
            hint="One sentence is enough.",
        )
    st.header("Whom you serve")
    st.caption(f"{library.blocks[Block.CUSTOMER_SEGMENTS].hint}")
    segments.draw(state.workbook(), types)
    st.header("Why they choose you, and how you reach them")
    for column, block in zip(st.columns(2), (Block.VALUE_PROPOSITION, Block.CHANNELS), strict=True):
        with column:
            _block(block, "one a line" if block is Block.CHANNELS else "")
    with st.expander("The other five blocks of the canvas (optional notes)"):
        for block in _NOTES:
            _block(block, "")
    st.header("Your business model canvas")
    canvas_grid.draw(state.workbook(), blocks, types)


def _block(block: Block, how: str) -> None:
    card = state.library().blocks[block]
    label = f"{card.name} ({how})" if how else card.name
    fields.text(f"venture.{block.value}", label, hint=f"{card.ask} {card.hint}")
