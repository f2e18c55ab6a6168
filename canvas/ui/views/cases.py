"""Cases: the list of cases, or one case chosen by `?case=slug`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from canvas.content.cases import BrokenCase, case_slugs, cases_and_broken, load_case
from canvas.models.case import Case
from canvas.ui.answers import kept_answer
from canvas.ui.pages import Page, streamlit_page
from canvas.ui.parts.case_attempts import attempts, begin_again, draw_answer, draw_earlier, hand_in, judged
from canvas.ui.parts.case_brief import draw_brief, draw_hints
from canvas.ui.parts.case_feedback import draw_feedback
from canvas.ui.parts.case_ideas import draw_ideas
from canvas.ui.parts.lesson_text import load_style
from canvas.ui.parts.plain import plain

PARAMETER = "case"
"""The query parameter that names a case."""
_STYLE = Path(__file__).parent.parent / "static" / "cases.css"


def render() -> None:
    """Draw the case that the address names, or the list of all cases."""
    load_style()
    st.html(_STYLE)
    slug = st.query_params.get(PARAMETER)
    if slug in case_slugs():
        st.query_params[PARAMETER] = slug
        _draw_case(load_case(slug))
    else:
        st.query_params.clear()
        _draw_list(unknown=slug is not None)


def _draw_list(unknown: bool) -> None:
    st.title("Cases")
    if unknown:
        st.info("There is no case with this name. Here are all of them.")
    st.markdown(
        "In a case a firm asks you for advice. You write a short answer, see what works in it and what is still "
        "missing, and try again as often as you like. Your answers are kept."
    )
    cases = cases_and_broken()
    for start in range(0, len(cases), 2):
        for column, case in zip(st.columns(2), cases[start : start + 2], strict=False):
            with column:
                if isinstance(case, BrokenCase):
                    _draw_broken(case)
                else:
                    _draw_card(case)


def _draw_card(case: Case) -> None:
    done = len(attempts(case))
    with st.container(border=True, height="stretch", gap="xsmall", key=f"case_card_{case.slug}"):
        tried = f" · {done} {'attempt' if done == 1 else 'attempts'}" if done else ""
        st.html(f'<p class="lesson-number">{case.minutes} minutes{tried}</p>')
        st.page_link(
            streamlit_page(Page.CASES),
            label=case.title,
            icon=":material/sports_esports:",
            query_params={PARAMETER: case.slug},
        )
        st.markdown(case.summary)


def _draw_broken(case: BrokenCase) -> None:
    """Say which case cannot be played, and for its author what to mend."""
    with st.container(border=True, height="stretch", gap="xsmall", key=f"case_card_{case.slug}"):
        st.html('<p class="lesson-number">Cannot be played yet</p>')
        st.markdown(f"**{plain(case.slug)}**")
        st.markdown("The files of this case have a mistake. The other cases work.")
        with st.expander("What its author has to mend"):
            st.text(str(case.error))


def _draw_case(case: Case) -> None:
    with st.container(key="case_way_back"):
        st.page_link(streamlit_page(Page.CASES), label="All cases", icon=":material/arrow_back:", query_params={})
    st.title(case.title)
    draw_brief(case)
    st.header("Your answer")
    draw_hints(case)
    asked, answer = draw_answer(case), kept_answer(case)
    if asked and not answer.strip():
        st.info("There is no answer yet. Write a sentence or two in the field above, then choose Check my answer.")
    if asked:
        hand_in(case)
    _draw_results(case, answer)


def _draw_results(case: Case, answer: str) -> None:
    """Draw the feedback on the newest attempt, then what is shown only after one."""
    done = attempts(case)
    if not done:
        return
    newest = done[-1]
    st.header(f"Feedback on attempt {newest.number}")
    if newest.answer != answer:
        st.caption("You changed your answer since then. Check it again to see what is better now.")
    before = judged(case, done[-2].answer) if len(done) > 1 else None
    draw_feedback(case, judged(case, newest.answer), before)
    st.subheader("Try again")
    st.markdown(
        "Improve your answer above and check it again, or begin with an empty field. Every attempt is kept."
    )
    st.button(
        "Start a new answer",
        icon=":material/restart_alt:",
        key="case_again",
        on_click=begin_again,
        args=(case.slug,),
    )
    if len(done) > 1:
        draw_earlier(case, done[:-1])
    draw_ideas(case)
