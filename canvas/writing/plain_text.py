"""A draft is plain text: paragraphs and `- ` bullets, read into blocks and never through a Markdown renderer."""

from __future__ import annotations

import re
from typing import Literal

from canvas.models.base import Frozen
from canvas.writing.section import GAP

_BULLET = re.compile(r"^\s*(?:[-*•–]\s+(?=\S)|[-•–](?=[^\W\d_]))")


class TextBlock(Frozen):
    """A paragraph with its lines, or a list with its entries."""

    kind: Literal["paragraph", "list"]
    lines: tuple[str, ...]


def text_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of a plain text in order; every word stays as it is."""
    found: list[tuple[Literal["paragraph", "list"], list[str]]] = []
    apart = True
    for line in text.splitlines():
        if not line.strip():
            apart = True
            continue
        kind: Literal["paragraph", "list"] = "list" if _BULLET.match(line) else "paragraph"
        if not found or found[-1][0] != kind or (apart and kind == "paragraph"):
            found.append((kind, []))
        found[-1][1].append(_BULLET.sub("", line).strip())
        apart = False
    return tuple(TextBlock(kind=kind, lines=tuple(lines)) for kind, lines in found)


def word_count(text: str) -> int:
    """Return the number of words that somebody has written; gaps and lone signs, such as bullets, do not count."""
    return sum(any(sign.isalnum() for sign in word) for word in GAP.sub(" ", text).split())
