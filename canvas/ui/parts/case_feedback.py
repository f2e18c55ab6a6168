"""Feedback on an attempt: what works, a card a criterion, and the facts of the case that were used."""

from __future__ import annotations

from collections.abc import Container, Sequence
from html import escape

import streamlit as st

from canvas.models.case import Case, Fact, Judgement, Outcome
from canvas.models.case_criteria import Criterion
from canvas.models.finding import Quote
from canvas.ui.parts.lesson_text import icon

_QUOTES = 5
"""Quotes on one card; more would bury the reason."""


def draw_feedback(
    case: Case, judgement: Judgement, before: Judgement | None, thought: Container[str] | None = None
) -> None:
    """Draw what works and a card a criterion.

    before: the attempt before this one, to say what is better now. thought: the criteria that the student thinks
    are met.
    """
    if judgement.says:
        st.html(f'<p class="case-says">{escape(judgement.says)}</p>')
    if judgement.works:
        st.html(works_html(judgement))
    if before:
        _draw_change(case, before, judgement)
    cards = "".join(card_html(one, judgement.criteria[one.id], thought) for one in case.criteria)
    st.html(f'<ul class="case-cards">{cards}</ul>')


def _draw_change(case: Case, before: Judgement, now: Judgement) -> None:
    """Say what is better than in the attempt before, and kindly what is not there any more."""
    better = [one.name.lower() for one in improved(case, before, now)]
    if new := [fact for fact in now.facts if fact not in before.facts]:
        better.append("one more fact" if len(new) == 1 else f"{len(new)} more facts")
    if better:
        st.success(f"Better than in your attempt before: {', '.join(better)}.", icon=":material/trending_up:")
    if lost := [one.name.lower() for one in improved(case, now, before)]:
        st.info(f"Your attempt before had this, and now it is gone: {', '.join(lost)}.", icon=":material/undo:")


def improved(case: Case, before: Judgement, now: Judgement) -> tuple[Criterion, ...]:
    """Return the criteria that are met now and were not met before."""
    return tuple(one for one in case.criteria if now.criteria[one.id].met and not before.criteria[one.id].met)


def works_html(judgement: Judgement) -> str:
    """Return what works, as a box that stands before everything else."""
    rows = "".join(f"<li>{escape(strength.says)}</li>" for strength in judgement.works)
    return f'<div class="case-works"><strong>What works</strong><ul>{rows}</ul></div>'


def card_html(criterion: Criterion, outcome: Outcome, thought: Container[str] | None = None) -> str:
    """Return one criterion as a card: its outcome, why, on which words, a question, what the student thought."""
    badge = f"{icon('check')} Met" if outcome.met else "Not yet"
    ask = f'<p class="case-ask">{escape(outcome.ask)}</p>' if outcome.ask else ""
    said = (
        "" if thought is None else f'<p class="case-thought">{_compared(outcome.met, criterion.id in thought)}</p>'
    )
    return (
        f'<li class="{"met" if outcome.met else "open"}"><span class="case-badge">{badge}</span>'
        f"<h3>{escape(criterion.name)}</h3><p>{escape(outcome.why)}</p>{_quotes_html(outcome.quotes)}{ask}{said}</li>"
    )


def _compared(met: bool, thought: bool) -> str:
    """Say how the student's own look and the program's go together."""
    if met == thought:
        return "You saw it the same way."
    if met:
        return "You did not tick this one: your answer is better here than you thought."
    return "You ticked this one. Look again, and if you still see it in your text, say it more clearly."


def draw_facts(case: Case, judgement: Judgement, *, all_in_sight: bool) -> None:
    """Draw the facts of the case below the field; those that the answer uses are lit.

    all_in_sight: the others stand beside them; else they are folded, since nobody has to use them all.
    """
    used = frozenset(judgement.facts)
    st.markdown("**Facts of the case in your answer**")
    if all_in_sight:
        st.html(facts_html(case.facts, used=used))
        return
    if used:
        st.html(facts_html([fact for fact in case.facts if fact.id in used], used=used))
    else:
        st.markdown("None yet. Two that fit your idea are enough.")
    if others := [fact for fact in case.facts if fact.id not in used]:
        with st.expander("Other facts you could use", icon=":material/lightbulb:"):
            st.html(facts_html(others, used=frozenset()))


def facts_html(facts: Sequence[Fact], *, used: frozenset[str]) -> str:
    """Return facts as chips; the used ones are lit and carry a tick."""
    return f'<ul class="case-facts">{"".join(_chip(fact, fact.id in used) for fact in facts)}</ul>'


def _chip(fact: Fact, used: bool) -> str:
    look, sign = ("used", f"{icon('check')} ") if used else ("unused", "")
    return f'<li class="{look}">{sign}{escape(fact.statement)}</li>'


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
