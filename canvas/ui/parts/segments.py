"""The list of customer segments: add one, rename it, say what it needs, remove it after a question."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from canvas.models import limits
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Segment, Workbook
from canvas.ui import state
from canvas.ui.parts import fields, length, problems, splitting
from canvas.ui.parts.plain import plain
from canvas.writing import edits

NEW = "new_segment"
"""Session key of the field that adds a segment."""
ASKED = "segment_to_remove"
"""Session key of the segment whose removal is asked about."""


def draw(workbook: Workbook, names: Mapping[RelationshipType, str]) -> None:
    """Draw a row a segment and the field for one more. names: how each relationship type is called."""
    for number, segment in enumerate(workbook.venture.segments, start=1):
        _row(number, segment)
        splitting.draw(workbook, segment)
        if st.session_state.get(ASKED) == segment.id:
            _question(workbook, segment, names)
    problems.beside(workbook, "venture.segments")
    if len(workbook.venture.segments) < limits.SEGMENTS:
        typed = st.text_input(
            "Add a customer segment",
            key=NEW,
            placeholder="A group of people or firms; press Enter to add it",
            on_change=_add,
        )
        length.beside(typed, limits.NAME)
    else:
        st.caption(f"{limits.SEGMENTS} segments are the most a plan can hold. Two or three are plenty.")


def called(segment: Segment, number: int) -> str:
    """Return the name to show for a segment, also when it has none yet."""
    return segment.name.strip() or f"Segment {number}"


def _row(number: int, segment: Segment) -> None:
    name, needs, count, remove = st.columns([3.2, 4.6, 3, 1.5], vertical_alignment="bottom")
    origin = f"venture.segments.{segment.id}"
    with name:
        fields.line(f"{origin}.name", f"Segment {number}")
    with needs:
        fields.line(f"{origin}.needs", f"What segment {number} needs (optional)")
    with count:
        _count(number, segment)
    with remove, st.container(key=f"remove_{segment.id}"):
        st.button(
            "Remove",
            key=f"remove.{segment.id}",
            help=f"Remove {plain(called(segment, number))}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_ask,
            args=(segment.id,),
        )


def customers(count: int) -> str:
    """Return a number as it was read, for example “20 000 customers”: no sign in it means different things."""
    return "1 customer" if count == 1 else f"{count:,} customers".replace(",", "\N{NO-BREAK SPACE}")


def _count(number: int, segment: Segment) -> None:
    """Draw the field for the number of customers; it feeds the questions "Is this realistic?".

    A browser may read “20.000” as 20, so the label says the number as it was read.
    """
    key = fields.key_of(f"venture.segments.{segment.id}.customer_count")
    size = st.session_state.get(key, segment.customer_count)
    typed = st.number_input(
        f"Size of segment {number} (optional)" if size is None else f"Segment {number}: {customers(size)}",
        min_value=0,
        max_value=limits.CUSTOMERS,
        value=segment.customer_count,
        step=1,
        key=key,
        placeholder="About how many?",
        help="Write the number without points, commas or spaces: 20000.",
        persist_state="session",
    )
    if typed != segment.customer_count:
        state.change(edits.set_segment(state.workbook(), segment.id, "customer_count", typed))


def _question(workbook: Workbook, segment: Segment, names: Mapping[RelationshipType, str]) -> None:
    """Ask before a segment goes, and say what goes with it."""
    lost = [names[one.type] for one in workbook.commitments if one.segment == segment.id]
    with st.container(border=True, key=f"question_{segment.id}"):
        name = segment.name.strip() or "this segment"
        st.text(f"Remove “{name}”? " + (f"These relationships go with it: {', '.join(lost)}." if lost else ""))
        with st.container(horizontal=True):
            st.button("Yes, remove", key="remove_yes", type="primary", on_click=_remove, args=(segment.id,))
            st.button("Keep", key="remove_no", on_click=_ask, args=(None,))


def _add() -> None:
    """Add what was typed as a segment, and empty the field for the next one."""
    name = str(st.session_state.get(NEW, "")).strip()
    if name and length.fits(name, limits.NAME) and len(state.workbook().venture.segments) < limits.SEGMENTS:
        added = splitting.new_id()
        state.change(edits.add_segment(state.workbook(), name, added))
        splitting.offer(added)
        st.session_state[NEW] = ""


def _ask(segment_id: str | None) -> None:
    st.session_state[ASKED] = segment_id


def _remove(segment_id: str) -> None:
    state.change(edits.remove_segment(state.workbook(), segment_id), reason="segment removed")
    _ask(None)
