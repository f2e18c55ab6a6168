"""Typing: bursts and their thinning, names of versions, who wrote a text last, resume codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add what the check-and-save route keeps; every revision so far stays as it is."""
    for name, kind in (("field", sa.String(160)), ("name", sa.String(80)), ("began_at", MOMENT), ("grain", sa.String(8))):
        op.add_column("revisions", sa.Column(name, kind))
    op.create_index("revisions_by_previous", "revisions", ["workbook_id", "previous"])
    op.create_index("revisions_by_redo", "revisions", ["workbook_id", "redo"])
    op.create_index("revisions_by_grain", "revisions", ["workbook_id", "grain", "saved_at"])
    workspace = "workspaces.id"
    op.create_table(
        "text_writers",
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey(workspace, ondelete="CASCADE"), primary_key=True),
        sa.Column("document", sa.String(100), primary_key=True),
        sa.Column("field", sa.String(160), primary_key=True),
        sa.Column("editor", sa.String(64), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.Column("refused", sa.String(32), nullable=False),
    )
    op.create_table(
        "resume_codes",
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey(workspace, ondelete="CASCADE"), primary_key=True),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("made_at", MOMENT, nullable=False),
    )
