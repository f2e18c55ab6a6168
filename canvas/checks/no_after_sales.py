"""Nothing happens after the sale.

A relationship goes on once the customer has paid: help, returns, follow-up, thanks.

Weak:   Our staff advise every visitor in the shop, and the web shop takes orders day and night.
Better: Two weeks after a purchase our staff call and ask how the bicycle runs.
"""

from __future__ import annotations

from canvas.checks.result import UNREAD, clear, flagged, quotes_of, said
from canvas.models.finding import Finding
from canvas.models.vocabulary import Stage
from canvas.reading.facts import Facts

TITLE = "Ignoring after-sales service"
ASK = "What does a customer get from you one week after paying?"


def judge(facts: Facts) -> Finding:
    """Flag a section that names no contact after the purchase; ask where the evidence is only probable."""
    found = facts.stages[Stage.AFTER]
    if sure := [item for item in found if item.sure]:
        return clear(sure)
    if found:
        words = said(quotes_of(found[:1]))
        return clear(found, f"Does {words} happen after a customer has paid? Then say so, and what they get.")
    if facts.untold >= UNREAD:
        return clear(ask=ASK)
    return flagged(
        missing="any contact after the purchase",
        why="The text says how customers are won or served, but nothing about the time after they have paid.",
        ask=ASK,
    )
