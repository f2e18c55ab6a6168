"""Typed revisions: every pause is one; undo steps over a burst; old ones are thinned while new ones come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, RowMapping, delete, select, update

from canvas.models.workbook import Workbook
from canvas.store import revisions
from canvas.store.records import Saved
from canvas.store.tables import revisions as table

REASON = "typing"
PAUSE = timedelta(seconds=30)
"""A longer pause ends a burst."""
LONGEST = timedelta(minutes=2)
"""A burst that goes on for longer is cut here, so that one undo never takes too much."""
_STEPS = (
    ("every", timedelta(minutes=10), timedelta(minutes=1), "minute"),
    ("minute", timedelta(days=1), timedelta(hours=1), "hour"),
)
"""(grain, age from which on only one is kept of each, stretch of time, the grain of the one that is kept)."""
_AT_ONCE, _EVERY = 20, 4
"""At every fourth save up to twenty old revisions are looked at, so thinning always keeps up with typing."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def append(
    connection: Connection, workspace: str, newest: RowMapping, workbook: Workbook, field: str, now: datetime
) -> Saved:
    """Add what was typed as a revision, and thin older ones. newest: the row it stands on."""
    goes_on = _goes_on(newest, field, now)
    saved = revisions.append(
        connection,
        workspace,
        newest["workbook_id"],
        workbook,
        newest["number"],
        reason=REASON,
        saved_at=now,
        previous=newest["previous"] if goes_on else newest["number"],
        redo=None,
        field=field,
        began_at=newest["began_at"] if goes_on else now,
        grain="every",
    )
    if saved.revision % _EVERY == 0:
        thin(connection, saved.id, saved.revision, now)
    return saved


def _goes_on(newest: RowMapping, field: str, now: datetime) -> bool:
    """Tell whether the newest revision belongs to the same burst of typing in the same field."""
    same = newest["reason"] == REASON and newest["field"] == field and newest["name"] is None
    return same and now - newest["saved_at"] <= PAUSE and now - newest["began_at"] <= LONGEST


def thin(connection: Connection, workbook_id: str, newest: int, now: datetime) -> None:
    """Remove typed revisions that nobody named: the last of each minute stays for a day, then of each hour.

    Looks at a few at a time, so that saving never waits.
    """
    for grain, age, stretch, next_grain in _STEPS:
        whole_until = _EPOCH + (now - age - _EPOCH) // stretch * stretch
        query = (
            select(table.c.number, table.c.previous, table.c.saved_at)
            .where(table.c.workbook_id == workbook_id, table.c.grain == grain, table.c.saved_at < whole_until)
            .where(table.c.number < newest)
        )
        rows = (
            connection.execute(query.order_by(table.c.saved_at, table.c.number).limit(_AT_ONCE + 1))
            .mappings()
            .all()
        )
        if rows:
            _thin(connection, workbook_id, rows, stretch, next_grain)


def _thin(
    connection: Connection, workbook_id: str, rows: Sequence[RowMapping], stretch: timedelta, next_grain: str
) -> None:
    """Keep the last row of each stretch of time. With a full batch the last row waits for its neighbour."""
    wanted = _redo_goals(connection, workbook_id, [row["number"] for row in rows])
    last = rows[-1:] if len(rows) <= _AT_ONCE else []
    stretches = [(row["saved_at"] - _EPOCH) // stretch for row in rows]
    for row, here, after in zip(rows, stretches, stretches[1:], strict=False):
        if here == after and row["number"] not in wanted:
            remove(connection, workbook_id, row["number"])
        else:
            _keep(connection, workbook_id, row["number"], next_grain)
    for row in last:
        _keep(connection, workbook_id, row["number"], next_grain)


def _redo_goals(connection: Connection, workbook_id: str, numbers: list[int]) -> set[int]:
    """Return those of the revisions that a redo walks to; they stay."""
    query = select(table.c.redo).where(table.c.workbook_id == workbook_id, table.c.redo.in_(numbers))
    return set(connection.execute(query).scalars())


def _keep(connection: Connection, workbook_id: str, number: int, grain: str) -> None:
    where = (table.c.workbook_id == workbook_id, table.c.number == number)
    connection.execute(update(table).where(*where).values(grain=grain))


def remove(connection: Connection, workbook_id: str, number: int) -> None:
    """Remove a revision; an undo that walked to it walks to the one before it now."""
    here = table.c.workbook_id == workbook_id
    found = select(table.c.previous).where(here, table.c.number == number)
    before = connection.execute(found).scalar()
    connection.execute(update(table).where(here, table.c.previous == number).values(previous=before))
    connection.execute(delete(table).where(here, table.c.number == number))
