"""What may mean a second type of relationship, though it is not believed: a sentence, or one half of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from canvas.models.vocabulary import RelationshipType
from canvas.reading.clauses import clause_starts
from canvas.reading.evidence import Evidence, probable, whole
from canvas.reading.free_wording import Opinion
from canvas.reading.places import Places
from canvas.reading.quotes import trimmed
from canvas.reading.same_person import told_by_pronoun
from canvas.reading.units import Unit, Word

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
    shown = Places(item for items in types.values() for item in items)
    best: dict[str, tuple[float, Evidence]] = {}
    for index, unit in enumerate(units):
        if index in denied or not unit.counts:
            continue
        for words, part in _parts(text, unit, index, shown):
            for label, probability in opinion.likely(words, part.start, part.end):
                if label not in found and probability > best.get(label, (0,))[0]:
                    best[label] = probability, part
    return [item for _, item in sorted(best.values(), key=lambda one: -one[0])]


def _parts(
    text: str, unit: Unit, index: int, shown: Places[Evidence]
) -> Iterator[tuple[Sequence[Word], Evidence]]:
    """Yield a unit, its words and where it stands; of one that shows a type, its halves without one."""
    if index not in shown:
        yield unit.words, whole(text, unit, index)
        return
    for first, after in pairwise((0, *clause_starts(unit.words), len(unit.words))):
        half = probable(text, *trimmed(text, unit.words, first, after - 1), index)
        if shown.over(half) is None:
            yield unit.words[first:after], half
