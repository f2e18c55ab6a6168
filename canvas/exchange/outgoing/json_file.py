"""The plan as one JSON object: every answer, the draft and what a receipt needs."""

from __future__ import annotations

from canvas.models.workbook import Workbook


def to_json(workbook: Workbook) -> str:
    """Return the plan as JSON that `Workbook.model_validate_json` reads again."""
    return workbook.model_dump_json(indent=2) + "\n"
