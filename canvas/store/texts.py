"""The part of the store that keeps a text while it is typed: load, edit, append, in one transaction."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from canvas.errors import StaleRevisionError
from canvas.models.workbook import Draft, Workbook
from canvas.store import cases, fresh, revisions, typed, versions, workspaces, writers
from canvas.store.database import Database
from canvas.store.marks import mark_of
from canvas.store.records import KeptText, Saved, SentText, TextConflict
from canvas.store.tables import revisions as table
from canvas.store.tables import workbooks
from canvas.store.writers import Writer
from canvas.writing.edits import set_title
from canvas.writing.field_paths import DRAFT, check_text_field, value_at, written
from canvas.writing.titles import as_copy, title_for

CASE = "case:"
"""How the document of an answer to a case begins; the case's slug follows."""


class Texts(Database):
    """Texts as editors send them."""

    def save_text(self, workspace: str, sent: SentText, now: datetime) -> KeptText | TextConflict:
        """Keep a text as a new revision, or say which other text stands there, and keep this one beside it.

        A text that is kept already writes none. StaleRevisionError for a plan of another workspace, InputError for
        a field that is not in the plan, ValidationError for a text beyond the limits of its field.
        """
        with self._write() as connection:
            if sent.document.startswith(CASE):
                return _save_answer(connection, workspace, sent, now)
            return _save_field(connection, workspace, sent, now)

    def copy_of(self, workspace: str, workbook_id: str) -> Saved | None:
        """Return the copy in which a deleted plan goes on; None when nothing was typed in it since."""
        with self._read() as connection:
            row = revisions.found(connection, workspace, fresh.copy_id(workbook_id))
            return None if row is None or row["deleted_at"] else revisions.to_saved(row)


def _save_field(connection: Connection, workspace: str, sent: SentText, now: datetime) -> KeptText | TextConflict:
    row = _newest(connection, workspace, sent, now)
    if row is None:
        return KeptText(text=sent.text, revision=0, saved_at=now)
    saved = revisions.to_saved(row)
    check_text_field(saved.workbook, sent.field)
    kept = value_at(saved.workbook, sent.field)
    writer = writers.read(connection, workspace, sent.document, sent.field)
    verdict = writers.judge(sent, kept, writer)
    if verdict == "refuse":
        refused = "" if writer is None else writer.refused
        if refused != mark_of(sent.text):
            versions.keep_aside(connection, workspace, row, _edited(saved.workbook, sent.field, sent.text), now)
        _note_refused(connection, workspace, sent, writer, kept)
        return TextConflict(text=kept)
    if verdict == "write":
        new = _edited(saved.workbook, sent.field, sent.text)
        saved = typed.append(connection, workspace, row, new, sent.field, now)
    if verdict != "older":
        _note(connection, workspace, sent)
    return _kept(saved, sent.field)


def _kept(saved: Saved, field: str) -> KeptText:
    text = value_at(saved.workbook, field)
    return KeptText(text=text, revision=saved.revision, saved_at=saved.saved_at, workbook=saved.workbook)


def _edited(workbook: Workbook, field: str, text: str) -> Workbook:
    """Return the workbook with the text in it; a text that nobody named is called by its first words."""
    new = written(workbook, field, text)
    unnamed = field == DRAFT and workbook.title == title_for(workbook.draft.text)
    return set_title(new, title_for(text)) if unnamed else new


def _note(connection: Connection, workspace: str, sent: SentText) -> None:
    """Remember who wrote the text that is kept now."""
    writer = Writer(editor=sent.editor, sequence=sent.sequence, mark=mark_of(sent.text), refused="")
    writers.note(connection, workspace, sent.document, sent.field, writer)


def _note_refused(
    connection: Connection, workspace: str, sent: SentText, writer: Writer | None, kept: str
) -> None:
    """Remember which text was kept beside, so that the same one is not kept twice; the writer stays."""
    held = writer or Writer(editor="", sequence=0, mark=mark_of(kept), refused="")
    new = held.model_copy(update={"refused": mark_of(sent.text)})
    writers.note(connection, workspace, sent.document, sent.field, new)


def _newest(connection: Connection, workspace: str, sent: SentText, now: datetime) -> RowMapping | None:
    """Return the newest revision of the plan a text belongs to; None as long as nothing is written in a fresh one.

    A plan that was deleted in another tab goes on as a copy, as soon as something else is typed in it.
    """
    workbook_id, deleted = sent.document, None
    revisions.lock(connection, workbook_id)
    while row := revisions.found(connection, workspace, workbook_id):
        if row["deleted_at"] is None:
            return row
        workbook_id, deleted = fresh.copy_id(workbook_id), row
        revisions.lock(connection, workbook_id)
    if deleted:
        return _copied(connection, workspace, deleted, workbook_id, sent, now)
    return _begun(connection, workspace, sent, now)


def _copied(
    connection: Connection,
    workspace: str,
    deleted: RowMapping,
    copy: str,
    sent: SentText,
    now: datetime,
) -> RowMapping | None:
    """Make the copy that goes on with a deleted plan, unless the text is the one that was deleted with it."""
    last = revisions.to_saved(deleted).workbook
    check_text_field(last, sent.field)
    if value_at(last, sent.field) == sent.text:
        return None
    revisions.create(connection, workspace, copy, as_copy(last), now)
    return revisions.newest(connection, workspace, copy)


def _begun(connection: Connection, workspace: str, sent: SentText, now: datetime) -> RowMapping | None:
    """Make the plan of a fresh id with its first word."""
    kind = fresh.kind_of(sent.document)
    taken = connection.execute(select(workbooks.c.id).filter_by(id=sent.document)).one_or_none()
    if kind is None or taken:
        raise StaleRevisionError("This plan is not here any more.", mend="Go to Start and open another one.")
    if not sent.text:
        return None
    workspaces.keep(connection, workspace, now)
    first = Workbook(title=title_for("")) if kind == "text" else Workbook()
    check_text_field(first, sent.field)
    revisions.create(connection, workspace, sent.document, first, now)
    if kind == "plan":
        workspaces.choose(connection, workspace, sent.document)
    return revisions.newest(connection, workspace, sent.document)


def _save_answer(connection: Connection, workspace: str, sent: SentText, now: datetime) -> KeptText | TextConflict:
    """Keep an unfinished answer to a case; one that is refused is kept as a text of its own."""
    slug = sent.document.removeprefix(CASE)
    kept = cases.answer(connection, workspace, slug)
    writer = writers.read(connection, workspace, sent.document, sent.field)
    verdict = writers.judge(sent, kept, writer)
    if verdict == "refuse":
        if sent.text.strip() and (writer is None or writer.refused != mark_of(sent.text)):
            _keep_beside(connection, workspace, Workbook(title=sent.title, draft=Draft(text=sent.text)), now)
        _note_refused(connection, workspace, sent, writer, kept)
        return TextConflict(text=kept)
    if verdict == "write":
        workspaces.keep(connection, workspace, now)
        cases.save_answer(connection, workspace, slug, sent.text, kept, now)
    if verdict == "write" or (verdict == "same" and sent.text):
        _note(connection, workspace, sent)
    return KeptText(text=kept if verdict == "older" else sent.text, revision=0, saved_at=now)


def _keep_beside(connection: Connection, workspace: str, beside: Workbook, now: datetime) -> None:
    """Keep a refused answer once, as a text of its own; of too many the last ones stay in their browser only."""
    texts = select(table.c.content).join(
        workbooks, (workbooks.c.id == table.c.workbook_id) & (workbooks.c.newest == table.c.number)
    )
    named = texts.where(workbooks.c.workspace_id == workspace, workbooks.c.title == beside.title)
    contents = connection.execute(named.limit(versions.MOST_ASIDE)).scalars().all()
    if beside.model_dump_json() not in contents and len(contents) < versions.MOST_ASIDE:
        revisions.create(connection, workspace, secrets.token_hex(8), beside, now)
