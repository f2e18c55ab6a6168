"""Second marking: two reviewers exchange files, and see where they agree and where they are furthest apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from canvas.accuracy.measures import share
from canvas.desk.marking import mark_of
from canvas.models.base import Frozen
from canvas.models.review import MarkingRow, MarkingRubric, Review
from canvas.models.trust import Share


class RowAgreement(Frozen):
    """How far two reviewers agree on one row. both: students whom both rated. equal: rated the same.

    kappa: weighted by the square of the distance between levels (J. Cohen, 1968): 1 for full agreement, 0 for what
    chance would give. None for fewer than two students, or where both gave everybody one and the same level.
    """

    row: str
    title: str
    both: int
    equal: Share
    kappa: float | None


class RowDifference(Frozen):
    """One row that two reviewers rated differently: the index of each one's level."""

    row: str
    first: int
    second: int


class Difference(Frozen):
    """One student whom two reviewers see differently. marks: None where one is not complete.

    apart: the distance of the marks; steps: of all levels together.
    """

    key: str
    first_mark: Decimal | None
    second_mark: Decimal | None
    apart: Decimal | None
    steps: int
    rows: tuple[RowDifference, ...]


class SecondMarking(Frozen):
    """Two reviewers beside each other. differences: the largest first. only_first, only_second: keys of one."""

    first: str
    second: str
    rows: tuple[RowAgreement, ...]
    differences: tuple[Difference, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def agreement(first: Sequence[Review], second: Sequence[Review], rubric: MarkingRubric) -> SecondMarking:
    """Return how far two reviewers' reviews of one batch agree; a student without any rating does not count."""
    ones, others = _rated(first), _rated(second)
    both = [key for key in ones if key in others]
    pairs = [(ones[key], others[key]) for key in both]
    found = [_difference(one, other, rubric) for one, other in pairs]
    apart = [item for item in found if item.rows or item.apart]
    return SecondMarking(
        first=first[0].reviewer if first else "",
        second=second[0].reviewer if second else "",
        rows=tuple(_row(row, pairs) for row in rubric.rows),
        differences=tuple(sorted(apart, key=lambda item: (-(item.apart or Decimal(0)), -item.steps, item.key))),
        only_first=tuple(key for key in ones if key not in others),
        only_second=tuple(key for key in others if key not in ones),
    )


def _rated(reviews: Sequence[Review]) -> dict[str, Review]:
    return {one.student: one for one in reviews if one.levels or one.override is not None}


def _row(row: MarkingRow, pairs: Sequence[tuple[Review, Review]]) -> RowAgreement:
    most = len(row.levels)
    rated = [
        (one.levels[row.id], other.levels[row.id])
        for one, other in pairs
        if 0 <= one.levels.get(row.id, -1) < most and 0 <= other.levels.get(row.id, -1) < most
    ]
    equal = sum(one == other for one, other in rated)
    return RowAgreement(
        row=row.id, title=row.title, both=len(rated), equal=share(equal, len(rated)), kappa=weighted_kappa(rated)
    )


def weighted_kappa(rated: Sequence[tuple[int, int]]) -> float | None:
    """Return Cohen's kappa with squared weights over pairs of levels; None where it says nothing."""
    if len(rated) < 2:
        return None
    seen = sum((one - other) ** 2 for one, other in rated)
    ones, others = (Counter(pair[side] for pair in rated) for side in (0, 1))
    squares = ((one - other) ** 2 * ones[one] * others[other] for one in ones for other in others)
    by_chance = sum(squares) / len(rated)
    return None if not by_chance else round(1 - seen / by_chance, 3)


def _difference(one: Review, other: Review, rubric: MarkingRubric) -> Difference:
    rows = tuple(
        RowDifference(row=row.id, first=one.levels[row.id], second=other.levels[row.id])
        for row in rubric.rows
        if row.id in one.levels and row.id in other.levels and one.levels[row.id] != other.levels[row.id]
    )
    marks = mark_of(one, rubric), mark_of(other, rubric)
    apart = None if None in marks else abs((marks[0] or Decimal(0)) - (marks[1] or Decimal(0)))
    return Difference(
        key=one.student,
        first_mark=marks[0],
        second_mark=marks[1],
        apart=apart,
        steps=sum(abs(row.first - row.second) for row in rows),
        rows=rows,
    )
