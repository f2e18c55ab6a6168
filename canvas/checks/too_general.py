"""So general that it fits any company.

Say who does what, how, when and for whom; then no other firm could hand in the same text.

Weak:   We offer excellent service and build strong long-term relationships with all our customers.
Better: On Tuesdays our baker Ada shows parents in the shop how to keep sourdough alive at home.
"""

from __future__ import annotations

from canvas.checks.result import clear, flagged, quotes_of, said
from canvas.models.finding import Finding
from canvas.reading.facts import Facts

TITLE = "Too general"
ASK = "What would a neighbour see if they watched you do this? Who does what, how, and when?"


def judge(facts: Facts) -> Finding:
    """Weigh particulars against vague words, relative to the length of the text."""
    if facts.specifics or not facts.vague:
        return clear(facts.specifics[:2])
    return flagged(
        evidence=facts.vague,
        why=f"You write {said(quotes_of(facts.vague))}: nearly every company could say the same.",
        ask=ASK,
    )
