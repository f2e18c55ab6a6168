"""Free wording: how probable it is that a clause shows something that no rule has a pattern for.

Two small models read a clause: sums of what its words count (`sums.py`), and filters over neighbouring pieces of
words (`filters.py`). They err in different places, so their log-odds are averaged. Both were learned from labelled
clauses (`tests/bench/build_wording.py`); their evidence is probable, never sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import exp

from canvas.models.wording import Wording
from canvas.reading.filters import FilterBank, Piece
from canvas.reading.sums import WordSums

_WORD = re.compile(r"[a-z]+|\d+")
_POSSESSIVE = re.compile(r"'s\b")
_LONGEST_PIECE = 20
"""Letters of a piece at most: longer ones are not looked for in a word of thousands of letters."""
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


def piece_rows(word: str, pieces: dict[str, int]) -> Iterator[int]:
    """Yield the rows of the longest known pieces of a word, from its beginning; unknown rests are left out."""
    start = 0
    while start < len(word):
        for end in range(min(len(word), start + _LONGEST_PIECE), start, -1):
            row = pieces.get(word[start:end] if start == 0 else f"##{word[start:end]}")
            if row is not None:
                yield row
                break
        else:
            return
        start = end


class Scorer:
    """A table of wording made ready for scoring; it remembers words and clauses it has met."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._sums, self._filters = WordSums(wording.sums), FilterBank(wording.filters)
        self._of_word = lru_cache(maxsize=8192)(self._word)
        self._of_clause = lru_cache(maxsize=4096)(self._clause)

    def probabilities(self, text: str) -> Mapping[str, float]:
        """Return the probability of each label for one clause; all of them 0 for a clause without words."""
        return self._of_clause(text)

    def _clause(self, text: str) -> Mapping[str, float]:
        words = words_of(text)
        counted = [self._of_word(word) for word in words]
        pieces = [piece for _, found in counted for piece in found]
        if not pieces:
            return dict.fromkeys(self.wording.labels, 0.0)
        both = zip(
            self.wording.labels,
            self._sums.log_odds(words, [count for count, _ in counted]),
            self._filters.log_odds(pieces),
            strict=True,
        )
        return {label: _probability((one + other) / 2) for label, one, other in both}

    def _word(self, word: str) -> tuple[int, tuple[Piece, ...]]:
        """Return what a word counts, and what its pieces add to the filters."""
        rows = list(piece_rows(word, self.wording.pieces))
        return self._sums.word(word, rows), tuple(map(self._filters.piece, rows))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-(_FURTHEST if odds > _FURTHEST else max(-_FURTHEST, odds))))
