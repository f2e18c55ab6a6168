"""The part of the store that shows a plan's history: versions, their names, and the way back to one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from canvas.errors import InputError, StoreError
from canvas.models import limits
from canvas.models.clean_text import clean_text
from canvas.models.workbook import Workbook
from canvas.store import revisions, typed
from canvas.store.database import Database
from canvas.store.records import Saved, Version
from canvas.store.tables import revisions as table
from canvas.writing.edits import set_draft_text

KEPT_ASIDE = "kept aside"
"""The reason of a revision that was never the plan: it could not replace the one of another tab."""
ASIDE_NAME = "Kept from another tab"
MOST_ASIDE = 40
"""Kept-aside versions of one plan, and answers to one case; beyond that the oldest version goes."""
_BACK = "back"
_BY_ITSELF = frozenset(("new", typed.REASON, KEPT_ASIDE, _BACK))
_NO_WORDS = frozenset(
    ("schema_number", "built", "id", "segment", "type", "shape", "checked", "objections", "self_assessment")
)


class Versions(Database):
    """The history of a plan, as a page shows it."""

    def versions(
        self, workspace: str, workbook_id: str, *, limit: int = 50, before: int | None = None, named: bool = False
    ) -> tuple[Version, ...]:
        """Return versions, the newest first; `before` the number of the last one shown. named: only named ones.

        Counting the changed words costs a tenth of a millisecond a version; a page asks for a few at a time.
        """
        query = select(table).where(table.c.workbook_id == workbook_id, table.c.reason != _BACK)
        if before is not None:
            query = query.where(table.c.number < before)
        if named:
            query = query.where(table.c.name.is_not(None))
        with self._read() as connection:
            revisions.newest(connection, workspace, workbook_id)
            rows = connection.execute(query.order_by(table.c.number.desc()).limit(limit + 1)).mappings().all()
        words = [_words(row["content"]) for row in rows] + [Counter[str]()]
        listed = zip(rows[:limit], words, words[1:], strict=False)
        return tuple(_version(row, here, before_it) for row, here, before_it in listed)

    def version(self, workspace: str, workbook_id: str, number: int) -> Workbook:
        """Return the plan as it was in one version; StoreError for one that is not there, or was thinned out."""
        with self._read() as connection:
            revisions.newest(connection, workspace, workbook_id)
            return revisions.to_saved(_row(connection, workbook_id, number)).workbook

    def name_version(self, workspace: str, workbook_id: str, number: int, name: str) -> None:
        """Name a version, so that it always stays; "" takes the name away, and it still stays.

        Raises InputError for a name that is too long.
        """
        name = clean_text(name).strip()
        if len(name) > limits.NAME:
            raise InputError("This name is too long.", mend=f"Use at most {limits.NAME} characters.")
        with self._write() as connection:
            revisions.newest(connection, workspace, workbook_id)
            _row(connection, workbook_id, number)
            where = (table.c.workbook_id == workbook_id, table.c.number == number)
            connection.execute(update(table).where(*where).values(name=name or None, grain=None))

    def restore_version(
        self, workspace: str, workbook_id: str, number: int, now: datetime, *, only_draft: bool = True
    ) -> Saved:
        """Make an older version the newest one: its draft, or with only_draft=False the whole plan.

        Nothing is removed, and undo takes it back. StoreError for a version that is not there.
        """
        with self._write() as connection:
            revisions.lock(connection, workbook_id)
            newest = revisions.to_saved(revisions.newest(connection, workspace, workbook_id))
            old = revisions.to_saved(_row(connection, workbook_id, number)).workbook
            text = old.draft.text
            return revisions.append(
                connection,
                workspace,
                workbook_id,
                set_draft_text(newest.workbook, text) if only_draft else old,
                newest.revision,
                reason="restore",
                saved_at=now,
                previous=newest.revision,
                redo=None,
            )

    def only_typed_since(self, workspace: str, workbook_id: str, number: int) -> bool:
        """Tell whether everything after a revision came from typing: no page, no undo, no restore had a part."""
        with self._read() as connection:
            revisions.newest(connection, workspace, workbook_id)
            query = select(table.c.number).where(table.c.workbook_id == workbook_id, table.c.number > number)
            foreign = query.where(table.c.reason.not_in(_BY_ITSELF)).limit(1)
            return connection.execute(foreign).one_or_none() is None


def keep_aside(
    connection: Connection, workspace: str, newest: RowMapping, refused: Workbook, now: datetime
) -> None:
    """Keep a plan that could not replace the newest one as a named version, and put the newest on top again.

    One that is kept already is not kept twice, however often two tabs send their texts in turn.
    """
    workbook_id, number = newest["workbook_id"], newest["number"]
    aside = select(table).where(table.c.workbook_id == workbook_id, table.c.reason == KEPT_ASIDE)
    if connection.execute(aside.where(table.c.content == refused.model_dump_json())).first():
        return
    nameless = aside.where(table.c.name == ASIDE_NAME).order_by(table.c.number.desc())
    for row in connection.execute(nameless.offset(MOST_ASIDE - 1)).mappings().all():
        typed.remove(connection, workbook_id, row["number"])
    more = {"saved_at": now, "previous": newest["previous"], "redo": newest["redo"]}
    new = {"reason": KEPT_ASIDE, "name": ASIDE_NAME, **more}
    revisions.append(connection, workspace, workbook_id, refused, number, **new)
    kept = revisions.to_saved(newest).workbook
    revisions.append(connection, workspace, workbook_id, kept, number + 1, reason=_BACK, **more)


def _row(connection: Connection, workbook_id: str, number: int) -> RowMapping:
    query = select(table).where(table.c.workbook_id == workbook_id, table.c.number == number)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise StoreError("This version is not kept any more.", mend="Choose one that stands near it.")
    return row


def _version(row: RowMapping, here: Counter[str], before: Counter[str]) -> Version:
    changed = max((here - before).total(), (before - here).total())
    name = row["name"] or ""
    return Version(
        number=row["number"], name=name, saved_at=row["saved_at"], reason=row["reason"], words_changed=changed
    )


def _words(content: str) -> Counter[str]:
    """Return the words a student wrote, of the plan and its draft."""
    return Counter(word for text in _texts(json.loads(content)) for word in text.split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NO_WORDS:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
