"""What may mean a second type of relationship, though it is not believed: a sentence, or one half of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from canvas.models.vocabulary import RelationshipType
from canvas.reading.clauses import clause_starts
from canvas.reading.evidence import Evidence, probable
from canvas.reading.free_wording import Opinion
from canvas.reading.quotes import trimmed
from canvas.reading.same_person import told_by_pronoun
from canvas.reading.units import Unit

ENOUGH = 2
"""Types from which on nobody asks for another one."""


def perhaps(
    text: str,
    units: Sequence[Unit],
    opinion: Opinion,
    types: Mapping[RelationshipType, Sequence[Evidence]],
    denied: Collection[int],
) -> list[Evidence]:
    """Return, for each type that was not found, the words most likely to mean it; the most probable type first.

    denied: units that say no to something; they are not asked about, nor what goes on about a person of one's own.
    Of a sentence that shows a type only the other half is asked about. Empty where two types or more were found.
    """
    if len(types) >= ENOUGH:
        return []
    found = {kind.value for kind in types}
    of_ones_own = types.get(RelationshipType.DEDICATED_PERSONAL_ASSISTANCE, ())
    denied = {*denied, *told_by_pronoun({item.unit for item in of_ones_own}, units)}
    shown: dict[int, list[Evidence]] = {}
    for items in types.values():
        for item in items:
            shown.setdefault(item.unit, []).append(item)
    best: dict[str, tuple[float, Evidence]] = {}
    for index, unit in enumerate(units):
        if index in denied or not unit.counts:
            continue
        for first, last, start, end in _parts(text, unit, shown.get(index, ())):
            for label, probability in opinion.likely(unit.words[first : last + 1], start, end):
                if label not in found and probability > best.get(label, (0,))[0]:
                    best[label] = probability, probable(text, start, end, index)
    return [item for _, item in sorted(best.values(), key=lambda one: -one[0])]


def _parts(text: str, unit: Unit, shown: Collection[Evidence]) -> Iterator[tuple[int, int, int, int]]:
    """Yield first and last word, start and end of a unit; of one that shows a type, of its halves without one."""
    if not shown:
        yield 0, len(unit.words) - 1, unit.start, unit.end
        return
    for first, after in pairwise((0, *clause_starts(unit.words), len(unit.words))):
        start, end = trimmed(text, unit.words, first, after - 1)
        if not any(item.start < end and start < item.end for item in shown):
            yield first, after - 1, start, end
