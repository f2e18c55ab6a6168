"""What the plan now says differently: offered sentence by sentence, never forced on the draft."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.workbook import Workbook
from canvas.ui import state
from canvas.writing.draft import Offer, decline, offers, take
from canvas.writing.section import GAP

_AT_ONCE = 2
"""Offers shown at once; more would push the draft itself off the screen."""
_STYLE = """<style>
.offer{overflow-wrap:anywhere;line-height:1.55}
.offer p{margin:.15rem 0}
.offer .was{color:#4b5563}
.offer .was s{text-decoration-color:#8a3a0a}
.offer .now{font-weight:500;border-left:4px solid #0f6e66;padding-left:.7rem}
</style>"""


def draw_offers() -> None:
    """Draw every open offer as a card with its two answers; nothing when the draft and the plan agree."""
    open_offers = offers(state.workbook())
    if not open_offers:
        return
    st.header("Your plan has changed")
    st.markdown("The draft is yours, so nothing was changed in it. Take over what you like.")
    for offer in open_offers[:_AT_ONCE]:
        _draw(offer)
    if rest := open_offers[_AT_ONCE:]:
        with st.expander(
            f"{len(rest)} more {'change' if len(rest) == 1 else 'changes'}",
            icon=":material/more_horiz:",
            key="more_offers",
        ):
            for offer in rest:
                _draw(offer)
    if len(open_offers) > 1:
        with st.container(horizontal=True, key="all_offers"):
            st.button(
                "Take all over", key="take_all", icon=":material/done_all:", on_click=_answer_all, args=(True,)
            )
            st.button("Keep my text everywhere", key="decline_all", on_click=_answer_all, args=(False,))


def _draw(offer: Offer) -> None:
    with st.container(border=True, key=f"offer.{offer.origin}", gap="small"):
        st.html(f'{_STYLE}<div class="offer">{told_html(offer, state.workbook())}</div>')
        with st.container(horizontal=True):
            st.button(
                _label(offer),
                key=f"take.{offer.origin}",
                icon=":material/check:",
                on_click=_answer,
                args=(offer, True),
            )
            st.button("Keep my text", key=f"decline.{offer.origin}", on_click=_answer, args=(offer, False))


def told_html(offer: Offer, workbook: Workbook) -> str:
    """Return what was, what is now, and what taking it over would do."""
    gap = GAP.search(offer.before) is not None
    was = f'<p class="was" dir="auto"><s>{escape(offer.before)}</s></p>'
    if not offer.now:
        if not gap:
            return f"<p>Your plan no longer says this:</p>{was}"
        reason = (
            "You have answered this." if _is_planned(offer.origin, workbook) else "Your plan has no place for it."
        )
        return f"<p>{reason} The placeholder can go.</p>{was}"
    told = "You have answered this:" if gap else "Your plan now says:"
    now = f'<p>{told}</p><p class="now" dir="auto">{escape(offer.now)}</p>'
    if not offer.before or (gap and not offer.in_draft):
        return now
    if offer.in_draft:
        return f'{now}<p class="was" dir="auto">In place of: <s>{escape(offer.before)}</s></p>'
    return (
        f'{now}<p class="was">You have changed the old sentence, so it stays. This one would stand beside it.</p>'
    )


def _is_planned(origin: str, workbook: Workbook) -> bool:
    """Say whether the plan still has the field; a relationship that was taken away has none."""
    match origin.split("."):
        case ["commitments", segment_id, kind, _]:
            return any((item.segment, item.type) == (segment_id, kind) for item in workbook.commitments)
        case ["venture", "segments", segment_id, _]:
            return any(segment.id == segment_id for segment in workbook.venture.segments)
    return True


def _label(offer: Offer) -> str:
    if not offer.now:
        return "Take it out"
    return "Take over" if offer.in_draft else "Add it"


def _answer(offer: Offer, accepts: bool) -> None:
    state.change(_answered(state.workbook(), offer, accepts), reason=_reason(accepts))


def _answer_all(accepts: bool) -> None:
    """Answer every offer, also those that only come up through another one; each origin once."""
    workbook, answered = state.workbook(), set()
    while left := [offer for offer in offers(workbook) if offer.origin not in answered]:
        answered.add(left[0].origin)
        workbook = _answered(workbook, left[0], accepts)
    state.change(workbook, reason=_reason(accepts))


def _answered(workbook: Workbook, offer: Offer, accepts: bool) -> Workbook:
    return take(workbook, offer) if accepts else decline(workbook, offer)


def _reason(accepts: bool) -> str:
    return "offer taken over" if accepts else "offer declined"
