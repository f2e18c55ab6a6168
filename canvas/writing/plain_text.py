"""A draft is plain text: paragraphs and `- ` bullets, read into blocks and never through a Markdown renderer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from canvas.models.base import Frozen
from canvas.writing.section import GAP

_BULLET = re.compile(r"^\s*(?:[-*•–]\s+(?=\S)|[-•–](?=[^\W\d_]))")
_HEADING = re.compile(r"^#{1,6}\s++(?=.*\w)(.*)$")


class TextBlock(Frozen):
    """A paragraph with its lines, a list with its entries, or one line that is a heading."""

    kind: Literal["paragraph", "list", "heading"]
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


def section_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of a section; a line after `#` is a heading, as readers of files write it."""
    return tuple(part for block in text_blocks(text) for part in _with_headings(block))


def _with_headings(block: TextBlock) -> Iterator[TextBlock]:
    lines: list[str] = []
    for line in block.lines:
        heading = _HEADING.match(line) if block.kind == "paragraph" else None
        if not heading:
            lines.append(line)
            continue
        if lines:
            yield TextBlock(kind=block.kind, lines=tuple(lines))
        yield TextBlock(kind="heading", lines=(heading[1].rstrip("# \t"),))
        lines = []
    if lines:
        yield TextBlock(kind=block.kind, lines=tuple(lines))


def word_count(text: str) -> int:
    """Return the number of words that somebody has written; gaps and lone signs, such as bullets, do not count."""
    return sum(any(sign.isalnum() for sign in word) for word in GAP.sub(" ", text).split())
