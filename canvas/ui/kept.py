"""The kept texts as the long fields take them: which one it is, its mark, and the revision it was read from."""

from __future__ import annotations

from canvas.models import limits
from canvas.store.marks import mark_of
from canvas.store.records import Saved
from canvas.ui import state
from canvas.ui.editor.component import LongText
from canvas.ui.texts import text_document
from canvas.web.workspace_cookie import workspace_key
from canvas.writing.field_paths import DRAFT, limit_of, value_at


def text_of_plan(field: str) -> LongText:
    """Return a long text of the current plan. field: its path, for example `answers.attract`."""
    last = state.saved()
    text = value_at(state.workbook(), field)
    return _kept(state.document(), field, text, last.revision if last else 0, limit_of(field))


def checked_text(last: Saved | None) -> LongText:
    """Return the text of the page Check a text. last: as it is kept, None for an empty page."""
    text = last.workbook.draft.text if last else ""
    return _kept(text_document(), DRAFT, text, last.revision if last else 0, limit_of(DRAFT))


def answer_to_case(slug: str, text: str) -> LongText:
    """Return the unfinished answer to a case; it has no revisions, so the epoch stands in for one."""
    return _kept(f"case:{slug}", "answer", text, state.epoch(), limits.CASE)


def _kept(document: str, field: str, text: str, revision: int, limit: int) -> LongText:
    return LongText(
        document=document,
        field=field,
        text=text,
        mark=mark_of(text),
        revision=revision,
        mirror=workspace_key(state.workspace()),
        limit=limit,
    )
