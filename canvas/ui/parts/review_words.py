"""How things of a review are called on its pages."""

from __future__ import annotations

from canvas.desk.recognise import NAMES
from canvas.models.review import Platform

PLATFORMS = NAMES | {Platform.FOLDER: "Single files or a folder"}
"""How a platform is called in a menu."""
SHEET_TYPES = ["csv", "txt", "tsv", "xls"]


def sheet_key(batch_id: str) -> str:
    """Return the session key of the marks sheet that came with a batch: its name and its bytes."""
    return f"review_sheet_{batch_id}"
