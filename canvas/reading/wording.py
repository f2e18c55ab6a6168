"""Free wording: how probable it is that a clause shows something that no rule has a pattern for.

A clause is a bag of words, pairs of neighbours, letter groups and word pieces. Each has a score for each label;
the sum, divided by the square root of the number of words, is the log-odds of a logistic model. The table was
learned from labelled clauses (`tests/bench/build_wording.py`); its evidence is probable, never sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import exp, sqrt
from zlib import crc32

from canvas.models.wording import ScoreTable, Wording

HASH_ROWS = 1 << 17
"""Rows of a table whose features are found by hash."""
_WORD = re.compile(r"[a-z]+|\d+")
_POSSESSIVE = re.compile(r"'s\b")
_GROUPS = (3, 4, 5)
"""Lengths of the letter groups."""
_LANE, _HALF, _STEP = 64, 1 << 28, 1e-4
"""Bits of a lane in a whole number of many; what is added to each score so that it is positive; what 1 counts.

No text has so many words that a lane runs over into the next, also not one that is made of `1.1.1.1`.
"""
_FULL = (1 << _LANE) - 1
_FURTHEST = 30.0
"""Log-odds beyond which nothing becomes more certain; `exp` would not take much larger ones."""


def words_of(text: str) -> list[str]:
    """Return the words of a clause in small letters without accents; every figure becomes `0`."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    if "'s" in plain:
        plain = _POSSESSIVE.sub("", plain)
    if not plain.isascii():  # no accent stands in most clauses
        plain = "".join([sign for sign in plain if not unicodedata.combining(sign)])
    return ["0" if word.isdigit() else word for word in _WORD.findall(plain)]


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
    """A table of wording made ready for scoring; it remembers words, neighbours and clauses it has met.

    The scores of a word stand side by side in one large whole number: one addition adds those of all labels.
    """

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._width = len(wording.labels)
        self._of_word = lru_cache(maxsize=8192)(self._word)
        self._of_step = lru_cache(maxsize=8192)(self._step)
        self._of_clause = lru_cache(maxsize=4096)(self._clause)

    def probabilities(self, text: str) -> Mapping[str, float]:
        """Return the probability of each label for one clause; all of them 0 for a clause without words."""
        return self._of_clause(text)

    def _clause(self, text: str) -> Mapping[str, float]:
        words = words_of(text)
        if not words:
            return dict.fromkeys(self.wording.labels, 0.0)
        total = sum(map(self._of_step, ("^", *words), (*words, "$")))
        rest = (2 * len(words) + 1) * _HALF
        share = _STEP / sqrt(len(words))
        found: dict[str, float] = {}
        for label, bias in zip(self.wording.labels, self.wording.bias, strict=True):
            odd = bias + ((total & _FULL) - rest) * share
            total >>= _LANE
            found[label] = 1 / (1 + exp(-(_FURTHEST if odd > _FURTHEST else max(-_FURTHEST, odd))))
        return found

    def _word(self, word: str) -> int:
        table = self.wording
        parts = (
            self._sum(table.word_scores, (word_row(word),)),
            self._sum(table.letter_scores, letter_rows(word)),
            self._sum(table.piece_scores, piece_rows(word, table.pieces)),
        )
        return _side_by_side(sum(column) for column in zip(*parts, strict=True))

    def _step(self, left: str, word: str) -> int:
        """Return the scores of a word and of it beside its left neighbour; the end of a clause is no word."""
        pair = _side_by_side(self._sum(self.wording.word_scores, (pair_row(left, word),)))
        return pair if word == "$" else pair + self._of_word(word)

    def _sum(self, table: ScoreTable, rows: Iterable[int]) -> list[float]:
        """Return, for each label, the sum of some rows of a table."""
        width, scores = self._width, table.scores
        found = [scores[row * width : row * width + width] for row in rows]
        return [sum(column) * table.scale for column in zip(*found, strict=True)] if found else [0.0] * width


def _side_by_side(scores: Iterable[float]) -> int:
    """Return scores as lanes of one whole number, each moved up so that none is below nought."""
    return sum((round(score / _STEP) + _HALF) << (_LANE * index) for index, score in enumerate(scores))
