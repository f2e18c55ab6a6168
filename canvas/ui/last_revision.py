"""The receipt of the last revision: the newest two checked drafts of the plan, compared once."""

from __future__ import annotations

from functools import lru_cache

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.receipt import Receipt
from canvas.models.workbook import Objection, Workbook
from canvas.writing.receipt import receipt


def last_receipt(workbook: Workbook) -> Receipt | None:
    """Return what the last revision did to the remarks; None before the second check."""
    if len(workbook.checked) < 2:
        return None
    plan = Workbook(venture=workbook.venture, commitments=workbook.commitments, answers=workbook.answers)
    before, after = workbook.checked[-2:]
    return _compared(before.text, after.text, workbook.objections, plan)


@lru_cache(maxsize=64)
def _compared(before: str, after: str, objections: tuple[Objection, ...], plan: Workbook) -> Receipt:
    rules = load_rules()
    return receipt(check_text(before, rules, plan), check_text(after, rules, plan), objections)
