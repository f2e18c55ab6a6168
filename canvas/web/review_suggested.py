"""Levels that the checks would suggest: shown only when a reviewer asks, never filled in."""

from __future__ import annotations

from typing import Any

from canvas.content.rules import load_rules
from canvas.desk.suggested import suggested_levels
from canvas.store.shared import the_store
from canvas.web.review_known import report_on

_MOST = 3
"""Sentences about what was seen that one row shows."""


def suggested_object(batch_id: str, key: str) -> dict[str, Any]:
    """Return a suggested level, its reason and what was seen, for every row that can be suggested."""
    submission = the_store().submission(batch_id, key)
    report = report_on(batch_id, submission)
    found = suggested_levels(submission, report, load_rules(), the_store().rubric(batch_id))
    levels = [
        {"row": one.row, "level": one.index, "why": one.why, "quotes": [*one.seen, *one.missing][:_MOST]}
        for one in found
        if one.index is not None
    ]
    return {"levels": levels}
