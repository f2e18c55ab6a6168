"""What becomes of the hits of rules: which count, and what speaks against the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from canvas.reading.negation import Use, use_of
from canvas.reading.patterns import Hit
from canvas.reading.places import Places
from canvas.reading.units import Unit

BAIT = "none"
"""The label of rules that take their words out of the reach of all other rules."""
_COUNT_ANYHOW = frozenset(("vague", "uniform", "specific"))
"""Labels that count whatever a negation says."""


class Standing(NamedTuple):
    """A hit and its use. use: None where other words take it away.

    against: the hit that takes it away; None where the hit counts, is not used, or an `unless` silences it.
    """

    hit: Hit
    use: Use | None
    against: Hit | None = None


def standings(units: Sequence[Unit], hits: Sequence[Hit]) -> Iterator[Standing]:
    """Yield what becomes of each hit but bait, in the order of the text, in time linear in their number."""
    baits = Places(hit for hit in hits if hit.rule.label == BAIT and hit.silenced_by is None)
    strong: dict[tuple[int, str], Hit] = {}
    for hit in hits:
        if hit.rule.sure and hit.silenced_by is None:
            strong.setdefault((hit.unit, hit.rule.label), hit)
    for hit in hits:
        if hit.rule.label == BAIT:
            continue
        against = baits.over(hit) or (strong.get((hit.unit, hit.rule.yields_to)) if hit.rule.yields_to else None)
        if hit.silenced_by is not None or against is not None:
            yield Standing(hit, None, against)
            continue
        use = use_of(units[hit.unit].words, hit.first, hit.last)
        yield Standing(hit, Use.USED if hit.rule.label in _COUNT_ANYHOW else use)
