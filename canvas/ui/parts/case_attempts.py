"""Answers to a case on their way: the field that keeps itself, and the attempts that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

import streamlit as st

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language
from canvas.models import limits
from canvas.models.base import clean_text
from canvas.models.case import Case, Judgement
from canvas.store.records import Attempt
from canvas.ui.answers import (
    field_key,
    forget_other,
    keep_answer,
    kept_title,
    open_answer,
    other_version,
    put_answer,
    take_other,
)
from canvas.ui.parts import length
from canvas.ui.parts.plain import plain
from canvas.ui.saved_line import clock
from canvas.ui.state import now, store, workspace

_EMPTY = "First activity: …\n\nSecond activity: …"


def draw_answer(case: Case) -> str:
    """Draw the field for the answer; whatever is typed is kept when the field is left. Return its text."""
    kept = open_answer(case)
    typed = st.text_area("Your answer", kept, key=field_key(case.slug), height=280, placeholder=_EMPTY)
    keep_answer(case, typed)
    length.beside(typed, limits.CASE)
    if other := other_version(case.slug):
        _draw_other_version(case, other)
    st.caption(_told(typed))
    return typed


def _told(typed: str) -> str:
    """Return the line below the field: whether the answer is saved, and how long it is."""
    words = len(typed.split())
    says = ":material/cloud_done: " + ("Saved" if typed.strip() else "Saved as soon as you leave the field")
    if not length.fits(typed, limits.CASE):
        says = ":material/error: Not saved"
    return f"{says} · {words} {'word' if words == 1 else 'words'}"


def _draw_other_version(case: Case, other: str) -> None:
    """Say that another tab wrote another answer, and offer it."""
    with st.container(border=True, key="case_other_version"):
        st.markdown(
            "**This answer was changed in another tab or window.** Nothing is lost: one version stands in the "
            f"field, the other one is kept on Start as “{plain(kept_title(case))}”."
        )
        with st.expander("Show the other version"):
            st.html(f'<p class="case-answer">{escape(other)}</p>')
        with st.container(horizontal=True):
            st.button("Use the other version", key="case_take_other", on_click=take_other, args=(case,))
            st.button("Keep this one", key="case_keep_this", on_click=forget_other, args=(case.slug,))


def attempts(case: Case) -> tuple[Attempt, ...]:
    """Return the attempts of this browser at the case, the first one first."""
    return store().attempts(workspace(), case.slug)


def hand_in(case: Case, answer: str) -> None:
    """Keep the answer as an attempt; the same words twice are one attempt."""
    before = attempts(case)
    if not length.fits(answer, limits.CASE):
        return  # the line beside the field says what to do
    answer = clean_text(answer)
    if answer.strip() and (not before or before[-1].answer != answer):
        store().save_attempt(workspace(), case.slug, answer, now())


def begin_again(slug: str) -> None:
    """Empty the field for another try; every attempt stays."""
    put_answer(load_case(slug), "")


def judged(case: Case, answer: str) -> Judgement:
    """Return the judgement of an answer."""
    return _examiner(case.slug).judge(answer)


@cache
def _examiner(slug: str) -> Examiner:
    """Return the case made ready for judging, once a process."""
    return Examiner(load_case(slug), load_language())


def draw_earlier(case: Case, earlier: Sequence[Attempt]) -> None:
    """Draw the attempts before the newest one, the latest first."""
    st.header("Your earlier attempts")
    for attempt in reversed(earlier):
        judgement = judged(case, attempt.answer)
        at = clock(attempt.saved_at, with_day=True)
        label = f"Attempt {attempt.number}, {at}: {judgement.mark} of {len(case.criteria)} criteria met"
        with st.expander(label, icon=":material/history:"):
            st.html(f'<p class="case-answer">{escape(attempt.answer)}</p>')
