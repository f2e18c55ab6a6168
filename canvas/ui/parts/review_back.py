"""Placeholder."""

from __future__ import annotations

from canvas.models.review import Batch


def draw(batch: Batch) -> None:
    """Draw."""
