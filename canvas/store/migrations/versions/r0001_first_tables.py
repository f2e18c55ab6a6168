"""The first tables: workspaces, workbooks, revisions, answers to cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables as they were on the first day; later steps change them."""
    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("selected", sa.String(64)),
        sa.Column("epoch", sa.Integer, nullable=False),
    )
    op.create_table(
        "workbooks",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("only_text", sa.Boolean, nullable=False),
        sa.Column("newest", sa.Integer, nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT),
    )
    op.create_index("workbooks_of_a_workspace", "workbooks", ["workspace_id"])
    op.create_table(
        "revisions",
        sa.Column("workbook_id", sa.String(64), sa.ForeignKey("workbooks.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("previous", sa.Integer),
        sa.Column("redo", sa.Integer),
        sa.ForeignKeyConstraint(["workbook_id", "previous"], ["revisions.workbook_id", "revisions.number"]),
        sa.ForeignKeyConstraint(["workbook_id", "redo"], ["revisions.workbook_id", "revisions.number"]),
    )
    for name, *more in (
        ("case_attempts", sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)),
        ("case_answers",),
    ):
        op.create_table(
            name,
            sa.Column("workspace_id", sa.String(64), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
            sa.Column("case_slug", sa.String(80), primary_key=True),
            *more,
            sa.Column("answer", sa.Text, nullable=False),
            sa.Column("saved_at", MOMENT, nullable=False),
        )
