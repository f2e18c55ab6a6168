"""The nine-block canvas, drawn from the answers: one CSS grid, stacked in reading order on a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import streamlit as st

from canvas.models.vocabulary import Block, RelationshipType
from canvas.models.workbook import Workbook

STYLE = """<style>
.bmc-wrap{container-type:inline-size}
.bmc{display:grid;gap:.6rem;grid-template-columns:repeat(10,minmax(0,1fr));grid-template-rows:auto auto auto;
 grid-template-areas:"kp kp ka ka vp vp cr cr cs cs" "kp kp kr kr vp vp ch ch cs cs"
 "co co co co co rs rs rs rs rs"}
.bmc section{background:#fff;border:1px solid #d9d5c7;border-radius:.7rem;padding:.75rem .85rem;
 min-height:6.2rem;color:#1f2937;overflow-wrap:anywhere;hyphens:auto;font-size:.9rem;line-height:1.45}
.bmc h3{font-size:.84rem;font-weight:600;line-height:1.3;letter-spacing:0;margin:0 0 .4rem;padding:0;color:#4b5563;
 font-family:inherit}
.bmc ul{margin:0;padding-left:1.05rem}
.bmc section ul li{margin:.1rem 0;padding:0;font-size:.9rem}
.bmc p{margin:0;color:#5f6673;font-size:.84rem}
.bmc .own{background:#e4f2ef;border:2px solid #0b6b62}
.bmc .own h3{color:#084f49}
@container (max-width:720px){.bmc{grid-template-columns:minmax(0,1fr);grid-template-areas:none}
 .bmc section{grid-area:auto!important;min-height:0}}
</style>"""
_AREA = {
    Block.CUSTOMER_SEGMENTS: "cs",
    Block.VALUE_PROPOSITION: "vp",
    Block.CHANNELS: "ch",
    Block.CUSTOMER_RELATIONSHIPS: "cr",
    Block.REVENUE_STREAMS: "rs",
    Block.KEY_RESOURCES: "kr",
    Block.KEY_ACTIVITIES: "ka",
    Block.KEY_PARTNERS: "kp",
    Block.COST_STRUCTURE: "co",
}
_BULLET = re.compile(r"^\s*[-•*]\s+")
_SHOWN = 8
"""Lines a block shows; the canvas is an overview, the answers themselves stay whole."""
_LONG = 140
"""Characters of a line that a block shows."""


def draw(workbook: Workbook, blocks: Mapping[Block, str], types: Mapping[RelationshipType, str]) -> None:
    """Draw the canvas. blocks and types: how each block and each relationship type is called."""
    st.html(canvas_html(workbook, blocks, types))


def canvas_html(workbook: Workbook, blocks: Mapping[Block, str], types: Mapping[RelationshipType, str]) -> str:
    """Return the nine blocks as HTML in reading order, every user word escaped."""
    sections = "".join(_section(block, blocks[block], lines_of(workbook, block, types)) for block in Block)
    return f'{STYLE}<div class="bmc-wrap"><div class="bmc">{sections}</div></div>'


def lines_of(workbook: Workbook, block: Block, types: Mapping[RelationshipType, str]) -> list[str]:
    """Return what one block says, a line an entry; Customer Relationships is filled from the commitments."""
    match block:
        case Block.CUSTOMER_SEGMENTS:
            return [segment.name.strip() for segment in workbook.venture.segments if segment.name.strip()]
        case Block.CUSTOMER_RELATIONSHIPS:
            return _relationships(workbook, types)
        case _:
            answer = str(getattr(workbook.venture, block.value))
            return [line for raw in answer.splitlines() if (line := _BULLET.sub("", raw).strip())]


def _relationships(workbook: Workbook, types: Mapping[RelationshipType, str]) -> list[str]:
    lines = []
    for segment in workbook.venture.segments:
        chosen = [
            types[commitment.type] for commitment in workbook.commitments if commitment.segment == segment.id
        ]
        if chosen:
            shown = chosen[:3] + ([f"{len(chosen) - 3} more"] if len(chosen) > 3 else [])
            lines.append(f"{segment.name.strip() or 'Segment without a name'}: {', '.join(shown)}")
    return lines


def _cut(line: str) -> str:
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"


def _section(block: Block, name: str, lines: list[str]) -> str:
    own = block is Block.CUSTOMER_RELATIONSHIPS
    empty = "Comes from the step Relationships." if own else "Nothing here yet."
    shown = lines[:_SHOWN] + ([f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else [])
    body = (
        "<ul>" + "".join(f"<li>{escape(_cut(line))}</li>" for line in shown) + "</ul>"
        if lines
        else f"<p>{empty}</p>"
    )
    look = ' class="own"' if own else ""
    return f'<section{look} style="grid-area:{_AREA[block]}"><h3>{escape(name)}</h3>{body}</section>'
