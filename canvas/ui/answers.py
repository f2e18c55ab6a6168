"""The unfinished answer to a case: the browser keeps it while it is written, the pages only read it."""

from __future__ import annotations

from canvas.models.case import Case
from canvas.ui.state import now, renew_fields, store, workspace


def kept_answer(case: Case) -> str:
    """Return the answer as it is kept now."""
    return store().answer(workspace(), case.slug)


def put_answer(case: Case, text: str) -> None:
    """Put another text in place of the answer; the field shows it."""
    store().save_answer(workspace(), case.slug, text, kept_answer(case), now())
    renew_fields()
