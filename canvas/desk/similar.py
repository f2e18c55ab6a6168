"""Similar answers under one mistake, so that one comment can be written once and given to all of them.

Plain Python, always the same groups for the same class, and quick: answers that share no telling word never meet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from canvas.desk.passages import Seen, places_of
from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.review import Batch
from canvas.models.vocabulary import Mistake, RelationshipType, Verdict
from canvas.writing.sentences import likeness, words_of

_ALIKE = 0.6
_SHORT = 3
"""Words of up to this many letters say little about what a sentence is about."""


class SimilarGroup(Frozen):
    """Answers that make one mistake in a similar way. label: what they share, in a few words.

    places: one for each student, who stands in one group of a mistake only.
    """

    mistake: Mistake
    label: str
    places: tuple[Seen, ...]

    @property
    def students(self) -> tuple[str, ...]:
        """Return the keys of the students in the group."""
        return tuple(place.key for place in self.places)


def similar_answers(batch: Batch, reports: Mapping[str, Report], mistake: Mistake) -> tuple[SimilarGroup, ...]:
    """Return the groups under one mistake, the largest first; who is like nobody stands alone at the end.

    Words that a check quotes are grouped by these words, then by their sentences. Where something is missing
    there are no words: then it goes by what the text does describe.
    """
    found = [
        (reports[one.key], places_of(one.key, reports[one.key].text, finding))
        for one in batch.submissions
        if one.key in reports and (finding := reports[one.key].findings[mistake]).verdict is Verdict.FLAGGED
    ]
    quoted = [places for _, places in found if places[0].quote]
    absent = [(report, places[0]) for report, places in found if not places[0].quote]
    groups = [*_by_words(mistake, quoted), *_by_what_is_there(mistake, absent)]
    return tuple(sorted(groups, key=lambda group: -len(group.places)))


def _by_what_is_there(mistake: Mistake, absent: Iterable[tuple[Report, Seen]]) -> list[SimilarGroup]:
    """Group by the stages the text covers where the last one is missing, else by its types of relationship."""
    groups: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    for report, place in absent:
        if mistake is Mistake.NO_AFTER_SALES:
            there = tuple(f"{stage.value} the purchase" for stage in report.stages)
        else:
            kinds = {found.type for found in report.types}
            there = tuple(kind.value.replace("_", " ") for kind in RelationshipType if kind in kinds)
        groups[there].append(place)
    return [
        SimilarGroup(
            mistake=mistake,
            label=f"Found: {', '.join(there)}" if there else "Nothing was found that is a relationship",
            places=tuple(places),
        )
        for there, places in groups.items()
    ]


def _by_words(mistake: Mistake, quoted: Sequence[tuple[Seen, ...]]) -> list[SimilarGroup]:
    """Put every student to the group its words are most like; the words that most students use come first."""
    common = Counter(words for places in quoted for words in {words_of(place.quote) for place in places})
    leaders = _Leaders()
    members: list[list[Seen]] = []
    ordered = sorted(quoted, key=lambda places: -max(common[words_of(place.quote)] for place in places))
    for places in ordered:
        ranked = sorted(places, key=lambda place: -common[words_of(place.quote)])
        met = next(((place, group) for place in ranked if (group := leaders.like(place)) is not None), None)
        if met is None:
            leaders.add(ranked[0])
            members.append([ranked[0]])
        else:
            members[met[1]].append(met[0])
    return [SimilarGroup(mistake=mistake, label=f"“{group[0].quote}”", places=tuple(group)) for group in members]


class _Leaders:
    """The first answer of every group; a new one is compared only with those that share a word with it."""

    def __init__(self) -> None:
        self._quotes: dict[tuple[str, ...], int] = {}
        self._bags: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)

    def add(self, place: Seen) -> None:
        number = len(self._bags)
        self._quotes.setdefault(words_of(place.quote), number)
        self._bags.append(_telling(place.sentence))
        for word in self._bags[-1]:
            self._holding[word].append(number)

    def like(self, place: Seen) -> int | None:
        """Return the number of the group a place belongs to, None when it is like none."""
        quote = words_of(place.quote)
        if quote in self._quotes:
            return self._quotes[quote]
        bag = _telling(place.sentence)
        shared = Counter(number for word in bag for number in self._holding.get(word, ()))
        best, found = _ALIKE, None
        for number, count in sorted(shared.items()):
            if 2 * count >= best * (len(bag) + len(self._bags[number])) or count > 1:
                alike = likeness(bag, self._bags[number])
                if alike >= best and (found is None or alike > best):
                    best, found = alike, number
        return found


def _telling(text: str) -> frozenset[str]:
    words = words_of(text)
    return frozenset(word for word in words if len(word) > _SHORT) or frozenset(words)
