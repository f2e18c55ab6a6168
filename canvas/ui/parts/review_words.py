"""How things of a review are called on its pages."""

from __future__ import annotations

from canvas.models.review import Platform

PLATFORMS = {
    Platform.MOODLE: "Moodle",
    Platform.CANVAS: "Canvas",
    Platform.BLACKBOARD: "Blackboard",
    Platform.EDX: "Open edX",
    Platform.FOLDER: "Single files or a folder",
}
SHEET = "review_sheet"
"""Session key of the marks sheet that was uploaded last: its name and its bytes."""
SHEET_TYPES = ["csv", "txt", "tsv", "xls"]
