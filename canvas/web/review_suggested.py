"""Levels that the checks would suggest: shown only when a reviewer asks, never filled in."""

from __future__ import annotations

from typing import Any


def suggested_object(batch_id: str, key: str) -> dict[str, Any]:
    """Return a suggested level, its reason and quotes for every row that can be suggested."""
    return {"levels": []}
