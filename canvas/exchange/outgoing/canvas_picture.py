"""The nine blocks of the canvas as a picture, drawn by typst from the answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from canvas.content.library import library
from canvas.exchange.outgoing.document import CanvasBlock
from canvas.exchange.outgoing.typeset import typst_png, typst_svg
from canvas.models.vocabulary import Block

_PIXELS_AN_INCH = 150.0
_SELF_CLOSED = re.compile(r"<(\w+)([^<>]*)/>")
_LINES = 24
"""Lines of a block that are drawn; more would be too small to read."""


def canvas_svg(blocks: Sequence[CanvasBlock]) -> str:
    """Return the canvas as SVG; letters are drawn, so it holds no text.

    Every tag is closed by one of its own: a reader that counts open tags of a page does not know `<path/>`.
    """
    return _SELF_CLOSED.sub(r"<\1\2></\1>", typst_svg("canvas.typ", canvas_data(blocks)))


def canvas_png(blocks: Sequence[CanvasBlock]) -> bytes:
    """Return the canvas as PNG, sharp on a printed page that lies on its side."""
    return typst_png("canvas.typ", canvas_data(blocks), _PIXELS_AN_INCH)


def canvas_data(blocks: Sequence[CanvasBlock]) -> dict[str, object]:
    """Return all nine blocks as the drawing reads them; those that are not given are empty."""
    lines = {block.id: block.lines for block in blocks}
    return {
        "blocks": {
            block.value: {
                "name": library().blocks[block].name,
                "lines": _drawn(lines.get(block.value, ())),
                "marked": block is Block.CUSTOMER_RELATIONSHIPS,
            }
            for block in Block
        }
    }


def _drawn(lines: Sequence[str]) -> list[str]:
    if len(lines) <= _LINES:
        return [*lines]
    return [*lines[: _LINES - 1], f"… and {len(lines) - _LINES + 1} more"]
