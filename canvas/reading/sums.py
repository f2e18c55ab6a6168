"""The sums of a table of wording: words, pairs of neighbours, letter groups and pieces, each with its scores.

The sum, divided by the square root of the number of words, is the log-odds of a logistic model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import sqrt
from zlib import crc32

from canvas.models.wording import ScoreTable, Sums
from canvas.reading.lanes import SignedLanes, side_by_side

HASH_ROWS = 1 << 17
"""Rows of a table whose features are found by hash."""
_GROUPS = (3, 4, 5)
"""Lengths of the letter groups."""
_LANE, _STEP = 64, 1e-4
"""Bits of a label's lane; what 1 in it counts.

No text has so many words that a lane runs over into the next, also not one that is made of `1.1.1.1`.
"""


def word_row(word: str) -> int:
    """Return the row of a word in the table of words."""
    return crc32(f"w{word}".encode()) % HASH_ROWS


def pair_row(left: str, right: str) -> int:
    """Return the row of two neighbours in the table of words; `^` and `$` are the edges of a clause."""
    return crc32(f"b{left} {right}".encode()) % HASH_ROWS


def letter_rows(word: str) -> Iterator[int]:
    """Yield the rows of all letter groups of a word."""
    framed = f" {word} "
    for length in _GROUPS:
        for start in range(len(framed) - length + 1):
            yield crc32(f"c{framed[start : start + length]}".encode()) % HASH_ROWS


class WordSums:
    """Sums made ready; they remember the neighbours they have met."""

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        self._lanes = SignedLanes(_LANE, len(sums.bias))
        self._of_pair = lru_cache(maxsize=8192)(self._pair)

    def word(self, word: str, rows: Iterable[int]) -> int:
        """Return what a word counts for each label, side by side. rows: of its pieces."""
        parts = (
            self._added(self._sums.words, (word_row(word),)),
            self._added(self._sums.letters, letter_rows(word)),
            self._added(self._sums.pieces, rows),
        )
        return _in_steps(sum(column) for column in zip(*parts, strict=True))

    def log_odds(self, words: Sequence[str], counted: Iterable[int]) -> list[float]:
        """Return the log-odds of each label for the words of a clause, at least one. counted: what they count."""
        total = sum(counted, self._lanes.noughts) + sum(map(self._of_pair, ("^", *words), (*words, "$")))
        share = _STEP / sqrt(len(words))
        added = self._lanes.taken_apart(total)
        return [bias + steps * share for bias, steps in zip(self._sums.bias, added, strict=True)]

    def _pair(self, left: str, right: str) -> int:
        return _in_steps(self._added(self._sums.words, (pair_row(left, right),)))

    def _added(self, table: ScoreTable, rows: Iterable[int]) -> list[float]:
        """Return, for each label, the sum of some rows of a table."""
        width, scores = len(self._sums.bias), table.scores
        found = [scores[row * width : row * width + width] for row in rows]
        return [sum(column) * table.scale for column in zip(*found, strict=True)] if found else [0.0] * width


def _in_steps(scores: Iterable[float]) -> int:
    return side_by_side((round(score / _STEP) for score in scores), _LANE)
