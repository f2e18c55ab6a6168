"""The list of batches with its counts: three questions to the database, however many students there are."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from canvas.models.review import ReviewState
from canvas.store.review_records import BatchEntry
from canvas.store.tables_reviews import batches, reviews, submissions

_HEAD = ("id", "title", "platform", "seed", "made_at", "skipped", "missing", "deleted_at")
_STEPS = tuple(ReviewState)


def entries(connection: Connection, deleted: bool) -> tuple[BatchEntry, ...]:
    """Return the batches, the newest first; the deleted ones or the others."""
    there = batches.c.deleted_at.is_not(None) if deleted else batches.c.deleted_at.is_(None)
    query = select(*(batches.c[name] for name in _HEAD)).where(there)
    rows = connection.execute(query.order_by(batches.c.made_at.desc(), batches.c.id)).mappings().all()
    counts = _submissions(connection)
    states = _states(connection)
    return tuple(_entry(dict(row), counts.get(row["id"], (0, 0)), states) for row in rows)


def _entry(row: dict[str, Any], counts: tuple[int, int], states: Counter[tuple[str, int]]) -> BatchEntry:
    drafts, reviewed, released = (states[row["id"], step] for step in range(len(_STEPS)))
    return BatchEntry(
        **row, submissions=counts[0], late=counts[1], drafts=drafts, reviewed=reviewed, released=released
    )


def _submissions(connection: Connection) -> dict[str, tuple[int, int]]:
    """Return for each batch how many students handed in, and how many of them late."""
    late = func.sum(case((submissions.c.late.is_(True), 1), else_=0))
    query = select(submissions.c.batch_id, func.count(), late).group_by(submissions.c.batch_id)
    return {batch_id: (count, int(number)) for batch_id, count, number in connection.execute(query)}


def _states(connection: Connection) -> Counter[tuple[str, int]]:
    """Return how many students of each batch stand at each step, by the furthest review of each."""
    step = case({state.value: number for number, state in enumerate(_STEPS)}, value=reviews.c.state, else_=0)
    query: Select[Any] = select(reviews.c.batch_id, func.max(step)).group_by(reviews.c.batch_id, reviews.c.student)
    return Counter((batch_id, furthest) for batch_id, furthest in connection.execute(query))
