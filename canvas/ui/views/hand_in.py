"""Step 5: what is still open, a look at the rubric, the document as it will print, and the files to take home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial

import streamlit as st

from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import Exported, ExportFormat, export
from canvas.exchange.outgoing.html import to_html
from canvas.models.complete_plan import problems as open_problems
from canvas.models.counted import counted
from canvas.models.finding import Report
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.editor import component
from canvas.ui.pages import Page, link
from canvas.ui.parts import downloads, opening, problems, self_look, steps
from canvas.ui.parts.document_choice import draw_choice
from canvas.ui.parts.objections import draw_objections
from canvas.ui.parts.plain import plain
from canvas.ui.parts.revising import take_back
from canvas.ui.views.draft import report_on
from canvas.writing.section import GAP

_RARE = re.compile("[^\x00-\u052f\u1e00-\u1fff\u2000-\u2044\u20a0-\u20bf]")
"""Letters beyond those of Europe: a font may lack them."""
_TRIED = "hand_in_pdf_tried"
_STYLE = """<style>
.st-key-open_points [data-testid="stPageLink-NavLink"]{align-items:baseline;height:auto}
.st-key-open_points [data-testid="stPageLink-NavLink"] *{white-space:normal;overflow:visible;text-overflow:clip}
</style>"""


def render() -> None:
    """Draw the step."""
    with steps.page(steps.Step.HAND_IN):
        _body()


def file_name(workbook: Workbook) -> str:
    """Return a name for the files of a plan that every file system takes, without its ending."""
    name = workbook.venture.name or workbook.title
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60].strip("-") or "customer-relationships"


def _body() -> None:
    workbook = state.workbook()
    opening.draw_waiting()
    opening.draw_opened(state.document())
    _draw_open(workbook)
    if workbook.draft.text.strip():
        self_look.draw()
        draw_objections(workbook.objections, take_back)
        _draw_document(workbook)
    else:
        st.header("There is no text yet")
        st.markdown("Build your section first, or write it. Then you can look at it here and take it home.")
        link(Page.DRAFT, "Go to draft and check")
    st.header("Open a file")
    st.markdown(
        "Go on with a file you took home: Word, PDF, web page, Markdown or plan. It opens as a plan of its own; "
        "this one stays as it is."
    )
    opening.draw_place("hand_in")


def _draw_open(workbook: Workbook) -> None:
    """Draw everything that is open, each with a link to its step, where its field says the same."""
    st.header("Is everything there?")
    found = open_problems(workbook)
    gaps = GAP.findall(workbook.draft.text)
    if not found and not gaps:
        st.success("Your plan is complete.", icon=":material/check_circle:")
        return
    st.markdown("You can hand in an unfinished plan. These points are still open; each leads to its step.")
    if found:
        st.session_state[problems.SHOWN] = True  # the fields of the steps now say what they miss
    st.html(_STYLE)
    with st.container(border=True, key="open_points", gap="small"):
        if found:
            st.markdown("**In your plan**")
        for problem in found:
            link(Page(problems.step_of(problem.origin)), plain(problem.says, 160), icon=":material/arrow_forward:")
        if gaps:
            st.markdown(f"**In your text: {counted(len(gaps), 'gap')}**")
        for gap, count in Counter(gaps).items():
            times = f" ({count} times)" if count > 1 else ""
            link(Page.DRAFT, f"{plain(gap, 120)}{times}", icon=":material/edit_note:")


def _draw_document(workbook: Workbook) -> None:
    """Draw what the document holds beside the page that will print."""
    st.header("This is what you hand in")
    if gaps := len(GAP.findall(workbook.draft.text)):
        st.warning(
            f"Your text still has {counted(gaps, 'gap')}, marked \\[missing: …]. "
            "Fill them first, or take the text as it is.",
            icon=":material/edit_note:",
        )
    chosen, sheet = st.columns([0.32, 0.68], gap="medium")
    with chosen:
        choice, with_remarks = draw_choice(workbook)
        report = report_on(workbook) if with_remarks else None
        page = to_html(workbook, report, choice)
        _draw_files(workbook, choice, report, page)
    with sheet:
        component.paper(page, key="paper_to_print", letter=choice.paper == "letter")


def _draw_files(workbook: Workbook, choice: Choice, report: Report | None, page: str) -> None:
    """Draw a button for each kind of file. page: the document as a web page."""
    st.subheader("Take it home")
    name, make = file_name(workbook), partial(_made, workbook, choice, report)
    with st.container(key="files", gap="small"):
        for kind in downloads.KINDS:
            downloads.offer(kind, name, make, "primary" if kind is downloads.WORD else "secondary")
    if note := _note_on_pdf(make, page):
        st.info(f"PDF: {plain(note, 400)}", icon=":material/font_download_off:")
    st.caption("Each file opens here again with all your answers. The plan alone has no pages: keep it as a copy.")


def _made(workbook: Workbook, choice: Choice, report: Report | None, kind: ExportFormat) -> Exported:
    return export(workbook, kind, report, choice)


def _note_on_pdf(make: Callable[[ExportFormat], Exported], page: str) -> str:
    """Return which letters the PDF would lack. Only a page with rare letters needs a trial, and only once."""
    if not _RARE.search(page):
        return ""
    tried, note = st.session_state.get(_TRIED, ("", ""))
    if tried != page:
        note = make("pdf").note
        st.session_state[_TRIED] = (page, note)
    return str(note)
