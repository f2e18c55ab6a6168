"""Who wrote a text last; and what is to be done with the next text that comes."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from canvas.models.base import Frozen
from canvas.store.marks import mark_of
from canvas.store.records import SentText
from canvas.store.tables import text_writers

Verdict = Literal["write", "same", "older", "refuse"]
# Made once: to put a statement together costs more than to run it.
_OF = (
    text_writers.c.workspace_id == bindparam("of_workspace"),
    text_writers.c.document == bindparam("of_document"),
    text_writers.c.field == bindparam("of_field"),
)
_READ = select(*(text_writers.c[name] for name in ("editor", "sequence", "mark", "refused"))).where(*_OF)
_UPDATED, _ADDED = update(text_writers).where(*_OF), insert(text_writers)


class Writer(Frozen):
    """The editor that wrote a text last. mark: of what it wrote. refused: of what was last kept beside."""

    editor: str
    sequence: int
    mark: str
    refused: str


def judge(sent: SentText, kept: str, writer: Writer | None) -> Verdict:
    """Tell what to do with a text. kept: what is kept now.

    An editor whose own words are the kept ones may always go on: the answer to them may have got lost. And an
    empty text has nothing to lose, as after the file of the store was removed.
    """
    own = writer is not None and writer.editor == sent.editor
    if writer is not None and own and sent.sequence <= writer.sequence:
        return "older"
    if sent.text == kept:
        return "same"
    wrote_the_kept_one = writer is not None and own and writer.mark == mark_of(kept)
    return "write" if wrote_the_kept_one or not kept or sent.seen == mark_of(kept) else "refuse"


def read(connection: Connection, workspace: str, document: str, field: str) -> Writer | None:
    """Return who wrote a text last, None for a text that no editor has written yet."""
    where = {"of_workspace": workspace, "of_document": document, "of_field": field}
    row = connection.execute(_READ, where).mappings().one_or_none()
    return Writer.model_validate(dict(row)) if row else None


def note(connection: Connection, workspace: str, document: str, field: str, writer: Writer) -> None:
    """Remember who wrote a text last."""
    where = {"of_workspace": workspace, "of_document": document, "of_field": field}
    values = writer.model_dump()
    if connection.execute(_UPDATED, where | values).rowcount == 0:
        key = {"workspace_id": workspace, "document": document, "field": field}
        connection.execute(_ADDED, key | values)
