"""The part of the store that keeps workspaces and the plans in them."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import select

from canvas.errors import StaleRevisionError
from canvas.models.workbook import Workbook
from canvas.store import fresh, revisions, workspaces
from canvas.store.database import Database
from canvas.store.records import Saved, WorkbookEntry, Workspace
from canvas.store.tables import workbooks

_LISTED = ("id", "title", "only_text", "saved_at")


class Plans(Database):
    """Workspaces, plans, and the way back and forth through their history."""

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

    def workbooks(self, workspace: str) -> tuple[WorkbookEntry, ...]:
        """Return the plans that are not deleted, the newest first."""
        query = select(workbooks).where(workbooks.c.workspace_id == workspace, workbooks.c.deleted_at.is_(None))
        with self._read() as connection:
            rows = connection.execute(query.order_by(workbooks.c.saved_at.desc(), workbooks.c.id)).mappings()
            return tuple(
                WorkbookEntry(revision=row["newest"], **{name: row[name] for name in _LISTED}) for row in rows
            )

    def fresh_id(self, workspace: str, kind: fresh.Kind) -> str:
        """Return the id for a plan, or a checked text, before its first word; the same until it is kept."""
        with self._read() as connection:
            return fresh.fresh_id(connection, workspace, kind)

    def create(
        self, workspace: str, workbook: Workbook, now: datetime, *, select: bool = True, workbook_id: str = ""
    ) -> Saved:
        """Keep a new plan as its revision 1, and select it if asked to.

        workbook_id: a fresh one, "" for any. StaleRevisionError when another tab has made that plan already.
        """
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            if workbook_id and revisions.known(connection, workspace, workbook_id):
                raise StaleRevisionError("This plan was begun in another tab or window.", mend="Reload the page.")
            saved = revisions.create(connection, workspace, workbook_id or secrets.token_hex(8), workbook, now)
            if select:
                workspaces.choose(connection, workspace, saved.id)
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
        """Add a revision. StaleRevisionError when `base_revision` is not the newest: nothing is written then.

        One that only remembers a check (`revisions.CHECKED`) joins the revision before: undo walks past it.
        """
        with self._write() as connection:
            joined = revisions.newest(connection, workspace, workbook_id) if reason == revisions.CHECKED else None
            return revisions.append(
                connection,
                workspace,
                workbook_id,
                workbook,
                base_revision,
                reason=reason,
                saved_at=now,
                previous=joined["previous"] if joined else base_revision,
                redo=joined["redo"] if joined else None,
            )

    def undo(self, workspace: str, workbook_id: str, base_revision: int, now: datetime) -> Saved | None:
        """Add a copy of the state before the last change; None when there is none."""
        with self._write() as connection:
            return revisions.step(connection, workspace, workbook_id, base_revision, now, "undo")

    def redo(self, workspace: str, workbook_id: str, base_revision: int, now: datetime) -> Saved | None:
        """Add a copy of the state that the last undo left; None when there is none."""
        with self._write() as connection:
            return revisions.step(connection, workspace, workbook_id, base_revision, now, "redo")

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
