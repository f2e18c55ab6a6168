"""Step 5: what is still open, a look at the rubric, a preview, and the files to take home."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

import streamlit as st

from canvas.exchange.document import Choice, document_of
from canvas.exchange.html import to_html
from canvas.exchange.markdown import to_markdown
from canvas.models import limits
from canvas.models.complete_plan import problems as open_problems
from canvas.models.finding import Report
from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.ui.last_revision import last_receipt
from canvas.ui.pages import Page, link
from canvas.ui.parts import downloads, problems, self_look, steps
from canvas.ui.parts.objections import draw_objections
from canvas.ui.parts.plain import plain
from canvas.ui.parts.revising import take_back
from canvas.ui.views.draft import report_on
from canvas.writing.plain_text import text_blocks
from canvas.writing.section import GAP

_STYLE = """<style>
.paper{background:#fff;border:1px solid #d9d3c6;border-radius:.7rem;padding:1.6rem 1.8rem;line-height:1.7;
 overflow-wrap:anywhere;max-height:34rem;overflow-y:auto;
 font-family:'Source Serif',Georgia,serif;font-size:1.05rem}
.paper p{margin:0 0 .9rem}
.paper ul{margin:0 0 .9rem;padding-left:1.3rem}
.st-key-open_points [data-testid="stPageLink-NavLink"]{align-items:baseline;height:auto}
.st-key-open_points [data-testid="stPageLink-NavLink"] *{white-space:normal;overflow:visible;text-overflow:clip}
.paper .gap{background:#fdebd8;border-bottom:2px dashed #a1440c}
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
    _draw_open(workbook)
    if not workbook.draft.text.strip():
        st.header("There is no text yet")
        st.markdown("Build your section first, or write it. Then you can look at it here and take it home.")
        link(Page.DRAFT, "Go to draft and check")
        return
    self_look.draw()
    draw_objections(workbook.objections, take_back)
    st.header("This is what you hand in")
    st.html(f'{_STYLE}<div class="paper" tabindex="0" role="region" aria-label="Preview">{_paper(workbook)}</div>')
    _draw_files(workbook)


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
            st.markdown(f"**In your text: {_counted(len(gaps))}**")
        for gap, count in Counter(gaps).items():
            times = f" ({count} times)" if count > 1 else ""
            link(Page.DRAFT, f"{plain(gap, 120)}{times}", icon=":material/edit_note:")


def _counted(gaps: int) -> str:
    return "1 gap" if gaps == 1 else f"{gaps} gaps"


def _paper(workbook: Workbook) -> str:
    """Return the draft as HTML, its gaps marked."""
    parts = []
    for block in text_blocks(workbook.draft.text):
        lines = [_with_gaps(line) for line in block.lines]
        if block.kind == "list":
            parts.append("<ul>" + "".join(f'<li dir="auto">{line}</li>' for line in lines) + "</ul>")
        else:
            parts.append(f'<p dir="auto">{"<br>".join(lines)}</p>')
    return "".join(parts)


def _with_gaps(line: str) -> str:
    return GAP.sub(lambda found: f'<span class="gap">{found[0]}</span>', escape(line))


def _draw_files(workbook: Workbook) -> None:
    st.header("Take it home")
    choice, report = _draw_choice(workbook)
    if gaps := len(GAP.findall(workbook.draft.text)):
        st.warning(
            f"Your text still has {_counted(gaps)}, marked \\[missing: …]. "
            "Fill them first, or take the text as it is.",
            icon=":material/edit_note:",
        )
    _draw_buttons(workbook, choice, report)
    with st.expander("Copy the text", icon=":material/content_copy:"):
        st.code(workbook.draft.text, language=None, wrap_lines=True)


def _draw_choice(workbook: Workbook) -> tuple[Choice, Report | None]:
    """Let the student choose what stands in the document; the section alone to begin with."""
    everything = document_of(workbook, choice=Choice(plan=True, canvas=True))
    author = st.text_input(
        "Your name (optional)",
        key="author",
        max_chars=limits.NAME,
        help="It is printed under the title. It is not saved with your plan.",
        persist_state="session",
    )
    st.markdown("The document holds your section. Add to it if you like:")
    with st.container(horizontal=True, gap="medium", key="choice"):
        plan = _box("The plan as a table", "with_plan", bool(everything.tables), "Choose a relationship first.")
        canvas = _box("The canvas", "with_canvas", bool(everything.canvas), "Fill at least four blocks first.")
        remarks = _box("The remarks of the check", "with_remarks")
    st.markdown("What you say about it yourself:")
    with st.container(horizontal=True, gap="medium", key="own_choice"):
        disagreements = _box(
            "Where I disagree",
            "with_disagreements",
            bool(workbook.objections),
            "You disagree with no remark.",
            True,
        )
        ratings = _box("How I rate my text", "with_ratings", bool(workbook.self_assessment), "Rate a row first.")
        receipt = last_receipt(workbook)
        revision = _box("My last revision", "with_revision", receipt is not None, "Check your text twice first.")
    if plan:
        st.caption("The table shows your answers as you wrote them, also where you have changed the text since.")
    choice = Choice(
        plan=plan,
        canvas=canvas,
        author=author,
        disagreements=disagreements,
        ratings=ratings,
        receipt=receipt if revision else None,
    )
    return choice, report_on(workbook) if remarks else None


def _box(
    label: str, key: str, possible: bool = True, otherwise: str | None = None, ticked_first: bool = False
) -> bool:
    help_text = None if possible else otherwise
    if not possible:  # under another key, so that the box is fresh as soon as it can be ticked
        key += "_later"
    first = ticked_first and possible
    ticked = st.checkbox(label, first, key=key, disabled=not possible, help=help_text, persist_state="session")
    return ticked and possible


def _draw_buttons(workbook: Workbook, choice: Choice, report: Report | None) -> None:
    name = file_name(workbook)
    with st.container(horizontal=True, key="files"):
        downloads.offer(downloads.HTML, name, lambda: to_html(workbook, report, choice), "primary")
        downloads.offer(downloads.MARKDOWN, name, lambda: to_markdown(workbook, report, choice))
        downloads.offer(downloads.JSON, name, lambda: workbook.model_dump_json(indent=2) + "\n")
    st.caption(
        "The web page opens in every browser and prints well. Markdown is plain text with simple signs. "
        "The plan holds all your answers; keep it as your own copy."
    )
