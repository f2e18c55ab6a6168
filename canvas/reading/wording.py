"""Free wording: how probable it is that a clause shows something that no rule has a pattern for.

A clause is a bag of words, pairs of neighbours, letter groups and word pieces. Each has a score for each label;
the sum, divided by the square root of the number of words, is the log-odds of a logistic model. The table was
learned from labelled clauses (`tests/bench/build_wording.py`); its evidence is probable, never sure.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, sqrt
from zlib import crc32

from canvas.models.wording import ScoreTable, Wording

HASH_ROWS = 1 << 15
"""Rows of a table whose features are found by hash."""
_WORD = re.compile(r"[a-z]+|\d+")
_POSSESSIVE = re.compile(r"'s\b")
_GROUPS = (3, 4, 5)
"""Lengths of the letter groups."""


def words_of(text: str) -> list[str]:
    """Return the words of a clause in small letters without accents; every figure becomes `0`."""
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFKD", text.lower().replace("’", "'")))
    return ["0" if word[0].isdigit() else word for word in _WORD.findall("".join(_unaccented(plain)))]


def word_row(word: str) -> int:
    """Return the row of a word in the table of words."""
    return crc32(f"w{word}".encode()) % HASH_ROWS


def pair_rows(words: Sequence[str]) -> Iterator[int]:
    """Yield the rows of all neighbours in the table of words, the edges of the clause included."""
    for left, right in zip(("^", *words), (*words, "$"), strict=True):
        yield crc32(f"b{left} {right}".encode()) % HASH_ROWS


def letter_rows(word: str) -> Iterator[int]:
    """Yield the rows of all letter groups of a word."""
    framed = f" {word} "
    for length in _GROUPS:
        for start in range(len(framed) - length + 1):
            yield crc32(f"c{framed[start : start + length]}".encode()) % HASH_ROWS


def piece_rows(word: str, pieces: dict[str, int]) -> Iterator[int]:
    """Yield the rows of the longest known pieces of a word, from its beginning; unknown rests are left out."""
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            row = pieces.get(word[start:end] if start == 0 else f"##{word[start:end]}")
            if row is not None:
                yield row
                break
        else:
            return
        start = end


class Scorer:
    """A table of wording made ready for scoring; it remembers words it has met."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._width = len(wording.labels)
        self._of_word = lru_cache(maxsize=8192)(self._word)
        self._of_clause = lru_cache(maxsize=4096)(self._clause)

    def probabilities(self, text: str) -> Mapping[str, float]:
        """Return the probability of each label for one clause; all of them 0 for a clause without words."""
        return self._of_clause(text)

    def _clause(self, text: str) -> Mapping[str, float]:
        words = words_of(text)
        if not words:
            return dict.fromkeys(self.wording.labels, 0.0)
        rows = [self._of_word(word) for word in words]
        pairs = self._sum(self.wording.word_scores, pair_rows(words))
        odds = [
            bias + (sum(column) + pair) / sqrt(len(words))
            for bias, pair, column in zip(self.wording.bias, pairs, zip(*rows, strict=True), strict=True)
        ]
        return {
            label: 1 / (1 + exp(-max(-30.0, min(30.0, odd))))
            for label, odd in zip(self.wording.labels, odds, strict=True)
        }

    def _word(self, word: str) -> tuple[float, ...]:
        table = self.wording
        parts = (
            self._sum(table.word_scores, (word_row(word),)),
            self._sum(table.letter_scores, letter_rows(word)),
            self._sum(table.piece_scores, piece_rows(word, table.pieces)),
        )
        return tuple(sum(column) for column in zip(*parts, strict=True))

    def _sum(self, table: ScoreTable, rows: Iterator[int] | tuple[int, ...]) -> list[float]:
        """Return, for each label, the sum of some rows of a table."""
        width, total = self._width, array("l", bytes(self._width * array("l").itemsize))
        for row in rows:
            start = row * width
            for index, score in enumerate(table.scores[start : start + width]):
                total[index] += score
        return [score * table.scale for score in total]


def _unaccented(text: str) -> Iterator[str]:
    return (sign for sign in text if not unicodedata.combining(sign))
