"""The nine blocks of the canvas as a picture, drawn by typst from the answers."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.exchange.document import CanvasBlock
from canvas.exchange.typeset import typst_png, typst_svg

_PIXELS_AN_INCH = 150.0


def canvas_svg(blocks: Sequence[CanvasBlock]) -> str:
    """Return the canvas as SVG; letters are drawn, so it holds no text."""
    return typst_svg("canvas.typ", canvas_data(blocks))


def canvas_png(blocks: Sequence[CanvasBlock]) -> bytes:
    """Return the canvas as PNG, sharp on a printed page that lies on its side."""
    return typst_png("canvas.typ", canvas_data(blocks), _PIXELS_AN_INCH)


def canvas_words(blocks: Sequence[CanvasBlock]) -> str:
    """Return what the picture shows in words, for those who do not see it."""
    return " ".join(f"{block.name}: {'; '.join(block.lines)}." for block in blocks)


def canvas_data(blocks: Sequence[CanvasBlock]) -> dict[str, object]:
    """Return the blocks as the drawing reads them."""
    return {"blocks": {block.id: {"name": block.name, "lines": list(block.lines)} for block in blocks}}
