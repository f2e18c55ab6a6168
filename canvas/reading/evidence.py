"""Words of a text that show something, and what found them."""

from __future__ import annotations

from typing import NamedTuple

from canvas.reading.units import Unit

FREE_WORDING = "free-wording"
"""What stands for a rule where no rule has found it."""


class Evidence(NamedTuple):
    """Words of the text that show something. unit: index into Facts.units; why: the reason of the rule."""

    start: int
    end: int
    quote: str
    unit: int
    sure: bool
    rule: str
    why: str


def whole(text: str, unit: Unit, index: int) -> Evidence:
    """Return a unit as evidence in free wording: no rule points to some of its words. index: into Facts.units."""
    return probable(text, unit.start, unit.end, index)


def probable(text: str, start: int, end: int, unit: int) -> Evidence:
    """Return a part of a unit as evidence in free wording."""
    return Evidence(start, end, text[start:end], unit, False, FREE_WORDING, "Its words are used so.")
