"""What the store gives back: frozen models, never rows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from canvas.models.base import Clean, Frozen
from canvas.models.workbook import Workbook


class Workspace(Frozen):
    """What belongs to one browser. selected: the id of the plan it works on, None before the first save.

    epoch: grows whenever text changes without typing (undo, another plan), so that fields are drawn afresh.
    """

    id: str
    selected: str | None
    epoch: int


class WorkbookEntry(Frozen):
    """One line of the list of plans. revision: the number of its newest revision.

    only_text: True for a text somebody brought along to be checked, with no plan behind it.
    """

    id: str
    title: str
    only_text: bool
    saved_at: datetime
    revision: int


class Saved(Frozen):
    """A workbook as it was kept. can_undo and can_redo: whether there is something to walk to."""

    id: str
    workbook: Workbook
    revision: int
    saved_at: datetime
    can_undo: bool
    can_redo: bool


class Attempt(Frozen):
    """One answer to a case as it was handed in; attempts are numbered from 1."""

    number: int
    answer: str
    saved_at: datetime


class Version(Frozen):
    """One line of the versions page. name: "" for one that nobody named.

    reason: `edit`, `undo`, `redo` or what the page said.
    words_changed: words that are not in the version listed below it, or are gone since; the larger number.
    """

    number: int
    name: str
    saved_at: datetime
    reason: str
    words_changed: int


class SentText(Frozen):
    """A text as an editor sent it, cleaned once, before the store is locked for it.

    document: the id of a plan, or `case:` and a case's slug. seen: the mark of the kept text it grew from.
    sequence: counts up per editor. title: the name under which an answer to a case is kept that cannot replace the
    one of another tab.
    """

    document: str
    field: str
    text: Annotated[str, Clean]
    seen: str
    editor: str
    sequence: int
    title: str = ""


class KeptText(Frozen):
    """The text now kept. workbook: the plan around it, None for an answer to a case and before the first word."""

    text: str
    revision: int
    saved_at: datetime
    workbook: Workbook | None = None


class TextConflict(Frozen):
    """Somebody else changed the text since: `text` is the kept one; the one that was sent is kept beside."""

    text: str
