"""So general that it fits any company.

Say who does what, how, when and for whom; then no other firm could hand in the same text.

Weak:   We offer excellent service and build strong long-term relationships with all our customers.
Better: On Tuesdays our baker Ada shows parents in the shop how to keep sourdough alive at home.
"""

from __future__ import annotations

from collections.abc import Iterator

from canvas.checks.result import clear, flagged, quotes_of, said
from canvas.models.finding import Finding
from canvas.reading.evidence import Evidence
from canvas.reading.facts import Facts
from canvas.reading.negation import Use, doubted

TITLE = "Giving very general descriptions"
ASK = "What would a neighbour see if they watched you do this? Who does what, how, and when?"
_MANY = 12
_ENOUGH = 0.115
"""Number, or share, of words that could not stand in any company's plan; below both, a text says nothing."""
_ENOUGH_WHERE_NOTHING_IS_DONE = 0.15
"""The same share, where the text names no relationship, no deed and no channel: only whom or what it is about."""
_FEWEST = 2
_SHORT = 16
"""A list of fewer words than this needs two words of its own: one in eight would else be enough."""
_WORTH = 2
"""Own words that a figure or a time is worth, where the same sentence shows a relationship."""

_WHAT_IS_MISSING = {
    False: "These are headings and questions; what your business does is still to come.",
    True: "A reader cannot see yet who does what here, how and when.",
}
"""By whether the text has anything but headings and questions."""


def judge(facts: Facts) -> Finding:
    """Weigh the words that belong to this business alone against all words, relative to the length of the text."""
    words = max(1, facts.words)
    own = sum(facts.own_words) + _WORTH * len(_timed(facts))
    if own >= _MANY or (own / words >= _enough(facts) and (own >= _FEWEST or words >= _SHORT)):
        return clear(facts.specifics[:2])
    denied = {item.unit for item, use in facts.unused if use is Use.NEGATED}
    vague = [item for item in facts.vague if item.unit not in denied]
    evidence = (*facts.uniform, *vague) or tuple(_whole_units(facts))
    if not evidence:
        return flagged(
            missing="a sentence that says who does what, how and when",
            why=_WHAT_IS_MISSING[any(unit.counts for unit in facts.units)],
            ask=ASK,
        )
    return flagged(
        evidence=evidence,
        why=f"You write {said(quotes_of(evidence))}: nearly every company could say the same.",
        ask=ASK,
    )


def _enough(facts: Facts) -> float:
    done = (*facts.types, *facts.deeds, *facts.channels, *facts.promotion, *facts.hints)
    return _ENOUGH if done else _ENOUGH_WHERE_NOTHING_IS_DONE


def _timed(facts: Facts) -> set[int]:
    """Return the units that say with a figure or a time when a customer gets something."""
    shown = {item.unit for items in facts.types.values() for item in items}
    return {item.unit for item in facts.specifics} & shown


def _whole_units(facts: Facts) -> Iterator[Evidence]:
    """Yield the emptiest sentences themselves, where no single phrase is to blame; what is denied is a choice."""
    for index, unit in enumerate(facts.units):
        if unit.counts and not facts.own_words[index] and not doubted(unit.words):
            quote = facts.text[unit.start : unit.end]
            yield Evidence(
                unit.start, unit.end, quote, index, True, "", "Nothing here belongs to this business alone."
            )
