"""Students as a list of links to the desk, each with the sentence it is about. Names stay hidden."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

import streamlit as st

from canvas.desk.passages import Seen
from canvas.ui.parts.review_data import student_name
from canvas.web.review_known import KnownBatch

_AT_FIRST = 12


def draw_people(batch_id: str, people: KnownBatch, places: Sequence[Seen], *, key: str) -> None:
    """Draw the students in the order of marking; more than a dozen only on demand. key: of the button for all."""
    ordered = sorted(places, key=lambda place: people.numbers[people.ticket_of[place.key]])
    everybody = len(ordered) <= _AT_FIRST or st.session_state.get(f"all_{key}")
    shown = ordered if everybody else ordered[:_AT_FIRST]
    st.html(people_html(batch_id, people, shown))
    if not everybody:
        st.toggle(f"Show all {len(ordered)}", key=f"all_{key}")


def people_html(batch_id: str, people: KnownBatch, places: Sequence[Seen]) -> str:
    """Return the list as HTML; the words that a check quotes are marked, every word escaped."""
    lines = "".join(
        f'<li><a href="{desk_address(batch_id, people.ticket_of[place.key])}" target="_self">'
        f'{student_name(people, place.key)}</a> <span dir="auto">{_sentence(place)}</span></li>'
        for place in places
    )
    look = "review-people" if any(place.sentence for place in places) else "review-people only-names"
    return f'<ul class="{look}">{lines}</ul>'


def same_html(batch_id: str, people: KnownBatch, keys: Sequence[str], told: str) -> str:
    """Return the students of one group as links, and what they have in common."""
    ordered = sorted(keys, key=lambda key: people.numbers[people.ticket_of[key]])
    links = ", ".join(
        f'<a href="{desk_address(batch_id, people.ticket_of[key])}" target="_self">{student_name(people, key)}</a>'
        for key in ordered
    )
    return f"{links}: {escape(told)}"


def desk_address(batch_id: str, ticket: str) -> str:
    """Return the address of the desk with this student on it, relative to the page."""
    return f"?batch={quote(batch_id)}&amp;part=desk&amp;student={quote(ticket)}"


def _sentence(place: Seen) -> str:
    before, found, after = place.sentence.partition(place.quote) if place.quote else (place.sentence, "", "")
    mark = f"<mark>{escape(found)}</mark>" if found else ""
    return f"{escape(before)}{mark}{escape(after)}"
