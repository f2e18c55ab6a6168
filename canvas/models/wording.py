"""What a table of wording is: two small models of one clause, learned from labelled clauses and averaged."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """Scores of one kind of feature: row after row, one score a label; a score counts `scale` each."""

    scores: array[int]
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """A linear model over words, their neighbours, their letters and their pieces.

    bias: one number a label. The rows of `words` and `letters` are found by hash, those of `pieces` by name.
    """

    bias: tuple[float, ...]
    pieces: ScoreTable
    words: ScoreTable
    letters: ScoreTable


@dataclass(frozen=True, slots=True, eq=False)
class Filters:
    """A convolutional network: filters that look at three neighbouring pieces of words, and vote for labels.

    rows: for each piece one byte a filter, three times: what it adds on the left of the place that a filter looks
    at, at that place, and on its right; NOTHING adds nought. floors: for each filter the sum of three bytes from
    which on it is awake. votes: filters × labels, what each step above its floor counts, in units of `scale`.
    bias: the log-odds of each label where no filter is awake.
    """

    bias: tuple[float, ...]
    rows: bytes
    floors: tuple[int, ...]
    votes: tuple[tuple[int, ...], ...]
    scale: float


@dataclass(frozen=True, eq=False)
class Wording:
    """Both models, which err in different places, and what they share.

    labels: what a clause is scored for. pieces: piece of a word → its row. thresholds: the probability from which
    a label counts as probable evidence. made_from: hash of the labelled clauses.
    """

    labels: tuple[str, ...]
    thresholds: dict[str, float]
    pieces: dict[str, int]
    sums: Sums
    filters: Filters
    made_from: str


NOTHING = 128
"""The byte with which a piece neither wakes a filter nor holds it back."""
SIDES = 3
"""What a filter looks at: the piece on the left, the piece itself, the piece on the right."""
