"""What is still missing in the plan, shown beside the fields when the student asks for it."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from canvas.models.complete_plan import Problem, problems
from canvas.models.workbook import Workbook

SHOWN = "show_what_is_missing"
"""Session key of the switch; it stays as it is from page to page."""
_STYLE = (
    "<style>.missing{margin:0;padding:.4rem .7rem;border-left:4px solid #b45309;border-radius:.3rem;"
    "background:#fdf1e3;color:#7c2d12;font-size:.9rem;line-height:1.45;overflow-wrap:anywhere}"
    ".missing ul{margin:.2rem 0 0;padding-left:1.1rem}.missing ul li{margin:0;padding:0;font-size:.9rem}</style>"
)


@lru_cache(maxsize=64)
def _problems(workbook: Workbook) -> tuple[Problem, ...]:
    """Judge a workbook once, however many fields ask."""
    return problems(workbook)


def step_of(origin: str) -> str:
    """Return the step in which a problem is solved: business, relationships or questions."""
    match origin.split("."):
        case ["commitments", *_] | ["venture", "segments", _]:
            return "relationships"
        case ["answers", *_]:
            return "questions"
        case _:
            return "business"


def switch(workbook: Workbook, step: str) -> None:
    """Draw the switch and, while it is on, what this step still misses."""
    st.toggle("Show what is missing", key=SHOWN, persist_state="session")
    if not st.session_state.get(SHOWN):
        return
    found = dict.fromkeys(problem.says for problem in _problems(workbook) if step_of(problem.origin) == step)
    if found:
        items = "".join(f"<li>{escape(says)}</li>" for says in found)
        st.html(f'{_STYLE}<div class="missing" role="status">Still missing in this step:<ul>{items}</ul></div>')
    else:
        st.success("Nothing is missing in this step.", icon=":material/check_circle:")


def at(workbook: Workbook, origin: str) -> tuple[str, ...]:
    """Return what is wrong at exactly this field."""
    return tuple(problem.says for problem in _problems(workbook) if problem.origin == origin)


def beside(workbook: Workbook, origin: str) -> None:
    """Write the problems of one field under it, when the student has asked to see them."""
    if st.session_state.get(SHOWN) and (found := at(workbook, origin)):
        st.html(f'{_STYLE}<p class="missing" role="note">{escape(" ".join(found))}</p>')
