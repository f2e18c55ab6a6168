"""The tables, as portable SQL: the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store every moment as UTC."""
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return an aware moment."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData()

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("selected", String(64)),
    Column("epoch", Integer, nullable=False),
)

workbooks = Table(
    "workbooks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text, nullable=False),
    Column("only_text", Boolean, nullable=False),
    Column("newest", Integer, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("deleted_at", Moment),
    Index("workbooks_of_a_workspace", "workspace_id"),
)

# `previous` and `redo` are where undo and redo walk to: both append a copy. Only typed revisions that nobody named
# are ever removed (`typed.thin`), and the oldest of many that were kept aside (`versions.keep_aside`): `field` is
# what was typed in, `began_at` when that burst of typing began, and `grain` how close to the next one it may
# stand; it is empty for whatever stays.
revisions = Table(
    "revisions",
    metadata,
    Column("workbook_id", ForeignKey("workbooks.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("reason", String(40), nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("content", Text, nullable=False),
    Column("previous", Integer),
    Column("redo", Integer),
    Column("field", String(160)),
    Column("name", String(80)),
    Column("began_at", Moment),
    Column("grain", String(8)),
    ForeignKeyConstraint(["workbook_id", "previous"], ["revisions.workbook_id", "revisions.number"]),
    ForeignKeyConstraint(["workbook_id", "redo"], ["revisions.workbook_id", "revisions.number"]),
    Index("revisions_by_previous", "workbook_id", "previous"),
    Index("revisions_by_redo", "workbook_id", "redo"),
    Index("revisions_by_grain", "workbook_id", "grain", "saved_at"),
)

# Who wrote a text last, and how far that editor has counted: so a late older text never replaces a newer one.
text_writers = Table(
    "text_writers",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("document", String(100), primary_key=True),
    Column("field", String(160), primary_key=True),
    Column("editor", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("mark", String(32), nullable=False),
    Column("refused", String(32), nullable=False),
)

# Only the hash of a code is kept: whoever reads the database cannot open a workspace with it.
resume_codes = Table(
    "resume_codes",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
)

case_attempts = Table(
    "case_attempts",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("case_slug", String(80), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("answer", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

case_answers = Table(
    "case_answers",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("case_slug", String(80), primary_key=True),
    Column("answer", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
)
