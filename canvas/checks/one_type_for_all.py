"""One relationship for everybody.

Customers differ: some want a person, some want to do it alone, some want to meet others.

Weak:   Our staff advise every visitor in the shop and answer questions on the phone after the purchase.
Better: Our staff advise every visitor in the shop, and riders help each other in our club forum.
"""

from __future__ import annotations

from collections.abc import Sequence

from canvas.checks.result import UNREAD, clear, flagged, quotes_of, said
from canvas.checks.works import TYPE_NAMES
from canvas.models.finding import Finding
from canvas.models.vocabulary import RelationshipType
from canvas.reading.evidence import Evidence
from canvas.reading.facts import PARTICULAR, Facts

TITLE = "Using only one type of relationship for all customers"
_PLAUSIBLE = 3
"""Types and hints together from which on a second type is plausible: then it asks instead of flagging."""
_PERSONS = {RelationshipType.PERSONAL_ASSISTANCE, RelationshipType.DEDICATED_PERSONAL_ASSISTANCE}
ASK = "Which of your customers would like to be treated in another way, and how?"


def judge(facts: Facts) -> Finding:
    """Flag a section that describes one type or none, or says that all get the same beside less than three."""
    best = [items[0] for items in facts.types.values()]
    if facts.uniform and len(best) < 3:
        return flagged(
            evidence=facts.uniform,
            why=f"You write {said(quotes_of(facts.uniform), 1)}: every customer gets one and the same.",
            ask=ASK,
        )
    if len(best) >= 2:
        doubtful = [items[0] for items in facts.types.values() if not items[0].sure]
        ask = None
        if len(best) - len(doubtful) < 2:
            ask = f"Say more about {said(quotes_of(doubtful), 1)}: who gets it, and what happens?"
        return clear(best, ask)
    named = [item for item in facts.hints if item.sure and _type_named(item) not in facts.types]
    if len(best) + len({item.rule for item in named}) >= 2:
        return clear(best, _is_it_meant(named))
    if len(best) + len({item.rule for item in facts.hints}) >= _PLAUSIBLE:
        return clear(best, _is_it_meant(facts.hints))
    if len(best) + len(facts.perhaps) >= 2:
        return clear(best, _is_it_meant(facts.perhaps))
    if facts.unread >= UNREAD or _second_deed(facts):
        return clear(best, ASK)
    if not best:
        return flagged(
            missing="a relationship type that the text really describes",
            why="The text does not yet say what you do for a customer: no help, service, community or the like.",
            ask="What does your business do for its customers, and for which of them?",
        )
    name = TYPE_NAMES[next(iter(facts.types))]
    is_one = "is" if best[0].sure else "seems to be"
    return flagged(
        evidence=best,
        missing="a second relationship type",
        why=f"Everything here {is_one} one type, {name}: you write {said(quotes_of(best), 1)}.",
        ask=ASK,
    )


def _type_named(hint: Evidence) -> RelationshipType | None:
    """Return the type that a hint names: its rule is called after it ("communities-named")."""
    name = hint.rule.removesuffix("-named").replace("-", "_")
    return next((kind for kind in RelationshipType if kind.value == name), None)


def _is_it_meant(hints: Sequence[Evidence]) -> str:
    return f"Is {said(quotes_of(hints[:1]))} meant as another relationship? Say who does it and how."


def _second_deed(facts: Facts) -> bool:
    """Tell whether somebody does something for a customer where no type was found: it may be the first or second.

    Where the one type found is a person's help, such a deed is more of the same.
    """
    if set(facts.types) & _PERSONS:
        return False
    typed = {item.unit for items in facts.types.values() for item in items}
    return any(item.unit not in typed and facts.own_words[item.unit] >= PARTICULAR for item in facts.deeds)
