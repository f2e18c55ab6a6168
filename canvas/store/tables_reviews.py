"""The tables of the review desk. They belong to the server, not to a workspace."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from canvas.store.tables import Moment, metadata

# `rest` holds what no list shows: the brief, skipped and ignored files, and who handed in nothing.
# `upload` is another sign after every upload, so that nobody goes on with what was read before it.
batches = Table(
    "review_batches",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("title", String(80), nullable=False),
    Column("platform", String(20), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("rubric", Text, nullable=False),
    Column("rest", Text, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("missing", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("deleted_at", Moment),
    Column("upload", String(16), nullable=False, server_default=""),
)

# The columns before `content` are what a list of 500 students shows without reading their work.
submissions = Table(
    "review_submissions",
    metadata,
    Column("batch_id", ForeignKey("review_batches.id", ondelete="CASCADE"), primary_key=True),
    Column("student", String(200), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("late", Boolean),
    Column("words", Integer, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("files", Integer, nullable=False),
    Column("objections", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Index("review_submissions_in_order", "batch_id", "place"),
)

# path_hash: the SHA-256 of the path in the zip: a path can be longer than a key of an index may be.
originals = Table(
    "review_originals",
    metadata,
    Column("batch_id", ForeignKey("review_batches.id", ondelete="CASCADE"), primary_key=True),
    Column("path_hash", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# What the checks said, so that the view of a class opens at once; only that of the newest checker is read.
reports = Table(
    "review_reports",
    metadata,
    Column("batch_id", String(40), primary_key=True),
    Column("student", String(200), primary_key=True),
    Column("checker", String(40), nullable=False),
    Column("content", Text, nullable=False),
    ForeignKeyConstraint(
        ["batch_id", "student"],
        ["review_submissions.batch_id", "review_submissions.student"],
        ondelete="CASCADE",
    ),
)

# A review outlives the submission it is about: a student who hands in again keeps what was written.
reviews = Table(
    "reviews",
    metadata,
    Column("batch_id", ForeignKey("review_batches.id", ondelete="CASCADE"), primary_key=True),
    Column("student", String(200), primary_key=True),
    Column("reviewer", String(80), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("content", Text, nullable=False),
)

bank_comments = Table(
    "review_bank",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("says", Text, nullable=False),
    Column("row", String(40)),
)

bank_uses = Table(
    "review_bank_uses",
    metadata,
    Column("batch_id", String(40), primary_key=True),
    Column("student", String(200), primary_key=True),
    Column("reviewer", String(80), primary_key=True),
    Column("comment_id", String(40), primary_key=True),
    ForeignKeyConstraint(
        ["batch_id", "student", "reviewer"],
        ["reviews.batch_id", "reviews.student", "reviews.reviewer"],
        ondelete="CASCADE",
    ),
    Index("review_bank_uses_of_a_comment", "comment_id"),
)

reviewers = Table(
    "reviewers",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(80), nullable=False),
)

# One row at most. Only a slow, salted hash is kept.
passphrase = Table(
    "reviewer_passphrase",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("hashed", String(200), nullable=False),
    Column("set_at", Moment, nullable=False),
)

reviewer_sessions = Table(
    "reviewer_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("until", Moment, nullable=False),
)
