"""The store: every method takes and gives models, is one transaction, and gets the time from its caller."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import SQLAlchemyError

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.store import cases, revisions, workspaces
from canvas.store.engine import WRITES, default_url, make_engine
from canvas.store.files import Watch
from canvas.store.migrate import migrate
from canvas.store.records import Attempt, Revision, Saved, WorkbookEntry, Workspace
from canvas.store.tables import revisions as revision_table
from canvas.store.tables import workbooks

_LISTED = ("id", "title", "only_text", "saved_at")
_log = logging.getLogger("canvas")


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
        self._watch, self._mending = Watch(engine), Lock()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # Workspaces

    def has_workspace(self, workspace: str) -> bool:
        """Tell whether anything was ever saved in a workspace of this id."""
        with self._read() as connection:
            return workspaces.found(connection, workspace)

    def workspace(self, workspace: str) -> Workspace:
        """Return the workspace; one in which nothing was saved yet is empty."""
        with self._read() as connection:
            return workspaces.read(connection, workspace)

    def next_epoch(self, workspace: str, now: datetime) -> int:
        """Count the epoch up and return it."""
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            return workspaces.count_epoch(connection, workspace)

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
            workspaces.keep(connection, workspace, now)
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
                workspaces.choose(connection, workspace, workbook_id)
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

    def knows(self, workspace: str, workbook_id: str) -> bool:
        """Tell whether a plan was ever kept in this workspace, deleted ones too."""
        with self._read() as connection:
            return revisions.known(connection, workspace, workbook_id)

    def select(self, workspace: str, workbook_id: str) -> Saved:
        """Make this the plan the workspace works on, and return it."""
        with self._write() as connection:
            saved = revisions.to_saved(revisions.newest(connection, workspace, workbook_id))
            workspaces.choose(connection, workspace, workbook_id)
        return saved

    def unselect(self, workspace: str) -> None:
        """Work on no plan until the next one is made or selected."""
        with self._write() as connection:
            workspaces.choose(connection, workspace, None)

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
            revisions.set_deleted(connection, workspace, workbook_id, now)
            if workspaces.read(connection, workspace).selected == workbook_id:
                workspaces.choose(connection, workspace, None)

    def restore(self, workspace: str, workbook_id: str) -> Saved:
        """Bring a deleted plan back, and select it."""
        with self._write() as connection:
            revisions.set_deleted(connection, workspace, workbook_id, None)
            saved = revisions.to_saved(revisions.newest(connection, workspace, workbook_id))
            workspaces.choose(connection, workspace, workbook_id)
        return saved

    # Cases

    def save_answer(self, workspace: str, case_slug: str, answer: str, seen: str, now: datetime) -> None:
        """Keep the unfinished answer to a case. StaleRevisionError when `seen` is not the one kept so far."""
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            cases.save_answer(connection, workspace, case_slug, answer, seen, now)

    def answer(self, workspace: str, case_slug: str) -> str:
        """Return the unfinished answer to a case, "" when there is none."""
        with self._read() as connection:
            return cases.answer(connection, workspace, case_slug)

    def save_attempt(self, workspace: str, case_slug: str, answer: str, now: datetime) -> Attempt:
        """Add an answer as it was handed in; attempts are never changed."""
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            return cases.save_attempt(connection, workspace, case_slug, answer, now)

    def attempts(self, workspace: str, case_slug: str) -> tuple[Attempt, ...]:
        """Return all attempts at a case, the first one first."""
        with self._read() as connection:
            return cases.attempts(connection, workspace, case_slug)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        self._mend()
        with _explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        self._mend()
        with _explained(), self._writes.begin() as connection:
            yield connection

    def _mend(self) -> None:
        """Make the schema again where the file was deleted or replaced: SQLite would write to nowhere.

        What stood in it is gone. The pages notice that their workspace is not there, and save what they show.
        """
        if not self._watch.lost():
            return
        with self._mending:
            if self._watch.lost():
                _log.error("The SQLite file was deleted or replaced while the server runs; it is made again.")
                self._engine.dispose()
                self._watch.clear()
                migrate(self._engine)
                self._watch.renew()


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
