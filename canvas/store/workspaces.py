"""The workspace of one browser: named by its cookie, kept from the first save on."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from canvas.store.records import Workspace
from canvas.store.tables import workspaces

_ID_BYTES = 24  # 192 bits: nobody guesses another browser's workspace


def new_workspace_id() -> str:
    """Return an id for a workspace: random, URL-safe, 192 bits. Nothing is kept before the first save."""
    return secrets.token_urlsafe(_ID_BYTES)


def found(connection: Connection, workspace: str) -> bool:
    """Tell whether anything was ever saved in the workspace."""
    query = select(workspaces.c.id).where(workspaces.c.id == workspace)
    return connection.execute(query).one_or_none() is not None


def read(connection: Connection, workspace: str) -> Workspace:
    """Return the workspace; one in which nothing was saved yet has no plan, and epoch 0."""
    query = select(workspaces.c.id, workspaces.c.selected, workspaces.c.epoch)
    row = connection.execute(query.where(workspaces.c.id == workspace)).mappings().one_or_none()
    return Workspace.model_validate(dict(row)) if row else Workspace(id=workspace, selected=None, epoch=0)


def keep(connection: Connection, workspace: str, now: datetime) -> None:
    """Make sure that the workspace is kept; every first save of something calls this before it writes."""
    if found(connection, workspace):
        return
    with suppress(IntegrityError), connection.begin_nested():  # another tab may be saving its first word too
        connection.execute(insert(workspaces).values(id=workspace, made_at=now, epoch=0))


def choose(connection: Connection, workspace: str, workbook_id: str | None) -> None:
    """Make a plan, or none, the one the workspace works on."""
    connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(selected=workbook_id))


def count_epoch(connection: Connection, workspace: str) -> int:
    """Count the epoch up and return it."""
    count = workspaces.c.epoch + 1
    connection.execute(update(workspaces).where(workspaces.c.id == workspace).values(epoch=count))
    return read(connection, workspace).epoch
