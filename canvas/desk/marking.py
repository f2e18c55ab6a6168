"""The rubric with points, as a file and as a sum: levels are kept, marks are always worked out anew."""

from __future__ import annotations

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from canvas.content.library import FOLDER, library
from canvas.content.loader import read_toml
from canvas.content.loader import shown as shown_path
from canvas.errors import ContentError
from canvas.models.base import Frozen
from canvas.models.review import MarkingLevel, MarkingRow, MarkingRubric, Review
from canvas.models.teaching import RubricRow
from canvas.models.vocabulary import Level

_FILE = FOLDER / "marking.toml"
_HUNDREDTH = Decimal("0.01")


class _Points(Frozen):
    """What marking.toml holds. points: by level. weights: by the id of a row."""

    title: str
    maximum: Decimal
    step: Decimal
    points: dict[Level, Decimal]
    weights: dict[str, Decimal]


@cache
def default_rubric() -> MarkingRubric:
    """Return the rubric of the lesson with points: five rows, four levels. Raises ContentError."""
    given = read_toml(_FILE, _Points)
    rows = library().rubric
    known = {row.id for row in rows}
    if set(given.weights) != known or set(given.points) != set(Level):
        raise ContentError(
            "The weights and points are not those of the rubric.",
            where=shown_path(_FILE),
            mend=f"Give points for {', '.join(Level)} and weights for {', '.join(sorted(known))}.",
        )
    return MarkingRubric(
        title=given.title,
        maximum=given.maximum,
        step=given.step,
        rows=tuple(_row(row, given) for row in rows),
    )


def _row(row: RubricRow, given: _Points) -> MarkingRow:
    levels = tuple(
        MarkingLevel(level=level, says=says, points=given.points[level])
        for level, (_, says) in zip(Level, row.levels, strict=True)
    )
    return MarkingRow(id=row.id, title=row.title, weight=given.weights[row.id], levels=levels)


def mark_of(review: Review, rubric: MarkingRubric) -> Decimal | None:
    """Return the mark of a review: the reviewer's own where there is one, else worked out from the levels.

    It is maximum × Σ(weight × points) ÷ Σ(weight × highest points), rounded half up to a multiple of the step,
    and never above the maximum; full points always give the maximum. None as long as a row that counts is
    not rated. Every mark is in hundredths, whatever the step.
    """
    return in_hundredths(review.override) if review.override is not None else computed_mark(review, rubric)


def computed_mark(review: Review, rubric: MarkingRubric) -> Decimal | None:
    """Return the mark that the levels give, whatever the reviewer set instead; None while a row is not rated."""
    return _mark(rubric, tuple(review.levels.get(row.id) for row in rubric.rows))


@lru_cache(maxsize=4096)
def _mark(rubric: MarkingRubric, chosen: tuple[int | None, ...]) -> Decimal | None:
    """Return the mark for the chosen levels, row by row; kept, since a list of 500 asks for each mark again."""
    reached = highest = Fraction(0)
    for row, index in zip(rubric.rows, chosen, strict=True):
        if not row.weight:
            continue
        if index is None or not 0 <= index < len(row.levels):
            return None
        reached += Fraction(row.weight) * Fraction(row.levels[index].points)
        highest += Fraction(row.weight) * Fraction(max(level.points for level in row.levels))
    if reached == highest:
        return _at_most(rubric.maximum, rubric.maximum)
    exact = Fraction(rubric.maximum) * reached / highest  # no decimal is cut before the one rounding
    steps = (exact / Fraction(rubric.step) + Fraction(1, 2)).__floor__()
    return _at_most(rubric.maximum, rubric.step * steps)


def _at_most(maximum: Decimal, mark: Decimal) -> Decimal:
    """Return a mark in hundredths that is not above the maximum, not even where that one has more decimals."""
    rounded = in_hundredths(min(maximum, mark))
    return rounded if rounded <= maximum else maximum.quantize(_HUNDREDTH, rounding=ROUND_FLOOR)


def in_hundredths(mark: Decimal) -> Decimal:
    """Return a mark as it goes back, rounded half up to hundredths: sheets and feedback say the same."""
    return mark.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def unrated(review: Review, rubric: MarkingRubric) -> tuple[str, ...]:
    """Return the ids of the rows that count and are not rated yet."""
    return tuple(
        row.id for row in rubric.rows if row.weight and not 0 <= review.levels.get(row.id, -1) < len(row.levels)
    )


def shown(mark: Decimal | None, decimal_mark: Literal[".", ","] = ".") -> str:
    """Return a mark as the sheet writes it, without zeros at its end: `7.5`, `7,5`, `10`; "" for None."""
    if mark is None:
        return ""
    told = f"{mark:f}"
    plain = told.rstrip("0").rstrip(".") if "." in told else told
    return plain.replace(".", decimal_mark)
