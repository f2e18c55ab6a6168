"""Channels instead of relationships.

Where you sell and advertise is the Channels block; here stands how a customer is treated.

Weak:   We sell on our website and in the app store. We advertise on Instagram and hand out flyers.
Better: We answer every question on Instagram within an hour, and our staff fit each shoe by hand.
"""

from __future__ import annotations

import re

from canvas.checks.result import clear, flagged, quotes_of, said
from canvas.models.finding import Finding
from canvas.reading.evidence import FREE_WORDING
from canvas.reading.facts import Facts
from canvas.reading.places import Places

TITLE = "Confusing customer relationships with marketing channels"
ASK = "How is a customer treated there?"
_OF_WORDS = 0.25
_OF_UNITS = 0.3
"""From these shares on channels are a substantial part: of the words, or of the points of a list."""
_FEWEST = 2
"""Channels or adverts named; a single one is no list of channels, unless the text has nothing else."""

_ONLY_SELLS = re.compile(
    r"(?:\w+ )?(?:sells?|sold|selling)\b(?!.*\b(?:web|website|online|app|dealers?|shops)\b)", re.IGNORECASE
)
"""Words that say no more than that something is sold: `Our company sells solar panels to …`."""


def judge(facts: Facts) -> Finding:
    """Flag a section of which a good part tells where the offer is advertised, reached or sold."""
    about = (*facts.channels, *facts.promotion)
    treated = _treated(facts)
    units = {item.unit for item in about} - treated - _introduction(facts)
    evidence = [item for item in about if item.unit in units]
    if not _substantial(facts, units, len(quotes_of(evidence))):
        return clear()
    return flagged(
        evidence=evidence,
        why=f"You write {said(quotes_of(evidence))}: that is where you sell or advertise (the Channels block).",
        ask=ASK,
    )


def _treated(facts: Facts) -> set[int]:
    """Return the units that say how a customer is treated.

    Where a unit advertises, what is only probable is no treatment, nor is "order on the website" (where it sells)
    or a "trade show" (where it advertises).
    """
    advertised = {item.unit for item in facts.promotion}
    about = Places(item for item in (*facts.channels, *facts.promotion) if item.unit in advertised)
    return {
        item.unit
        for items in facts.types.values()
        for item in items
        if item.rule != FREE_WORDING and (item.sure or item.unit not in advertised) and about.over(item) is None
    }


def _introduction(facts: Facts) -> set[int]:
    """Return the first sentence where it only tells what the business sells: no list of channels begins so."""
    first = next((index for index, unit in enumerate(facts.units) if unit.counts), 0)
    said_there = [item for item in (*facts.channels, *facts.promotion) if item.unit == first]
    return {first} if all(_ONLY_SELLS.match(item.quote) for item in said_there) else set()


def _substantial(facts: Facts, units: set[int], named: int) -> bool:
    counted = sum(unit.counts for unit in facts.units)
    if not units or (named < _FEWEST and len(units) < counted):
        return False
    words = sum(facts.units[index].length for index in units)
    return words / max(1, facts.words) >= _OF_WORDS or len(units) / counted >= _OF_UNITS
