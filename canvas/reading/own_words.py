"""Words that belong to this business: what could not stand in any company's plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from canvas.reading.evidence import Evidence
from canvas.reading.patterns import Matcher
from canvas.reading.units import Unit


def own_words(
    units: Sequence[Unit], matcher: Matcher, vague: Iterable[Evidence], empty: Collection[int]
) -> tuple[int, ...]:
    """Return, for each unit, how many of its words are not words that any company could use.

    Words inside empty phrases, and figures, do not count: "the NPS will reach 70" tells nothing of a business.
    vague: the empty phrases. empty: the units that are empty as a whole.
    """
    phrases: dict[int, list[tuple[int, int]]] = {}
    for item in vague:
        phrases.setdefault(item.unit, []).append((item.start, item.end))
    counts = []
    for index, unit in enumerate(units):
        if not unit.counts or index in empty:
            counts.append(0)
            continue
        own = [word.start for word in unit.words if word.text[:1].isalpha() and not matcher.is_generic(word.text)]
        for first, last in phrases.get(index, ()):
            own = [start for start in own if not first <= start < last]
        counts.append(len(own))
    return tuple(counts)
