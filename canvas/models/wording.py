"""What a table of wording is: how much each piece of a word speaks for a label, learned from labelled clauses."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """Scores of one kind of feature: row after row, one score a label; a score counts `scale` each."""

    scores: array[int]
    scale: float


@dataclass(frozen=True, eq=False)
class Wording:
    """A linear model over words, their neighbours, their letters and their pieces.

    labels: what a clause is scored for. bias: one number a label. pieces: piece of a word → row of
    `piece_scores`; the rows of `word_scores` and `letter_scores` are found by hash. thresholds: the
    probability from which a label counts as probable evidence. made_from: hash of the labelled clauses.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    thresholds: dict[str, float]
    pieces: dict[str, int]
    piece_scores: ScoreTable
    word_scores: ScoreTable
    letter_scores: ScoreTable
    made_from: str
