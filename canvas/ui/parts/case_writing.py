"""The last steps of a case: write an answer, with hints or alone, and see what works in it."""

from __future__ import annotations

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_steps import WriteStep
from canvas.ui.parts import case_kept
from canvas.ui.parts.case_attempts import draw_earlier, draw_field, judged
from canvas.ui.parts.case_brief import draw_folded_hints, draw_hints
from canvas.ui.parts.case_feedback import draw_facts, draw_feedback
from canvas.ui.parts.case_ideas import draw_ideas
from canvas.ui.parts.case_self_look import draw_self_look
from canvas.ui.parts.case_text import draw_text
from canvas.ui.parts.plain import plain


def draw_writing(case: Case, step: WriteStep | None) -> None:
    """Draw the field with its feedback. step: None for a case without steps, which is written alone."""
    st.header(plain(step.title, 80) if step else "Your answer")
    if step:
        draw_text(step.says)
    name = case_kept.name_of(case, step)
    alone = name == case.slug
    _draw_help(case, step, alone=alone)
    answer = draw_field(name, "Your answer", button="Check my answer", placeholder=case.placeholder)
    draw_facts(case, judged(case, answer), all_in_sight=not alone)
    if alone:
        _draw_results(case, answer)
    else:
        _draw_first_results(case, name, answer)


def _draw_help(case: Case, step: WriteStep | None, *, alone: bool) -> None:
    """Draw the hints: in sight on the way, folded for the answer itself, which may begin with an earlier one."""
    hints = step is None or step.hints
    if hints and not alone:
        draw_hints(case)
    elif hints:
        draw_folded_hints(case)
    if alone:
        _offer_earlier_step(case)


def _offer_earlier_step(case: Case) -> None:
    """Offer what was written with hints as the beginning of an empty answer."""
    names = [case_kept.name_of(case, one) for one in case.steps[:-1] if isinstance(one, WriteStep)]
    written = next((text for text in map(case_kept.kept, reversed(names)) if text.strip()), "")
    if written and not case_kept.kept(case.slug).strip():
        st.button(
            "Begin with my answer from the step before",
            icon=":material/content_copy:",
            key="case_take_over",
            on_click=case_kept.put,
            args=(case, written),
        )


def _draw_first_results(case: Case, name: str, answer: str) -> None:
    """Draw the feedback on an answer written with hints; what others did waits for the last step."""
    done = case_kept.attempts(name)
    if done:
        st.header("What your answer shows now")
        _say_if_changed(done[-1].answer, answer)
        before = judged(case, done[-2].answer) if len(done) > 1 else None
        draw_feedback(case, judged(case, done[-1].answer), before)


def _draw_results(case: Case, answer: str) -> None:
    """Draw the feedback on the newest attempt, then what is shown only after one."""
    done = case_kept.attempts(case.slug)
    if not done:
        return
    newest = done[-1]
    thought = case_kept.thought_met(case, newest)
    if thought is None:
        draw_self_look(case, newest)
        return
    st.header(f"Feedback on attempt {newest.number}")
    _say_if_changed(newest.answer, answer)
    before = judged(case, done[-2].answer) if len(done) > 1 else None
    draw_feedback(case, judged(case, newest.answer), before, thought or None)
    _draw_again(case)
    earlier = done[:-1] if newest.answer == answer else done  # what stands in the field above is not shown twice
    if earlier:
        draw_earlier(case, earlier)
    draw_ideas(case)


def _say_if_changed(checked: str, answer: str) -> None:
    if checked != answer:
        st.caption("You changed your answer since then. Check it again to see what is better now.")


def _draw_again(case: Case) -> None:
    st.subheader("Try again")
    st.markdown(
        "Improve your answer above and check it again, or begin with an empty field. Every attempt is kept, and "
        "so are words that you have not checked yet: you find them below, under “Your earlier attempts”."
    )
    st.button(
        "Start a new answer",
        icon=":material/restart_alt:",
        key="case_again",
        on_click=case_kept.put,
        args=(case, ""),
    )
