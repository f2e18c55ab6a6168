"""The platform's marks sheet beside a batch: who stands in it and handed in nothing."""

from __future__ import annotations

from canvas.desk.sheets.sheet import Sheet
from canvas.models.review import Batch

SHEET = "review_sheet"
"""Session key of the sheet that was uploaded last: its name and its bytes."""


def with_missing(batch: Batch, sheet: Sheet) -> Batch:
    """Return the batch with everybody who stands in the sheet but handed in nothing."""
    here = {submission.key for submission in batch.submissions}
    missing = tuple((key, name) for key, name in sheet.students if key not in here)
    return batch.model_copy(update={"missing": missing})
