"""The answer to a case while it is written: kept when it is left, and never written over from another tab."""

from __future__ import annotations

import streamlit as st

from canvas.errors import StaleRevisionError
from canvas.models import limits
from canvas.models.base import clean_text
from canvas.models.case import Case
from canvas.models.workbook import Draft, Workbook
from canvas.ui.keys import Key
from canvas.ui.state import epoch, now, renew_fields, store, workspace


def field_key(slug: str) -> str:
    """Return the key of the field for an answer."""
    return f"case-{slug}@{epoch()}"


def open_answer(case: Case) -> str:
    """Return what the field begins with, and show a newer answer where nothing was typed in this tab since.

    An answer that was only emptied elsewhere takes nothing away from the field.
    """
    stored, seen = store().answer(workspace(), case.slug), _seen(case.slug)
    typed = _in_field(case.slug)
    if seen is None:  # the session's first look; after a restart of the server the field may be filled already
        if typed and stored.strip() and not typed.startswith(stored):
            _keep_beside(case, stored)
        if typed is not None and not typed.strip() and stored.strip():
            renew_fields()
        seen = stored
    elif stored != seen and stored.strip() and typed in (seen, None):
        renew_fields()
        seen = stored
    st.session_state[_seen_key(case.slug)] = seen
    return seen


def keep_answer(case: Case, typed: str) -> None:
    """Save the answer as the field shows it; a text from another tab that it replaces stays as a kept text.

    One that is too long is not saved: the last shorter version stays.
    """
    text, seen = clean_text(typed), _seen(case.slug) or ""
    if len(text) > limits.CASE or text == seen == store().answer(workspace(), case.slug):
        return
    try:
        store().save_answer(workspace(), case.slug, text, seen, now())
    except StaleRevisionError:
        other = store().answer(workspace(), case.slug)
        if other.strip() and other != text:
            _keep_beside(case, other)
        store().save_answer(workspace(), case.slug, text, other, now())
    st.session_state[_seen_key(case.slug)] = text


def put_answer(case: Case, text: str) -> None:
    """Write another text into the field, which is drawn afresh."""
    keep_answer(case, text)
    renew_fields()


def other_version(slug: str) -> str:
    """Return the text from another tab that the student has not decided about, "" when there is none."""
    found: str = st.session_state.get(_other_key(slug), "")
    return found


def take_other(case: Case) -> None:
    """Go on with the text from the other tab; the one in the field stays as a kept text."""
    mine, other = _seen(case.slug) or "", other_version(case.slug)
    if mine.strip():
        _keep_beside(case, mine)
    put_answer(case, other)
    forget_other(case.slug)


def forget_other(slug: str) -> None:
    """Go on with the text in the field; the other one stays as a kept text."""
    st.session_state[_other_key(slug)] = ""


def kept_title(case: Case) -> str:
    """Return the title under which Start lists the version that is not in the field."""
    return f"Case: {case.title}"[: limits.NAME]


def _keep_beside(case: Case, text: str) -> None:
    workbook = Workbook(title=kept_title(case), draft=Draft(text=text))
    store().create(workspace(), workbook, now(), select=False)
    st.session_state[_other_key(case.slug)] = text


def _in_field(slug: str) -> str | None:
    """Return what the field holds, cleaned as it would be saved; None when the page was left since."""
    typed = st.session_state.get(field_key(slug))
    return clean_text(typed) if isinstance(typed, str) else None


def _seen(slug: str) -> str | None:
    """Return the text this session loaded or saved last."""
    found: str | None = st.session_state.get(_seen_key(slug))
    return found


def _seen_key(slug: str) -> str:
    return f"{Key.ANSWER_SEEN}.{slug}"


def _other_key(slug: str) -> str:
    return f"{Key.ANSWER_OTHER}.{slug}"
