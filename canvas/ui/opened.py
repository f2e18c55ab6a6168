"""A file that somebody opens: what was read waits for a choice, then it becomes a plan or a text of its own."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

import streamlit as st

from canvas.exchange.outgoing.exported_text import section_of
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.clean_text import clean_text
from canvas.models.intake import Origin, Taken
from canvas.models.workbook import Draft, Workbook
from canvas.store.revisions import is_only_text, title_of
from canvas.ui.keys import Key
from canvas.ui.pages import Page
from canvas.ui.plans import open_plan
from canvas.ui.state import now, saved, store, workspace
from canvas.ui.texts import current_text, open_text
from canvas.writing.edits import set_draft_text

_REASON = "opened from a file"


class Before(Frozen):
    """What stood on the page before the file was opened. id: "" when there was nothing."""

    id: str = ""
    title: str = ""


class Opened(Frozen):
    """What a page tells after a file was opened. id: of the new plan or text. aside: name of the other version.

    lost: what of the file could not be taken, as far as nobody was told before.
    """

    id: str
    name: str
    kind: Literal["plan", "text"]
    before: Before
    aside: str = ""
    note: str = ""
    lost: tuple[str, ...] = ()


def waiting() -> Taken | None:
    """Return the file that was read and waits for a choice; None without one."""
    taken: Taken | None = st.session_state.get(Key.TAKEN)
    return taken


def wait(taken: Taken) -> None:
    """Keep a file until the student has chosen. It lives in memory only: whoever leaves opens it again."""
    st.session_state[Key.TAKEN] = taken


def forget() -> None:
    """Let go of the file that waits; nothing else changes."""
    st.session_state.pop(Key.TAKEN, None)


def told() -> Opened | None:
    """Return what was opened last, until somebody closes the message."""
    opened: Opened | None = st.session_state.get(Key.OPENED)
    return opened


def close_message() -> None:
    """Take the message about the opened file away."""
    st.session_state.pop(Key.OPENED, None)


def needs_no_choice(taken: Taken) -> bool:
    """Tell whether a file can be opened at once: an export that nobody has changed."""
    return taken.origin is Origin.INTACT and taken.workbook is not None


def section_was_edited(taken: Taken) -> bool:
    """Tell whether the section has other words than it was exported with; other spaces and lines do not count."""
    return taken.origin is Origin.EDITED and taken.text.split() != section_of(taken.workbook or Workbook()).split()


def keep_workbook(taken: Taken, which: Literal["exported", "edited"] = "exported") -> Page:
    """Keep the workbook of a file as a new plan, and return the page that shows it.

    which: the text that stands in it; of an edited file the other one is kept as a named version, so that undo
    brings it. Raises StoreError when nothing can be kept: then all stays as it was.
    """
    exported = taken.workbook
    if exported is None:
        raise ValueError("only a file with a workbook in it is opened as a plan")
    chosen, other, aside = exported, None, ""
    if section_was_edited(taken) and len(taken.text) <= limits.DRAFT:
        edited = set_draft_text(exported, taken.text.strip("\n"))
        chosen, other = (exported, edited) if which == "exported" else (edited, exported)
        aside = _named("As edited in" if which == "exported" else "As exported in", taken.name)
    before = _text_now() if is_only_text(chosen) else _plan_now()
    kept = store().create(workspace(), other or chosen, now(), select=False)
    if other:
        store().name_version(workspace(), kept.id, kept.revision, aside)
        kept = store().save(workspace(), kept.id, chosen, kept.revision, now(), _REASON)
    if is_only_text(chosen):
        return _show_text(taken, kept.id, before, aside)
    open_plan(kept.id)
    _tell(taken, kept.id, "plan", before, aside)
    return Page.HAND_IN


def keep_text(taken: Taken, text: str) -> Page:
    """Keep words of a file as a text to be checked, and return the page that shows it. Raises StoreError."""
    stem = clean_text(PurePath(taken.name).stem).strip()[: limits.NAME] or "A text from a file"
    before = _text_now()
    workbook = Workbook(title=stem, draft=Draft(text=text.strip("\n")))
    kept = store().create(workspace(), workbook, now(), select=False)
    return _show_text(taken, kept.id, before)


def go_back(opened: Opened) -> None:
    """Show again what stood there before; what was opened stays in the list on Start."""
    close_message()
    if opened.kind == "text":
        open_text(opened.before.id)
    else:
        open_plan(opened.before.id)


def _plan_now() -> Before:
    last = saved()
    return Before(id=last.id, title=title_of(last.workbook)) if last else Before()


def _text_now() -> Before:
    last = current_text()
    return Before(id=last.id, title=title_of(last.workbook)) if last else Before()


def _show_text(taken: Taken, text_id: str, before: Before, aside: str = "") -> Page:
    open_text(text_id)
    _tell(taken, text_id, "text", before, aside)
    return Page.CHECK_TEXT


def _tell(taken: Taken, new_id: str, kind: Literal["plan", "text"], before: Before, aside: str) -> None:
    forget()
    st.session_state[Key.OPENED] = Opened(
        id=new_id,
        name=taken.name,
        kind=kind,
        before=before,
        aside=aside,
        note=taken.note,
        lost=taken.lost if taken.workbook else (),  # a text was shown with it before somebody took it
    )


def _named(how: str, name: str) -> str:
    """Return a name for a version; it is cut where it would be longer than a name may be."""
    return clean_text(f"{how} {name}")[: limits.NAME].strip()
