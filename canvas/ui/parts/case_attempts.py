"""Answers to a case on their way: the field that keeps itself, and the attempts that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

import streamlit as st

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language
from canvas.models import limits
from canvas.models.case import Case, Judgement
from canvas.store.records import Attempt
from canvas.ui.saved_line import clock
from canvas.ui.state import epoch, now, renew_fields, store, workspace

_EMPTY = "First activity: …\n\nSecond activity: …"


def draw_answer(case: Case) -> str:
    """Draw the field for the answer; whatever is typed is kept when the field is left. Return its text."""
    kept = store().answer(workspace(), case.slug)
    typed = st.text_area(
        "Your answer",
        kept,
        key=f"case-{case.slug}@{epoch()}",
        height=280,
        max_chars=limits.ANSWER * 8,
        placeholder=_EMPTY,
    )
    if typed != kept:
        store().save_answer(workspace(), case.slug, typed, now())
    words = len(typed.split())
    says = "Saved" if typed.strip() else "Saved as soon as you leave the field"
    st.caption(f":material/cloud_done: {says} · {words} {'word' if words == 1 else 'words'}")
    return typed


def attempts(case: Case) -> tuple[Attempt, ...]:
    """Return the attempts of this browser at the case, the first one first."""
    return store().attempts(workspace(), case.slug)


def hand_in(case: Case, answer: str) -> None:
    """Keep the answer as an attempt; the same words twice are one attempt."""
    before = attempts(case)
    if answer.strip() and (not before or before[-1].answer != answer):
        store().save_attempt(workspace(), case.slug, answer, now())


def begin_again(slug: str) -> None:
    """Empty the field for another try; every attempt stays."""
    store().save_answer(workspace(), slug, "", now())
    renew_fields()


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
