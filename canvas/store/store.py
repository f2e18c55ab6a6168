"""The store: every method takes and gives models, is one transaction, and gets the time from its caller."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.store import cases, revisions
from canvas.store.engine import WRITES, default_url, make_engine
from canvas.store.migrate import migrate
from canvas.store.records import Attempt, Revision, Saved, WorkbookEntry, Workspace
from canvas.store.tables import revisions as revision_table
from canvas.store.tables import workbooks, workspaces

_LISTED = ("id", "title", "only_text", "saved_at")
_ID_BYTES = 24  # 192 bits: nobody guesses another browser's workspace


def open_store(url: str | None = None) -> Store:
    """Open the store at an address (default: `CANVAS_DATABASE_URL`, else a file in the data folder)."""
    engine = make_engine(url or default_url())
    migrate(engine)
    return Store(engine)


class Store:
    """All work that is kept. Safe to share between threads. Every method may raise StoreError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writes = engine.execution_options(**{WRITES: True})

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # Workspaces

    def new_workspace(self, now: datetime) -> str:
        """Make a workspace and return its id: random, URL-safe, 192 bits."""
        name = secrets.token_urlsafe(_ID_BYTES)
        with self._write() as connection:
            connection.execute(insert(workspaces).values(id=name, made_at=now, epoch=0))
        return name

    def has_workspace(self, workspace: str) -> bool:
        """Tell whether a workspace of this id exists."""
        with self._read() as connection:
            query = select(workspaces.c.id).where(workspaces.c.id == workspace)
            return connection.execute(query).one_or_none() is not None

    def workspace(self, workspace: str) -> Workspace:
        """Return the workspace; StoreError when there is none."""
        with self._read() as connection:
            return _workspace(connection, workspace)

    def next_epoch(self, workspace: str) -> int:
        """Count the epoch up and return it."""
        with self._write() as connection:
            count = workspaces.c.epoch + 1
            connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(epoch=count))
            return _workspace(connection, workspace).epoch

    # Plans

    def workbooks(self, workspace: str) -> tuple[WorkbookEntry, ...]:
        """Return the plans that are not deleted, the newest first."""
        query = select(workbooks).where(workbooks.c.workspace_id == workspace, workbooks.c.deleted_at.is_(None))
        with self._read() as connection:
            rows = connection.execute(query.order_by(workbooks.c.saved_at.desc(), workbooks.c.id)).mappings()
            return tuple(
                WorkbookEntry(revision=row["newest"], **{name: row[name] for name in _LISTED}) for row in rows
            )

    def create(self, workspace: str, workbook: Workbook, now: datetime, *, select: bool = True) -> Saved:
        """Keep a new plan as its revision 1, and select it if asked to."""
        workbook_id = secrets.token_hex(8)
        with self._write() as connection:
            _workspace(connection, workspace)
            entry = {"id": workbook_id, "workspace_id": workspace, "newest": 0, "saved_at": now}
            connection.execute(insert(workbooks).values(entry | revisions.listed(workbook)))
            saved = revisions.append(
                connection,
                workspace,
                workbook_id,
                workbook,
                0,
                reason="new",
                saved_at=now,
                previous=None,
                redo=None,
            )
            if select:
                _select(connection, workspace, workbook_id)
        return saved

    def load(self, workspace: str, workbook_id: str) -> Saved:
        """Return a plan as it was last saved; StoreError when it is not in this workspace or deleted."""
        with self._read() as connection:
            return revisions.to_saved(revisions.newest(connection, workspace, workbook_id))

    def newest_revision(self, workspace: str, workbook_id: str) -> int:
        """Return the number of the newest revision without reading the plan."""
        query = select(workbooks.c.newest).where(
            workbooks.c.id == workbook_id, workbooks.c.workspace_id == workspace
        )
        with self._read() as connection:
            return connection.execute(query.where(workbooks.c.deleted_at.is_(None))).scalar() or 0

    def select(self, workspace: str, workbook_id: str) -> Saved:
        """Make this the plan the workspace works on, and return it."""
        with self._write() as connection:
            saved = revisions.to_saved(revisions.newest(connection, workspace, workbook_id))
            _select(connection, workspace, workbook_id)
        return saved

    def unselect(self, workspace: str) -> None:
        """Work on no plan until the next one is made or selected."""
        with self._write() as connection:
            _select(connection, workspace, None)

    def save(
        self,
        workspace: str,
        workbook_id: str,
        workbook: Workbook,
        base_revision: int,
        now: datetime,
        reason: str = "edit",
    ) -> Saved:
        """Add a revision. StaleRevisionError when `base_revision` is not the newest: nothing is written then."""
        with self._write() as connection:
            return revisions.append(
                connection,
                workspace,
                workbook_id,
                workbook,
                base_revision,
                reason=reason,
                saved_at=now,
                previous=base_revision,
                redo=None,
            )

    def undo(self, workspace: str, workbook_id: str, base_revision: int, now: datetime) -> Saved | None:
        """Add a copy of the state before the last change; None when there is none."""
        with self._write() as connection:
            return revisions.step(connection, workspace, workbook_id, base_revision, now, "undo")

    def redo(self, workspace: str, workbook_id: str, base_revision: int, now: datetime) -> Saved | None:
        """Add a copy of the state that the last undo left; None when there is none."""
        with self._write() as connection:
            return revisions.step(connection, workspace, workbook_id, base_revision, now, "redo")

    def revisions(self, workspace: str, workbook_id: str) -> tuple[Revision, ...]:
        """Return the whole history, the oldest first."""
        table = revision_table
        with self._read() as connection:
            revisions.newest(connection, workspace, workbook_id)
            query = select(table.c.number, table.c.reason, table.c.saved_at)
            rows = connection.execute(query.where(table.c.workbook_id == workbook_id).order_by(table.c.number))
            return tuple(Revision.model_validate(dict(row)) for row in rows.mappings())

    def delete(self, workspace: str, workbook_id: str, now: datetime) -> None:
        """Hide a plan; `restore` brings it back with its whole history."""
        with self._write() as connection:
            revisions.newest(connection, workspace, workbook_id)
            _set_deleted(connection, workspace, workbook_id, now)
            if _workspace(connection, workspace).selected == workbook_id:
                _select(connection, workspace, None)

    def restore(self, workspace: str, workbook_id: str) -> Saved:
        """Bring a deleted plan back, and select it."""
        with self._write() as connection:
            _set_deleted(connection, workspace, workbook_id, None)
            saved = revisions.to_saved(revisions.newest(connection, workspace, workbook_id))
            _select(connection, workspace, workbook_id)
        return saved

    # Cases

    def save_answer(self, workspace: str, case_slug: str, answer: str, now: datetime) -> None:
        """Keep the unfinished answer to a case."""
        with self._write() as connection:
            cases.save_answer(connection, workspace, case_slug, answer, now)

    def answer(self, workspace: str, case_slug: str) -> str:
        """Return the unfinished answer to a case, "" when there is none."""
        with self._read() as connection:
            return cases.answer(connection, workspace, case_slug)

    def save_attempt(self, workspace: str, case_slug: str, answer: str, now: datetime) -> Attempt:
        """Add an answer as it was handed in; attempts are never changed."""
        with self._write() as connection:
            return cases.save_attempt(connection, workspace, case_slug, answer, now)

    def attempts(self, workspace: str, case_slug: str) -> tuple[Attempt, ...]:
        """Return all attempts at a case, the first one first."""
        with self._read() as connection:
            return cases.attempts(connection, workspace, case_slug)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _explained(), self._writes.begin() as connection:
            yield connection


@contextmanager
def _explained() -> Iterator[None]:
    """Say in plain words that the database cannot be reached; the details never hold a student's text."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(
            "Your work cannot be saved or read just now.",
            mend="Copy what you typed last, wait a moment and reload the page.",
        ) from error


def _workspace(connection: Connection, workspace: str) -> Workspace:
    query = select(workspaces.c.id, workspaces.c.selected, workspaces.c.epoch)
    row = connection.execute(query.where(workspaces.c.id == workspace)).mappings().one_or_none()
    if row is None:
        raise StoreError("This browser's work is not here.", mend="Reload the page to start afresh.")
    return Workspace.model_validate(dict(row))


def _select(connection: Connection, workspace: str, workbook_id: str | None) -> None:
    connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(selected=workbook_id))


def _set_deleted(connection: Connection, workspace: str, workbook_id: str, moment: datetime | None) -> None:
    where = (workbooks.c.id == workbook_id, workbooks.c.workspace_id == workspace)
    connection.execute(update(workbooks).where(*where).values(deleted_at=moment))
