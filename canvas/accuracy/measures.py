"""The arithmetic of agreement: precision, recall, F1, Cohen's kappa, and how sure these figures are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 20_240_901
ROUNDS = 1_000

Pair = tuple[bool, bool]
"""What the label says, what the checker says."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Agreement over `scored` pairs. Undefined figures are 0. low, high: 95 % bootstrap interval of F1."""

    scored: int
    positives: int
    precision: float
    recall: float
    f1: float
    kappa: float
    low: float
    high: float

    @property
    def prevalence(self) -> float:
        """Share of the scored texts that carry the label."""
        return self.positives / self.scored if self.scored else 0.0


def measure(groups: Sequence[Sequence[Pair]]) -> Measures:
    """Return the measures of all pairs; the bootstrap draws groups (one a text), always in the same way."""
    counts = [_counts(group) for group in groups]
    total = _sum(counts)
    hit, wrong, missed, right_no = total
    scored = sum(total)
    low, high = _interval(counts)
    return Measures(
        scored=scored,
        positives=hit + missed,
        precision=_share(hit, hit + wrong),
        recall=_share(hit, hit + missed),
        f1=_f1(total),
        kappa=_kappa(hit, wrong, missed, right_no),
        low=low,
        high=high,
    )


Counts = tuple[int, int, int, int]


def _counts(group: Sequence[Pair]) -> Counts:
    return (
        sum(label and said for label, said in group),
        sum(said and not label for label, said in group),
        sum(label and not said for label, said in group),
        sum(not label and not said for label, said in group),
    )


def _sum(counts: Sequence[Counts]) -> Counts:
    if not counts:
        return (0, 0, 0, 0)
    hit, wrong, missed, right_no = (sum(column) for column in zip(*counts, strict=True))
    return hit, wrong, missed, right_no


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(counts: Counts) -> float:
    hit, wrong, missed, _ = counts
    return _share(2 * hit, 2 * hit + wrong + missed)


def _kappa(hit: int, wrong: int, missed: int, right_no: int) -> float:
    whole = hit + wrong + missed + right_no
    if not whole:
        return 0.0
    agreed = (hit + right_no) / whole
    chance = ((hit + wrong) * (hit + missed) + (right_no + missed) * (right_no + wrong)) / whole**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def _interval(counts: Sequence[Counts]) -> tuple[float, float]:
    if not counts:
        return 0.0, 0.0
    draw = random.Random(SEED)
    values = sorted(_f1(_sum(draw.choices(counts, k=len(counts)))) for _ in range(ROUNDS))
    return values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975) - 1]
