"""Answers to a case on their way: the field that keeps itself, and the attempts that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from canvas.casework.judge import Examiner
from canvas.content.cases import load_language
from canvas.content.rules import load_rules
from canvas.models.case import Case, Judgement
from canvas.store.records import Attempt
from canvas.ui.editor.component import long_field
from canvas.ui.kept import answer_to_case
from canvas.ui.parts.case_kept import attempts, hand_in, kept
from canvas.ui.saved_line import clock

NOTHING_YET = "There is no answer yet. Write a sentence or two in the field above, then choose {button}."


def draw_field(name: str, label: str, *, button: str, rows: int = 10, placeholder: str = "") -> str:
    """Draw a field that keeps itself under a name; what is checked becomes an attempt. Return what is kept now."""
    field = answer_to_case(name, kept(name))
    asked = long_field(field, label, key=f"case.{name}", placeholder=placeholder, rows=rows, action=button).checked
    answer = kept(name)
    if asked and answer.strip():
        hand_in(name)
    elif asked:
        st.info(NOTHING_YET.format(button=button))
    return answer


def judged(case: Case, answer: str) -> Judgement:
    """Return the judgement of an answer."""
    return examiner_of(case).judge(answer)


def examiner_of(case: Case) -> Examiner:
    """Return the case made ready for judging, once for each version of its files."""
    return _examiner_of(_Same(case))


class _Same:
    """A case as a key that is compared by identity: the loader gives the same one until a file changes."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case

    def __hash__(self) -> int:
        return id(self.case)


@lru_cache(maxsize=32)
def _examiner_of(same: _Same) -> Examiner:
    return Examiner(same.case, load_language(), load_rules())


def newest_and_before(name: str) -> tuple[Attempt | None, Attempt | None]:
    """Return the newest attempt and the one before it."""
    *_, before, newest = (None, None, *attempts(name))
    return newest, before


def draw_earlier(case: Case, earlier: Sequence[Attempt]) -> None:
    """Draw attempts that do not stand in the field any more, the latest first."""
    st.header("Your earlier attempts")
    for attempt in reversed(earlier):
        judgement = judged(case, attempt.answer)
        at = clock(attempt.saved_at, with_day=True)
        label = f"Attempt {attempt.number}, {at}: {judgement.mark} of {len(case.criteria)} criteria met"
        with st.expander(label, icon=":material/history:"):
            st.html(f'<p class="case-answer">{escape(attempt.answer)}</p>')
