"""Help that is only more of the same person: "Each family has its own carer. She also rings on Sundays."."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from canvas.reading.evidence import FREE_WORDING, Evidence
from canvas.reading.units import Unit

_PRONOUNS = frozenset(("she", "he"))
_SUBJECT = 8
"""Words of a sentence among which its subject stands."""


def apart_from(own: Sequence[Evidence], help_: Sequence[Evidence], units: Sequence[Unit]) -> list[Evidence]:
    """Return the personal help that somebody else gives than the person of one's own.

    own: what shows a person of one's own. help_: what shows a person's help. Left out is what only seems probable
    in a sentence about that person, and what follows with "she" or "he" in the next sentences.
    """
    named = {item.unit for item in own}
    told = told_by_pronoun(named, units)
    return [
        item for item in help_ if item.unit not in told and not (item.unit in named and item.rule == FREE_WORDING)
    ]


def told_by_pronoun(named: Collection[int], units: Sequence[Unit]) -> set[int]:
    """Return the sentences that go on with "she" or "he" about a person named in the one before; by index."""
    told: set[int] = set()
    for index, unit in enumerate(units):
        if index in named or not (index - 1 in named or index - 1 in told):
            continue
        if not _PRONOUNS.isdisjoint(word.text for word in unit.words[:_SUBJECT]):
            told.add(index)
    return told
