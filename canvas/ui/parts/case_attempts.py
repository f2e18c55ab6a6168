"""Answers to a case on their way: the field that keeps itself, and the attempts that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

import streamlit as st

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language
from canvas.models.case import Case, Judgement
from canvas.store.records import Attempt
from canvas.ui.answers import kept_answer, put_answer
from canvas.ui.editor.component import long_field
from canvas.ui.kept import answer_to_case
from canvas.ui.saved_line import clock
from canvas.ui.state import now, store, workspace

_EMPTY = "First activity: …\n\nSecond activity: …"


def draw_answer(case: Case) -> bool:
    """Draw the field for the answer, which keeps itself; return whether the answer is to be checked now."""
    kept = answer_to_case(case.slug, kept_answer(case))
    key = f"case.{case.slug}"
    return long_field(kept, "Your answer", key=key, placeholder=_EMPTY, rows=10, action="Check my answer").checked


def attempts(case: Case) -> tuple[Attempt, ...]:
    """Return the attempts of this browser at the case, the first one first."""
    return store().attempts(workspace(), case.slug)


def hand_in(case: Case) -> None:
    """Keep the answer as an attempt; the same words twice are one attempt."""
    answer, before = kept_answer(case), attempts(case)
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
