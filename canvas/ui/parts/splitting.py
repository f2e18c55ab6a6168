"""Several groups typed as one segment, "market sellers, taxi drivers": an offer to make them one segment each."""

from __future__ import annotations

import secrets

import streamlit as st

from canvas.models import limits
from canvas.models.workbook import Segment, Workbook
from canvas.ui import state
from canvas.ui.parts.plain import plain
from canvas.writing import edits

OFFERED = "segment_to_split"
"""Session key of the segment that was typed with commas last."""


def new_id() -> str:
    """Return an id for a new segment."""
    return f"segment-{secrets.token_hex(3)}"


def groups_in(name: str) -> list[str]:
    """Return the different groups of people that commas separate in a name."""
    return list(dict.fromkeys(part for raw in name.split(",") if (part := raw.strip())))


def draw(workbook: Workbook, segment: Segment) -> None:
    """Ask, under the segment that was typed last, whether its commas separate several segments."""
    groups = groups_in(segment.name)
    room = limits.SEGMENTS - len(workbook.venture.segments) + 1
    if st.session_state.get(OFFERED) != segment.id or not 2 <= len(groups) <= room:
        return
    with st.container(border=True, key=f"split_{segment.id}"):
        named = ", ".join(f"“{plain(group, 30)}”" for group in groups)
        st.markdown(f"Are these {len(groups)} segments? {named}")
        with st.container(horizontal=True):
            st.button(f"Make {len(groups)} segments", key="split_yes", on_click=_split, args=(segment.id, groups))
            st.button("Keep as one", key="split_no", on_click=offer, args=("",))


def offer(segment_id: str) -> None:
    """Remember which segment to ask about; "" for none."""
    st.session_state[OFFERED] = segment_id


def _split(segment_id: str, groups: list[str]) -> None:
    """Give the segment its first name and add the others; what was planned for it stays with the first."""
    workbook = edits.rename_segment(state.workbook(), segment_id, groups[0])
    for group in groups[1:]:
        workbook = edits.add_segment(workbook, group, new_id())
    state.change(workbook, reason="segment split")
    offer("")
