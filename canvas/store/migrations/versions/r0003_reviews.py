"""The review desk: batches with their files, reviews, the comment bank, reviewers and their passphrase."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BATCH = "review_batches.id"


def upgrade() -> None:
    """Add the tables of the desk; nothing of what students keep changes."""
    _make_batches()
    _make_reviews()
    _make_reviewers()


def _make_batches() -> None:
    op.create_table(
        "review_batches",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("platform", sa.String(20), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("rubric", sa.Text, nullable=False),
        sa.Column("rest", sa.Text, nullable=False),
        sa.Column("skipped", sa.Integer, nullable=False),
        sa.Column("missing", sa.Integer, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT),
    )
    op.create_table(
        "review_submissions",
        sa.Column("batch_id", sa.String(40), sa.ForeignKey(BATCH, ondelete="CASCADE"), primary_key=True),
        sa.Column("student", sa.String(200), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("late", sa.Boolean),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("files", sa.Integer, nullable=False),
        sa.Column("objections", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("review_submissions_in_order", "review_submissions", ["batch_id", "place"])
    op.create_table(
        "review_originals",
        sa.Column("batch_id", sa.String(40), sa.ForeignKey(BATCH, ondelete="CASCADE"), primary_key=True),
        sa.Column("path_hash", sa.String(64), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "review_reports",
        sa.Column("batch_id", sa.String(40), primary_key=True),
        sa.Column("student", sa.String(200), primary_key=True),
        sa.Column("checker", sa.String(40), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id", "student"],
            ["review_submissions.batch_id", "review_submissions.student"],
            ondelete="CASCADE",
        ),
    )


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("batch_id", sa.String(40), sa.ForeignKey(BATCH, ondelete="CASCADE"), primary_key=True),
        sa.Column("student", sa.String(200), primary_key=True),
        sa.Column("reviewer", sa.String(80), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "review_bank",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("says", sa.Text, nullable=False),
        sa.Column("row", sa.String(40)),
    )
    op.create_table(
        "review_bank_uses",
        sa.Column("batch_id", sa.String(40), primary_key=True),
        sa.Column("student", sa.String(200), primary_key=True),
        sa.Column("reviewer", sa.String(80), primary_key=True),
        sa.Column("comment_id", sa.String(40), primary_key=True),
        sa.ForeignKeyConstraint(
            ["batch_id", "student", "reviewer"],
            ["reviews.batch_id", "reviews.student", "reviews.reviewer"],
            ondelete="CASCADE",
        ),
    )
    op.create_index("review_bank_uses_of_a_comment", "review_bank_uses", ["comment_id"])


def _make_reviewers() -> None:
    workspace = "workspaces.id"
    op.create_table(
        "reviewers",
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey(workspace, ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
    )
    op.create_table(
        "reviewer_passphrase",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hashed", sa.String(200), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
    )
    op.create_table(
        "reviewer_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("until", MOMENT, nullable=False),
    )
