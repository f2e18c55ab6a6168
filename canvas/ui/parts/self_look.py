"""A look at one's own text: the student rates each row of the rubric first, then sees what the program found."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.teaching import RubricRow
from canvas.models.vocabulary import Level
from canvas.models.workbook import Workbook
from canvas.reading.facts import observe
from canvas.ui import state
from canvas.writing.edits import rate
from canvas.writing.row_findings import RowFound, row_findings

_STYLE = """<style>
.next-level{margin:-.2rem 0 .4rem;padding-left:.7rem;border-left:3px solid #8fc0b8;color:#374151;
 font-size:.93rem;line-height:1.5}
.row-found{margin:0 0 .4rem;padding:.5rem .8rem;background:#f6f2ea;border-radius:.5rem;color:#1b2430;
 overflow-wrap:anywhere;line-height:1.55}
.row-found p{margin:0;font-weight:600;font-size:.93rem}
.row-found ul{margin:.2rem 0 0;padding-left:1.2rem}
.row-found li{margin:.15rem 0;font-size:.95rem}
</style>"""
_LEVELS = list(Level)


def draw() -> None:
    """Draw the rows of the rubric; once each has a level, what the program found stands below it, with quotes."""
    st.header("Look at your text yourself")
    workbook, rows = state.workbook(), state.library().rubric
    rated = {rating.row: rating.level for rating in workbook.self_assessment}
    left = sum(row.id not in rated for row in rows)
    st.markdown(
        "Read your text once more and choose the level that fits. It is kept with your plan, and it is no mark."
        + (" When every row has a level, you see what the program found for each." if left else "")
    )
    found = {} if left else {item.row: item for item in _found(workbook)}
    for row in rows:
        with st.container(border=True, key=f"look.{row.id}", gap="small"):
            _draw_row(row, rated.get(row.id), found.get(row.id))


def found_html(found: RowFound) -> str:
    """Return what the program found for a row as HTML, every word escaped; it names no level."""
    items = "".join(f'<li dir="auto">{escape(says)}</li>' for says in (*found.seen, *found.missing))
    body = (
        f"<ul>{items}</ul>" if items else "<ul><li>Nothing that it can quote. Judge this one yourself.</li></ul>"
    )
    return f'<div class="row-found"><p>What the program found</p>{body}</div>'


def _draw_row(row: RubricRow, level: Level | None, found: RowFound | None) -> None:
    names = {kind: name for kind, (name, _) in zip(_LEVELS, row.levels, strict=True)}
    key = f"self_look.{row.id}@{state.epoch()}"
    st.radio(
        row.title,
        options=_LEVELS,
        format_func=names.__getitem__,
        captions=[says for _, says in row.levels],
        index=_LEVELS.index(level) if level else None,
        key=key,
        on_change=_keep,
        args=(row.id, key),
    )
    if level:
        st.html(f'{_STYLE}<p class="next-level">{escape(_next(row, level))}</p>')
    if found:
        st.html(_STYLE + found_html(found))


def _next(row: RubricRow, level: Level) -> str:
    """Return what the next level asks for."""
    place = _LEVELS.index(level)
    if place + 1 == len(_LEVELS):
        return "This is the highest level. Which sentence of your text shows it?"
    name, says = row.levels[place + 1]
    return f"To reach “{name}”: {says}"


def _keep(row: str, key: str) -> None:
    """Keep a level. A missing widget key never means that it was taken back."""
    if level := st.session_state.get(key):
        state.change(rate(state.workbook(), row, Level(level)))


def _found(workbook: Workbook) -> tuple[RowFound, ...]:
    """Return what the draft shows for each row; worked out once for each text."""
    plan = workbook.model_copy(update={"checked": (), "objections": (), "self_assessment": ()})
    return _found_in(plan)


@lru_cache(maxsize=32)
def _found_in(plan: Workbook) -> tuple[RowFound, ...]:
    text, rules = plan.draft.text, load_rules()
    return row_findings(plan, check_text(text, rules, plan), observe(text, rules))
