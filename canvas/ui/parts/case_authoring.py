"""For whoever teaches with a case: try it without keeping anything, look inside, take its folder home."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.casework.own_answers import OwnAnswer, own_verdicts
from canvas.content.case_folders import CaseFolder
from canvas.content.case_zip import zipped
from canvas.content.cases import case_folder
from canvas.models import limits
from canvas.models.case import Case, Worded
from canvas.ui.parts.case_attempts import examiner_of
from canvas.ui.parts.case_feedback import draw_feedback
from canvas.ui.parts.case_ideas import draw_ideas
from canvas.web.reviewers import is_this_computer


def draw_authoring(case: Case) -> None:
    """Draw what an instructor needs of a case, once it is asked for: nothing written here is kept.

    Where others can reach the server it is not offered: it holds the model ideas and answers.
    """
    if not is_this_computer(st.get_option("server.address")):
        return
    st.divider()
    if not st.toggle("For instructors: try this case, look inside, download it", key=f"case_inside_{case.slug}"):
        return
    trial, inside, answers, download = st.tabs(["Try it", "What it knows", "Its own answers", "Download"])
    with trial:
        _draw_trial(case)
    with inside:
        _draw_inside(case)
    with answers:
        _draw_answers(case)
    with download:
        _draw_download(case_folder(case.slug))


def _draw_trial(case: Case) -> None:
    """Draw a field that keeps nothing, and all that a student sees after an attempt; the case stands above."""
    answer = st.text_area(
        "An answer to try out (it is not kept)",
        key=f"case_trial_{case.slug}",
        max_chars=limits.CASE,
        height=200,
        placeholder=case.placeholder,
    )
    if st.button("Judge this answer", key="case_trial_judge") and answer.strip():
        draw_feedback(case, examiner_of(case).judge(answer), None)
        draw_ideas(case)


def _draw_inside(case: Case) -> None:
    for title, things in (("Facts", case.facts), ("Ideas", case.ideas), ("Other proposals", case.activities)):
        if things:
            st.markdown(f"**{title}, and the words by which they are found**")
            st.html(_worded_html(things))


def _worded_html(things: tuple[Worded, ...]) -> str:
    rows = "".join(
        f"<li><strong>{escape(_told(one))}</strong><span>{_codes(one.wordings)}{_unless(one)}</span></li>"
        for one in things
    )
    return f'<ul class="case-criteria case-wordings">{rows}</ul>'


def _told(thing: Worded) -> str:
    return str(getattr(thing, "statement", "") or getattr(thing, "name", thing.id))


def _codes(wordings: tuple[str, ...]) -> str:
    return " · ".join(f"<code>{escape(one)}</code>" for one in wordings)


def _unless(thing: Worded) -> str:
    return f" but not with {_codes(thing.unless)}" if thing.unless else ""


def _draw_answers(case: Case) -> None:
    """Draw each of the case's own answers with its verdicts; a wrong one says what to mend."""
    found = own_verdicts(case, examiner_of(case))
    right = sum(not one.wrong for one in found)
    st.markdown(f"{right} of {len(found)} answers get the verdicts that their files declare.")
    for one in found:
        st.html(_tested_html(case, one))


def _tested_html(case: Case, one: OwnAnswer) -> str:
    verdicts = ", ".join(
        f"{escape(criterion.name)}: {'met' if one.judgement.criteria[criterion.id].met else 'not yet'}"
        for criterion in case.criteria
    )
    wrong = "".join(
        f"<p><strong>{escape(w.what)}</strong> {escape(w.saw)} {escape(w.mend)}</p>" for w in one.wrong
    )
    return (
        f'<details class="case-tested"><summary>{"✗" if one.wrong else "✓"} {escape(one.expected.title)}</summary>'
        f'<p class="case-answer">{escape(one.expected.answer.strip())}</p><p>{verdicts}</p>{wrong}</details>'
    )


def _draw_download(folder: CaseFolder) -> None:
    st.markdown(
        "The zip holds the folder of this case: the story, what it is judged by, and its own answers, so model "
        "answers too. Unpack it into a folder of cases, and name that folder in CANVAS_CASES."
    )
    st.download_button(
        "Download the case (.zip)",
        lambda: zipped(folder),
        f"{folder.slug}.zip",
        "application/zip",
        key="download_case",
        icon=":material/download:",
        on_click="ignore",
    )
