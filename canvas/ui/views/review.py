"""Review: the batches, and for one of them the desk, the class, the rubric, second marking and the way back."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import streamlit as st

from canvas.errors import StaleRevisionError
from canvas.models.review import Batch
from canvas.ui import state
from canvas.ui.editor.desk_component import review_desk, reviewer_door
from canvas.ui.parts import (
    review_back,
    review_batches,
    review_class,
    review_joining,
    review_name,
    review_rubric,
    review_second,
    review_similar,
)
from canvas.ui.parts.plain import plain
from canvas.ui.parts.theme import STATIC, fold_menu
from canvas.web.reviewers import may_review
from canvas.web.workspace_cookie import workspace_key

BATCH, STUDENT, PART = "batch", "student", "part"
"""What the address of the page names, so that a reload shows the same again."""


_NEEDED = 1200
"""Pixels of a window in which the desk has room beside the menu."""


class Part(StrEnum):
    """What can be done with a batch; the value stands in the address."""

    DESK = "desk"
    CLASS = "class"
    SIMILAR = "similar"
    RUBRIC = "rubric"
    SECOND = "second"
    BACK = "back"


_NAMES = {
    Part.DESK: "Desk",
    Part.CLASS: "Class",
    Part.SIMILAR: "Similar",
    Part.RUBRIC: "Rubric",
    Part.SECOND: "Second reader",
    Part.BACK: "Give back",
}
_DRAWN: dict[Part, Callable[[Batch], None]] = {
    Part.CLASS: review_class.draw,
    Part.SIMILAR: review_similar.draw,
    Part.RUBRIC: review_rubric.draw,
    Part.SECOND: review_second.draw,
    Part.BACK: review_back.draw,
}


def render() -> None:
    """Draw the page; whoever is no reviewer sees only the door."""
    st.html(STATIC / "review.css")
    if not may_review(st.context.headers, state.now()):
        _draw_door()
        return
    chosen = st.query_params.get(BATCH)
    if not chosen:
        st.title("Review")
        review_batches.draw(open_batch)
        return
    try:
        head = state.store().batch_head(chosen)
    except StaleRevisionError:
        st.query_params.clear()
        st.rerun()
    _draw_batch(head)


def open_batch(batch_id: str, part: Part = Part.DESK, student: str = "") -> None:
    """Show a batch with the next run."""
    st.query_params.from_dict({BATCH: batch_id, PART: part.value} | ({STUDENT: student} if student else {}))


def _draw_door() -> None:
    st.title("Review")
    st.markdown("This page is for reviewers. Students' work is shown only after the passphrase.")
    reviewer_door(workspace_key(state.workspace()))


def _draw_batch(head: Batch) -> None:
    fold_menu(f"desk {head.id}", _NEEDED, "fold_menu_desk")
    with st.container(key="review_head", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("All batches", icon=":material/arrow_back:", type="tertiary", key="all_batches", on_click=_leave)
        st.markdown(f"**{plain(head.title, 60)}**", width="stretch")
        part = _chosen_part()
        review_name.draw()
    if told := st.session_state.pop(review_joining.TOLD, ""):
        st.info(told, icon=":material/upload_file:")
    with st.container(key=f"review_{part.value}"):
        if part is Part.DESK:
            ticket = st.query_params.get(STUDENT, "")
            review_desk(head.id, workspace_key(state.workspace()), review_name.reviewer(), ticket)
        else:
            _DRAWN[part](head)


def _chosen_part() -> Part:
    """Draw the choice of what to do, and return it; the address remembers it."""
    here = st.query_params.get(PART, "")
    first = Part(here) if here in set(Part) else Part.DESK
    if st.session_state.get(PART) is None or st.session_state.get(PART) != first:
        st.session_state[PART] = first
    st.segmented_control(
        "What to do",
        list(Part),
        format_func=_NAMES.__getitem__,
        key=PART,
        label_visibility="collapsed",
        on_change=_turn,
    )
    return first


def _turn() -> None:
    """Go to the chosen part; clicking the one that is shown changes nothing."""
    if chosen := st.session_state.get(PART):
        st.query_params.from_dict({BATCH: st.query_params[BATCH], PART: Part(chosen).value})


def _leave() -> None:
    st.query_params.clear()
