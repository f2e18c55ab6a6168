"""Channels instead of relationships.

Where you sell and advertise is the Channels block; here stands how a customer is treated.

Weak:   We sell on our website and in the app store. We advertise on Instagram and hand out flyers.
Better: We answer every question on Instagram within an hour, and our staff fit each shoe by hand.
"""

from __future__ import annotations

from canvas.checks.result import clear, flagged, quotes_of, said
from canvas.models.finding import Finding
from canvas.reading.facts import Facts

TITLE = "Channels instead of relationships"
ASK = "How is a customer treated there?"
_SUBSTANTIAL = 0.33


def judge(facts: Facts) -> Finding:
    """Flag a section of which a third or more tells where the offer is advertised, reached or sold."""
    about = (*facts.channels, *facts.promotion)
    if not about:
        return clear()
    treated = {item.unit for items in facts.types.values() for item in items}
    units = {item.unit for item in about} - treated
    share = sum(facts.units[index].length for index in units) / max(1, facts.words)
    if share < _SUBSTANTIAL:
        return clear()
    evidence = [item for item in about if item.unit in units]
    return flagged(
        evidence=evidence,
        why=f"You write {said(quotes_of(evidence))}: that is where you sell or advertise (the Channels block).",
        ask=ASK,
    )
