"""The sign of the newest upload into a batch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the sign; batches that are here get theirs with the next upload."""
    op.add_column("review_batches", sa.Column("upload", sa.String(16), nullable=False, server_default=""))
