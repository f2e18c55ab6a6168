"""The two long fields as Streamlit components: typing never reruns a page, a few events do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st
from pydantic import ValidationError
from streamlit.components.v2.types import ComponentRenderer

from canvas.models.base import Frozen
from canvas.models.workbook import Objection
from canvas.ui.editor.bundle import loader
from canvas.writing.section import GAP

INTO_PLAN = "Paste it into your group’s Word plan: headings, lists and tables stay."


class Events(Frozen):
    """What happened in a long field since the last run of the page.

    left: a text that had changed is saved, and the field was left. checked: the button for a check was chosen, and
    the text is saved. disagree: a student gave a reason against a remark.
    """

    left: bool = False
    checked: bool = False
    disagree: Objection | None = None


class LongText(Frozen):
    """A text that a long field shows and keeps.

    document: id of the plan, or `case:` and the slug. field: the path in the plan. mark: `mark_of(text)`.
    revision: of the plan the text was read from. mirror: `workspace_key(workspace)`. limit: in characters.
    """

    document: str
    field: str
    text: str
    mark: str
    revision: int
    mirror: str
    limit: int


class Link(Frozen):
    """A page that a remark leads to. href: relative to the address of the page the editor stands on."""

    title: str
    href: str


def long_field(
    kept: LongText,
    label: str,
    *,
    key: str,
    help_text: str = "",
    placeholder: str = "",
    rows: int = 3,
    action: str = "",
) -> Events:
    """Draw a plain long field. key: stays the same while the field stays on the page. rows: at least so many.

    action: the label of a button below it, which saves first and then says `checked`.
    """
    data = {
        **kept.model_dump(),
        "label": label,
        "help": help_text,
        "placeholder": placeholder,
        "rows": rows,
        "action": action,
    }
    mount = _component("field")
    return _events(mount(key=key, data=data, on_left_change=_nothing, on_checked_change=_nothing))


def draft_editor(
    kept: LongText,
    label: str,
    *,
    key: str,
    lessons: Mapping[str, Link],
    trust: Link,
    help_text: str = "",
    placeholder: str = "",
) -> Events:
    """Draw the editor that checks while somebody writes.

    lessons: one for each mistake. trust: the page that says how far the check can be trusted.
    """
    data = {
        **kept.model_dump(),
        "label": label,
        "help": help_text,
        "placeholder": placeholder,
        "rows": 0,
        "action": "",
        "gap": GAP.pattern,
        "lessons": {name: lesson.model_dump() for name, lesson in lessons.items()},
        "trust": trust.model_dump(),
    }
    mount = _component("editor")
    return _events(
        mount(
            key=key,
            data=data,
            on_left_change=_nothing,
            on_checked_change=_nothing,
            on_disagree_change=_nothing,
        )
    )


def left_behind(kept: LongText, *, key: str) -> bool:
    """Tell whether this browser kept a newer text of a field that is not on the page; it draws nothing.

    Whoever draws the field then gets that text back. The page runs again as soon as one is found.
    """
    data = kept.model_dump(include={"document", "field", "mirror"})
    return bool(_component("left_behind")(key=key, data=data, on_found_change=_nothing).get("found"))


def this_computer(mirror: str) -> None:
    """Draw the ways to another computer and out of this one. mirror: `workspace_key(workspace)`.

    It also lets the page run again when a text was saved only after its page was left.
    """
    _component("computer")(key="this_computer", data={"mirror": mirror}, on_late_change=_nothing)


def paper(html: str, *, key: str, letter: bool = False, hint: str = INTO_PLAN) -> None:
    """Draw a document as it will print, with a button that copies it formatted.

    html: a whole web page of ours, in which every word of a student is escaped. letter: on US paper, else A4.
    hint: where a copy goes.
    """
    data = {"html": html, "gap": GAP.pattern, "letter": letter, "hint": hint}
    _component("paper")(key=key, data=data)


@cache
def _component(name: str) -> ComponentRenderer:
    return st.components.v2.component(f"canvas_{name}", js=loader(name))


def _events(result: Mapping[str, Any]) -> Events:
    """Read what a browser sent; something that is no reason at all is as good as none."""
    try:
        disagree = Objection.model_validate(result.get("disagree"))
    except ValidationError:
        disagree = None
    return Events(left=bool(result.get("left")), checked=bool(result.get("checked")), disagree=disagree)


def _nothing() -> None:
    """Make Streamlit listen for an event; the run that follows reads it."""
