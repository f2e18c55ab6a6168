"""The history of one workbook: a save adds a row; undo and redo add a copy of an older one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from canvas.errors import StaleRevisionError, StoreError
from canvas.models.workbook import KeyAnswers, Venture, Workbook
from canvas.store.records import Saved
from canvas.store.tables import revisions, workbooks

UNTITLED = "Untitled plan"
MOST_PLANS = 300
"""Plans and checked texts of one workspace; deleted ones count, since they can be brought back."""
CHECKED = "checked"
"""The reason of a revision that only remembers a check: no step of undo, and it ends no redo."""
_NO_PLAN = (Venture(), (), KeyAnswers())
# What every pause of typing asks is made once: to put a statement together costs more than to run it.
_FOUND = (
    select(revisions, workbooks.c.deleted_at)
    .join(workbooks, workbooks.c.id == revisions.c.workbook_id)
    .where(
        workbooks.c.id == bindparam("of"),
        workbooks.c.workspace_id == bindparam("workspace"),
        revisions.c.number == workbooks.c.newest,
    )
)
_GROWN = (
    update(workbooks)
    .where(workbooks.c.id == bindparam("of"), workbooks.c.workspace_id == bindparam("workspace"))
    .where(workbooks.c.newest == bindparam("base"), workbooks.c.deleted_at.is_(None))
)
_ADDED = insert(revisions)


def title_of(workbook: Workbook) -> str:
    """Return the name a list shows: the plan's title, else the business, else `Untitled plan`."""
    return workbook.title.strip() or workbook.venture.name.strip() or UNTITLED


def listed(workbook: Workbook) -> dict[str, Any]:
    """Return what the list of plans shows of a workbook."""
    return {"title": title_of(workbook), "only_text": is_only_text(workbook)}


def is_only_text(workbook: Workbook) -> bool:
    """Tell whether a workbook holds a draft, perhaps what was said about it, and no plan."""
    plan = (workbook.venture, workbook.commitments, workbook.answers)
    return bool(workbook.draft.text.strip()) and plan == _NO_PLAN


def found(connection: Connection, workspace: str, workbook_id: str) -> RowMapping | None:
    """Return the newest revision of a workbook, with `deleted_at`; None for one that was never kept here."""
    return connection.execute(_FOUND, {"of": workbook_id, "workspace": workspace}).mappings().one_or_none()


def lock(connection: Connection, workbook_id: str) -> None:
    """Let nobody else add a revision before this transaction ends; SQLite has locked with its beginning."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(workbooks.c.id).where(workbooks.c.id == workbook_id).with_for_update())


def newest(connection: Connection, workspace: str, workbook_id: str) -> RowMapping:
    """Return the newest revision of a workbook that is not deleted; StaleRevisionError when there is none."""
    row = found(connection, workspace, workbook_id)
    if row is None or row["deleted_at"] is not None:
        raise StaleRevisionError("This plan is not here any more.", mend="Go to Start and open another one.")
    return row


def known(connection: Connection, workspace: str, workbook_id: str) -> bool:
    """Tell whether a workbook was ever kept here, deleted ones too."""
    query = select(workbooks.c.id).where(workbooks.c.id == workbook_id, workbooks.c.workspace_id == workspace)
    return connection.execute(query).one_or_none() is not None


def set_deleted(connection: Connection, workspace: str, workbook_id: str, moment: datetime | None) -> None:
    """Hide a workbook from a moment on, or bring it back (None)."""
    where = (workbooks.c.id == workbook_id, workbooks.c.workspace_id == workspace)
    connection.execute(update(workbooks).where(*where).values(deleted_at=moment))


def create(connection: Connection, workspace: str, workbook_id: str, workbook: Workbook, now: datetime) -> Saved:
    """Keep a new workbook as its revision 1; StoreError in a workspace that is full."""
    many = select(func.count()).select_from(workbooks).where(workbooks.c.workspace_id == workspace)
    if connection.execute(many).scalar_one() >= MOST_PLANS:
        raise StoreError(f"There are {MOST_PLANS} plans and texts here already.", mend="Go on with one of them.")
    entry = {"id": workbook_id, "workspace_id": workspace, "newest": 0, "saved_at": now}
    connection.execute(insert(workbooks).values(entry | listed(workbook)))
    more = {"reason": "new", "saved_at": now, "previous": None, "redo": None}
    return append(connection, workspace, workbook_id, workbook, 0, **more)


def append(
    connection: Connection, workspace: str, workbook_id: str, workbook: Workbook, base: int, **more: Any
) -> Saved:
    """Add a revision on top of `base`; StaleRevisionError when somebody else added one, or deleted the plan.

    The caller holds the transaction. more: reason, saved_at, previous, redo; of a typed one also field, began_at
    and grain; of a named one its name.
    """
    where = {"of": workbook_id, "workspace": workspace, "base": base}
    new = {"newest": base + 1, "saved_at": more["saved_at"], **listed(workbook)}
    taken = connection.execute(_GROWN, where | new)
    if taken.rowcount != 1:
        newest(connection, workspace, workbook_id)  # says so when the plan is gone
        raise StaleRevisionError(
            "This plan was changed in another tab or window.",
            mend="Take the newer version, or keep yours as a new plan. Nothing is lost.",
        )
    row = {"workbook_id": workbook_id, "number": base + 1, "content": workbook.model_dump_json(), **more}
    connection.execute(_ADDED, row)
    return _saved(row, workbook)


def step(
    connection: Connection,
    workspace: str,
    workbook_id: str,
    base: int,
    now: datetime,
    way: Literal["undo", "redo"],
) -> Saved | None:
    """Add a copy of the revision that undo or redo walks to, or return None at the end of the way."""
    row = newest(connection, workspace, workbook_id)
    target = row["previous"] if way == "undo" else row["redo"]
    if target is None:
        return None
    query = select(revisions).where(revisions.c.workbook_id == workbook_id, revisions.c.number == target)
    goal = connection.execute(query).mappings().one()
    redo = row["number"] if way == "undo" else goal["redo"]
    checked = to_saved(row).workbook.checked  # what was checked stays checked, whatever is taken back
    return append(
        connection,
        workspace,
        workbook_id,
        to_saved(goal).workbook.model_copy(update={"checked": checked}),
        base,
        reason=way,
        saved_at=now,
        previous=goal["previous"],
        redo=redo,
    )


def to_saved(row: RowMapping | dict[str, Any]) -> Saved:
    """Turn a row into a model; StoreError when its content cannot be read."""
    try:
        workbook = Workbook.model_validate_json(row["content"])
    except ValidationError as error:
        raise StoreError(
            "This plan cannot be read.",
            where=f"revision {row['number']}",
            mend="It may come from a newer Canvas Coach. Open another plan, or install the newer version.",
        ) from error
    return _saved(row, workbook)


def _saved(row: RowMapping | dict[str, Any], workbook: Workbook) -> Saved:
    return Saved(
        id=row["workbook_id"],
        workbook=workbook,
        revision=row["number"],
        saved_at=row["saved_at"],
        can_undo=row["previous"] is not None,
        can_redo=row["redo"] is not None,
    )
