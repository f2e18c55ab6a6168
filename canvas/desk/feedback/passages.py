"""The student's text cut at the words that comments are about, so that each comment stands where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from canvas.models.base import Frozen

_LINE = re.compile(r"[^\n]+")


class Piece(Frozen):
    """Words of the text. marked: a comment is about them. numbers: of the comments that end with these words."""

    words: str
    marked: bool
    numbers: tuple[int, ...] = ()


class Passage(Frozen):
    """One line of the text, in pieces. numbers: of the comments whose words end in it, in their order."""

    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...] = ()


def passages_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """Return the lines of a text, none without spans. spans: start and end, numbered from 1; they may overlap."""
    if not spans:
        return ()
    return tuple(
        _passage(text, line.start(), line.end(), spans) for line in _LINE.finditer(text) if line[0].strip()
    )


def _passage(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Passage:
    here = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
    cuts = sorted({start, end, *(place for span in here for place in span)})
    ends = [(number, last) for number, (_, last) in enumerate(spans, 1) if start < last <= end]
    pieces = tuple(
        Piece(
            words=text[first:last],
            marked=any(span[0] <= first and last <= span[1] for span in here),
            numbers=tuple(number for number, place in ends if first < place <= last),
        )
        for first, last in pairwise(cuts)
    )
    return Passage(pieces=pieces, numbers=tuple(number for number, _ in ends))
