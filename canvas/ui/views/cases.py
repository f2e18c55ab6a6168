"""Cases: the list of cases, or one case chosen by `?case=slug`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from canvas.content.cases import BrokenCase, case_slugs, cases_and_broken, load_case
from canvas.models.case import Case
from canvas.models.case_steps import CompleteStep, SortStep
from canvas.ui.pages import Page, streamlit_page
from canvas.ui.parts.case_authoring import draw_authoring
from canvas.ui.parts.case_brief import draw_brief, draw_brief_again
from canvas.ui.parts.case_completing import draw_completing
from canvas.ui.parts.case_kept import attempts, is_done
from canvas.ui.parts.case_sorting import draw_sorting
from canvas.ui.parts.case_text import draw_text
from canvas.ui.parts.case_way import CASE, draw_steps, draw_way_on, open_step
from canvas.ui.parts.case_writing import draw_writing
from canvas.ui.parts.lesson_text import load_style
from canvas.ui.parts.plain import plain

_STYLE = Path(__file__).parent.parent / "static" / "cases.css"


def render() -> None:
    """Draw the case that the address names, or the list of all cases."""
    load_style()
    st.html(_STYLE)
    slug = st.query_params.get(CASE)
    if slug in case_slugs():
        st.query_params[CASE] = slug
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
    cases = sorted(cases_and_broken(), key=_place)
    for start in range(0, len(cases), 2):
        for column, case in zip(st.columns(2), cases[start : start + 2], strict=False):
            with column:
                if isinstance(case, BrokenCase):
                    _draw_broken(case)
                else:
                    _draw_card(case)


def _place(case: Case | BrokenCase) -> int:
    """Return the place in the list; a broken case has none, so it stands last."""
    return case.place if isinstance(case, Case) else 1000


def _draw_card(case: Case) -> None:
    done = len(attempts(case.slug))
    with st.container(border=True, height="stretch", gap="xsmall", key=f"case_card_{case.slug}"):
        tried = f" · {done} {'attempt' if done == 1 else 'attempts'}" if done else ""
        st.html(f'<p class="lesson-number">{case.minutes} minutes{_walked(case)}{tried}</p>')
        st.page_link(
            streamlit_page(Page.CASES),
            label=plain(case.title),
            icon=":material/assignment:",
            query_params={CASE: case.slug},
        )
        draw_text(case.summary)


def _walked(case: Case) -> str:
    """Say how many steps of a case are done, for one that has steps."""
    done = sum(is_done(case, step) for step in case.steps)
    return f" · {done} of {len(case.steps)} steps" if case.steps else ""


def _draw_broken(case: BrokenCase) -> None:
    """Say which case cannot be played, and for its author what to mend."""
    with st.container(border=True, height="stretch", gap="xsmall", key=f"case_card_{case.key}"):
        st.html('<p class="lesson-number">Cannot be played yet</p>')
        st.markdown(f"**{plain(case.slug)}**")
        st.markdown("The files of this case have a mistake. The other cases work.")
        with st.expander("What its author has to mend"):
            st.text(str(case.error))


def _draw_case(case: Case) -> None:
    with st.container(key="case_way_back"):
        st.page_link(streamlit_page(Page.CASES), label="All cases", icon=":material/arrow_back:", query_params={})
    st.title(plain(case.title))
    step = open_step(case)
    way = st.container()  # filled at the end, when it is known what got done in this run
    if step is None or step == case.steps[0]:
        draw_brief(case)
    else:
        draw_brief_again(case)
    match step:
        case SortStep():
            draw_sorting(case, step)
        case CompleteStep():
            draw_completing(case, step)
        case _:
            draw_writing(case, step)
    if step:
        with way:
            draw_steps(case, step)
        draw_way_on(case, step)
    draw_authoring(case)
