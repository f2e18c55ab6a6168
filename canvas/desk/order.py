"""The order of marking: random so that nobody's name helps or harms, and the same at every look.

Scripts that are marked first tend to get better marks; so the order must not follow the names.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from canvas.models.review import Batch, MarkingRubric


def marking_order(batch: Batch) -> tuple[str, ...]:
    """Return the keys of a batch in the order of marking."""
    return in_order((submission.key for submission in batch.submissions), batch.seed)


def in_order(keys: Iterable[str], seed: int) -> tuple[str, ...]:
    """Return keys in the order of a seed. Who comes later finds a place between the others, who stay in order."""
    return tuple(sorted(keys, key=lambda key: (_place(key, seed), key)))


def row_by_row(batch: Batch, rubric: MarkingRubric) -> tuple[tuple[str, str], ...]:
    """Return (row, key): one criterion over all students, then the next, each time in the same order."""
    order = marking_order(batch)
    return tuple((row.id, key) for row in rubric.rows for key in order)


def next_open(order: tuple[str, ...], after: str, done: frozenset[str]) -> str | None:
    """Return the next key that is not done, beginning behind `after` and going round; None when all are done."""
    start = order.index(after) + 1 if after in order else 0
    return next((key for key in (*order[start:], *order[:start]) if key not in done), None)


def _place(key: str, seed: int) -> bytes:
    return sha256(f"{seed} {key}".encode("utf-8", "surrogatepass")).digest()
