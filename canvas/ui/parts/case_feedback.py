"""Feedback on an attempt: what works, a card a criterion, and the facts of the case that were used."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from canvas.models.case import Case, Fact, Judgement, Outcome
from canvas.models.case_criteria import Criterion
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
    _draw_facts(case, judgement)


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


def _draw_facts(case: Case, judgement: Judgement) -> None:
    """Draw the facts that the answer uses; the others are folded, since nobody has to use them all."""
    used = [fact for fact in case.facts if fact.id in judgement.facts]
    others = [fact for fact in case.facts if fact.id not in judgement.facts]
    if used:
        st.html(facts_html(used, used=True))
    else:
        st.markdown("None yet. Two that fit your idea are enough.")
    if others:
        with st.expander("Other facts you could use", icon=":material/lightbulb:"):
            st.html(facts_html(others, used=False))


def facts_html(facts: Sequence[Fact], *, used: bool) -> str:
    """Return facts as chips; the used ones carry a tick."""
    sign = f"{icon('check')} " if used else ""
    look = "used" if used else "unused"
    chips = "".join(f'<li class="{look}">{sign}{escape(fact.statement)}</li>' for fact in facts)
    return f'<ul class="case-facts">{chips}</ul>'


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
