"""Probable evidence from free wording, for the units in which no rule has found anything of that kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from weakref import WeakKeyDictionary

from canvas.models.wording import Wording
from canvas.reading.negation import doubted
from canvas.reading.text import INVISIBLE
from canvas.reading.units import Unit
from canvas.reading.wording import Scorer

_SCORERS: WeakKeyDictionary[Wording, Scorer] = WeakKeyDictionary()
_FEWEST_WORDS = 3
"""Shorter units are labels or fragments: a single known word would decide."""


def scorer_of(wording: Wording) -> Scorer:
    """Return the scorer of a table of wording, made once."""
    if wording not in _SCORERS:
        _SCORERS[wording] = Scorer(wording)
    return _SCORERS[wording]


def probable_labels(
    text: str, units: Sequence[Unit], wording: Wording, known: Collection[int] = ()
) -> Iterator[tuple[int, str, float]]:
    """Yield (index of the unit, label, probability) where a label reaches its threshold.

    text: as `readable` returns it. known: units about which nothing is asked. Units that are negated or only
    hoped for are left out, since a bag of words cannot see what a "no" stands for.
    """
    scorer = scorer_of(wording)
    for index, unit in enumerate(units):
        if index in known or not unit.counts or unit.length < _FEWEST_WORDS or doubted(unit.words):
            continue
        seen = text[unit.start : unit.end].replace(INVISIBLE, "")
        for label, probability in scorer.probabilities(seen).items():
            if probability >= wording.thresholds[label]:
                yield index, label, probability
