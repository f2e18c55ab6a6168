"""The last revision of a plan that came in, as the desk shows it: checked anew, never taken from the file."""

from __future__ import annotations

from typing import Any

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.workbook import Workbook
from canvas.writing.receipt import receipt
from canvas.writing.receipt_words import OUTCOMES, says, summary


def receipt_object(workbook: Workbook | None) -> dict[str, Any] | None:
    """Return what the last revision did to the remarks; None where a plan holds fewer than two checked drafts."""
    if workbook is None or len(workbook.checked) < 2:
        return None
    plan = Workbook(venture=workbook.venture, commitments=workbook.commitments, answers=workbook.answers)
    before, after = (check_text(one.text, load_rules(), plan) for one in workbook.checked[-2:])
    found = receipt(before, after, workbook.objections)
    lines = [
        {
            "title": f"{OUTCOMES[line.outcome]}: {library().mistakes[line.mistake].name}",
            "says": says(line),
            "before": line.pairs[0].before if line.pairs else "",
            "after": line.pairs[0].after if line.pairs else "",
        }
        for line in found.lines
    ]
    return {"summary": summary(found), "lines": lines}
