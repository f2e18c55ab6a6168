"""The arithmetic of agreement: precision, recall, F1, Cohen's kappa, and how sure these figures are."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from math import sqrt

from canvas.models.trust import Agreement, Estimate, Share

SEED = 20_240_901
ROUNDS = 1_000
_Z = 1.96
"""Standard errors on each side of a figure that hold it 95 times of 100."""

Pair = tuple[bool, bool]
"""What the label says, what the checker says."""
Counts = tuple[int, int, int, int]
"""Right yes, wrong yes, missed yes, right no."""


def measure(groups: Sequence[Sequence[Pair]]) -> Agreement:
    """Return the agreement over all pairs; the bootstrap draws groups (one a text), always in the same way.

    The range of precision and recall is the wider of the bootstrap's and Wilson's: drawing again from sixteen
    right verdicts only ever gives right ones, and would claim a certainty that sixteen texts cannot give.
    """
    counts = [_counts(group) for group in groups]
    total = _sum(counts)
    hit, wrong, missed, _ = total
    drawn = _drawn(counts)
    return Agreement(
        scored=sum(total),
        positives=hit + missed,
        said=hit + wrong,
        precision=_wider(_estimate(_precision, total, drawn), share(hit, hit + wrong)),
        recall=_wider(_estimate(_recall, total, drawn), share(hit, hit + missed)),
        f1=_estimate(_f1, total, drawn),
        kappa=_estimate(_kappa, total, drawn),
    )


def share(part: int, whole: int) -> Share:
    """Return a part of a whole with Wilson's range (E. B. Wilson, 1927); nothing of nothing may be anything."""
    if not whole:
        return Share(part=part, whole=whole, low=0.0, high=1.0)
    value = part / whole
    middle = value + _Z**2 / (2 * whole)
    reach = _Z * sqrt(value * (1 - value) / whole + _Z**2 / (4 * whole**2))
    scale = 1 + _Z**2 / whole
    low, high = (middle - reach) / scale, (middle + reach) / scale
    return Share(part=part, whole=whole, low=_kept(max(0.0, low)), high=_kept(min(1.0, high)))


def _estimate(figure: Callable[[Counts], float], total: Counts, drawn: Sequence[Counts]) -> Estimate:
    values = sorted(figure(counts) for counts in drawn)
    low, high = (values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975) - 1]) if values else (0.0, 0.0)
    return Estimate(value=_kept(figure(total)), low=_kept(low), high=_kept(high))


def _wider(estimate: Estimate, counted: Share) -> Estimate:
    low, high = min(estimate.low, counted.low), max(estimate.high, counted.high)
    return Estimate(value=estimate.value, low=low, high=high)


def _kept(value: float) -> float:
    """Return what is kept of a figure: four digits are more than any set of texts can tell apart."""
    return round(value, 4)


def _counts(group: Sequence[Pair]) -> Counts:
    return (
        sum(label and said for label, said in group),
        sum(said and not label for label, said in group),
        sum(label and not said for label, said in group),
        sum(not label and not said for label, said in group),
    )


def _drawn(counts: Sequence[Counts]) -> list[Counts]:
    draw = random.Random(SEED)
    return [_sum(draw.choices(counts, k=len(counts))) for _ in range(ROUNDS)] if counts else []


def _sum(counts: Sequence[Counts]) -> Counts:
    if not counts:
        return (0, 0, 0, 0)
    hit, wrong, missed, right_no = (sum(column) for column in zip(*counts, strict=True))
    return hit, wrong, missed, right_no


def _divided(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _precision(counts: Counts) -> float:
    return _divided(counts[0], counts[0] + counts[1])


def _recall(counts: Counts) -> float:
    return _divided(counts[0], counts[0] + counts[2])


def _f1(counts: Counts) -> float:
    hit, wrong, missed, _ = counts
    return _divided(2 * hit, 2 * hit + wrong + missed)


def _kappa(counts: Counts) -> float:
    hit, wrong, missed, right_no = counts
    whole = sum(counts)
    if not whole:
        return 0.0
    agreed = (hit + right_no) / whole
    chance = ((hit + wrong) * (hit + missed) + (right_no + missed) * (right_no + wrong)) / whole**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
