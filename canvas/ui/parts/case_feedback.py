"""Feedback on an attempt: what works, a card a criterion, and the facts of the case that were used."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from canvas.models.case import Case, Criterion, Judgement, Outcome
from canvas.models.finding import Quote
from canvas.ui.parts.lesson_text import icon

_QUOTES = 5
"""Quotes on one card; more would bury the reason."""


def draw_feedback(case: Case, judgement: Judgement, before: Judgement | None = None) -> None:
    """Draw the feedback. before: the attempt before this one, to say what is better now."""
    if judgement.says:
        st.html(f'<p class="case-says">{escape(judgement.says)}</p>')
    if judgement.works:
        st.html(works_html(judgement))
    if before and (better := improved(case, before, judgement)):
        names = ", ".join(one.name.lower() for one in better)
        st.success(f"Better than in your attempt before: {names}.", icon=":material/trending_up:")
    cards = "".join(card_html(one, judgement.criteria[one.id]) for one in case.criteria)
    st.html(f'<ul class="case-cards">{cards}</ul>')
    st.subheader("Facts of the case in your answer")
    st.html(facts_html(case, judgement))


def improved(case: Case, before: Judgement, now: Judgement) -> tuple[Criterion, ...]:
    """Return the criteria that are met now and were not met before."""
    return tuple(one for one in case.criteria if now.criteria[one.id].met and not before.criteria[one.id].met)


def works_html(judgement: Judgement) -> str:
    """Return what works, as a box that stands before everything else."""
    rows = "".join(f"<li>{escape(strength.says)}</li>" for strength in judgement.works)
    return f'<div class="case-works"><strong>What works</strong><ul>{rows}</ul></div>'


def card_html(criterion: Criterion, outcome: Outcome) -> str:
    """Return one criterion as a card: its outcome, why, on which words, and a question back."""
    badge = f"{icon('check')} Met" if outcome.met else "Not yet"
    ask = f'<p class="case-ask">{escape(outcome.ask)}</p>' if outcome.ask else ""
    return (
        f'<li class="{"met" if outcome.met else "open"}"><span class="case-badge">{badge}</span>'
        f"<h3>{escape(criterion.name)}</h3><p>{escape(outcome.why)}</p>{_quotes_html(outcome.quotes)}{ask}</li>"
    )


def facts_html(case: Case, judgement: Judgement) -> str:
    """Return all facts as chips; the used ones stand out and say so in words."""
    chips = []
    for fact in case.facts:
        used = fact.id in judgement.facts
        sign = f"{icon('check')} " if used else ""
        told = "" if used else ' <span class="case-unused">(not used)</span>'
        chips.append(f'<li class="{"used" if used else "unused"}">{sign}{escape(fact.statement)}{told}</li>')
    return f'<ul class="case-facts">{"".join(chips)}</ul>'


def _quotes_html(quotes: Sequence[Quote]) -> str:
    kept = [one for one in quotes if not any(_holds(other, one) for other in quotes)]
    words = list(dict.fromkeys(" ".join(quote.quote.split()) for quote in kept))[:_QUOTES]
    if not words:
        return ""
    return f'<ul class="case-quotes">{"".join(f"<li>“{escape(one)}”</li>" for one in words)}</ul>'


def _holds(whole: Quote, part: Quote) -> bool:
    """Tell whether one quote stands inside a longer one, which says it already."""
    longer = whole.end - whole.start > part.end - part.start
    return longer and whole.start <= part.start and part.end <= whole.end
