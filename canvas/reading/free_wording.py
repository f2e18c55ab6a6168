"""What the table of wording thinks of each unit: a second opinion on rules, and a first one elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from canvas.models.vocabulary import RelationshipType, Stage
from canvas.models.wording import Wording
from canvas.reading.clauses import tells
from canvas.reading.hopes import hoped_for
from canvas.reading.negation import Use, doubted
from canvas.reading.standing import Standing
from canvas.reading.text import INVISIBLE
from canvas.reading.units import Unit, Word
from canvas.reading.wording import Scorer

BELIEVED = {True: 0.05, False: 0.1}
"""The probability from which a sure rule, and a probable one, is believed about a type."""
BESIDE_A_RULE = 0.85
"""The probability from which a unit in which a rule has found a type or a channel shows another type too."""
BESIDE_A_NO = 0.9
"""The same for a unit with a negation in it: `money back, no questions asked`."""
PLAUSIBLE = 0.25
"""The probability from which a unit may show something, though that is not believed."""
WORTH_ASKING = 0.4
"""The probability from which a unit is asked about: does it mean this type?"""
FEWEST_TO_DOUBT = 7
"""Words of a sentence from which on a rule may be doubted in it."""
A_NOTE = 0.6
"""The probability from which a note that tells of nobody shows anything."""
TYPES = frozenset(kind.value for kind in RelationshipType)
"""The labels of relationship types among all labels."""
_STAGES = frozenset(stage.value for stage in Stage)
_FEWEST_WORDS = 3
"""Shorter units are labels or fragments: a single known word would decide."""
_SCORERS: WeakKeyDictionary[Wording, Scorer] = WeakKeyDictionary()


def scorer_of(wording: Wording) -> Scorer:
    """Return the scorer of a table of wording, made once."""
    if wording not in _SCORERS:
        _SCORERS[wording] = Scorer(wording)
    return _SCORERS[wording]


class Opinion:
    """How probable each label is in the units of one text; without a table it believes every rule."""

    def __init__(self, text: str, units: Sequence[Unit], wording: Wording | None) -> None:
        """Take a text as `readable` returns it, and its units."""
        self._text, self._units, self._wording = text, units, wording
        self._known: dict[int, Mapping[str, float] | None] = {}

    def of(self, index: int) -> Mapping[str, float] | None:
        """Return the probabilities of a unit, None for one that is no evidence or too short to tell."""
        if index not in self._known:
            unit = self._units[index]
            self._known[index] = self._read(unit.start, unit.end, unit.length) if unit.counts else None
        return self._known[index]

    def _read(self, start: int, end: int, length: int) -> Mapping[str, float] | None:
        if self._wording is None or length < _FEWEST_WORDS:
            return None
        return scorer_of(self._wording).probabilities(self._text[start:end].replace(INVISIBLE, ""))

    def use_of(self, standing: Standing) -> Use | None:
        """Return what becomes of a hit: as it stands, or unlikely where its unit as a whole speaks against it."""
        hit = standing.hit
        if standing.use is Use.USED and not self.believes(hit.unit, hit.rule.label, hit.rule.sure):
            return Use.UNLIKELY
        return standing.use

    def believes(self, index: int, label: str, sure: bool) -> bool:
        """Tell whether a unit as a whole may show the type that a rule has found in it.

        In a short note, or one that tells of nobody, nearly every word is the rule's: there it is believed.
        """
        unit = self._units[index]
        doubtable = label in TYPES and unit.length >= FEWEST_TO_DOUBT and tells(unit.words)
        known = self.of(index) if doubtable else None
        return known is None or known[label] >= BELIEVED[sure]

    def plausible(self, labels: Collection[str]) -> frozenset[int]:
        """Return the units that may show one of these, though it is not believed of them; unknown is plausible."""
        return frozenset(
            index
            for index in range(len(self._units))
            if (known := self.of(index)) is None or any(known[label] >= PLAUSIBLE for label in labels)
        )

    def finds(
        self, known: Collection[tuple[int, str]], staged: Collection[tuple[int, str]], shut: Collection[int]
    ) -> list[tuple[int, str]]:
        """Return (index of the unit, label) for what is probable though no rule has found it, most probable first.

        known, staged: what rules have found, by unit: types and channels, and stages. shut: units to leave out.
        """
        found = sorted(self._finds(known, staged, shut), key=lambda one: -one[0])
        return [(index, label) for _, index, label in found]

    def _finds(
        self, known: Collection[tuple[int, str]], staged: Collection[tuple[int, str]], shut: Collection[int]
    ) -> Iterator[tuple[float, int, str]]:
        if self._wording is None:
            return
        ruled = {index for index, _ in known}
        for index in range(len(self._units)):
            told = None if index in shut else self.of(index)
            if told is None:
                continue
            likely = [
                label
                for label, least in self._wording.thresholds.items()
                if told[label] >= least and (index, label) not in known and (index, label) not in staged
            ]
            if not likely:
                continue
            least = self._least(index)
            beside = max(least, BESIDE_A_RULE) if index in ruled else least
            for label in likely:
                asked = beside if label in TYPES else least if label in _STAGES else 0
                if told[label] >= asked:
                    yield told[label], index, label

    def likely(self, words: Sequence[Word], start: int, end: int) -> Iterator[tuple[str, float]]:
        """Yield (type, probability) for what some words of a unit may mean, though it is not believed of them."""
        known = self._read(start, end, sum(bool(word.text) for word in words))
        if known is None or _only_hopes(words):
            return
        for label, probability in known.items():
            if probability >= WORTH_ASKING and label in TYPES:
                yield label, probability

    def _least(self, index: int) -> float:
        """Return the probability that a unit asks for because of what it is; 2 for one that only hopes."""
        unit = self._units[index]
        if _only_hopes(unit.words):
            return 2
        note = 0 if tells(unit.words) else A_NOTE
        return max(note, BESIDE_A_NO if doubted(unit.words) else 0)


def _only_hopes(words: Sequence[Word]) -> bool:
    return hoped_for([word.text for word in words], 0, len(words) - 1)
