"""What works in a text: two or three friendly sentences that are true, each with the words it is about."""

from __future__ import annotations

from canvas.checks.result import quotes_of, said
from canvas.models.finding import Strength
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.facts import Evidence, Facts

TYPE_NAMES = {kind: kind.value.replace("_", " ").capitalize() for kind in RelationshipType} | {
    RelationshipType.SELF_SERVICE: "Self-service",
    RelationshipType.CO_CREATION: "Co-creation",
}
_MOST = 3


def works(facts: Facts) -> tuple[Strength, ...]:
    """Return up to three strengths; empty only when the text shows nothing that could be praised honestly."""
    found = [strength for strength in (_types(facts), _after(facts), _particulars(facts)) if strength]
    if not found and facts.vague:
        evidence = facts.vague[:1]
        found = [_strength("You have customers in mind: {}. That is where a good section begins.", evidence)]
    return tuple(found[:_MOST])


def _strength(sentence: str, evidence: tuple[Evidence, ...] | list[Evidence]) -> Strength:
    quotes = quotes_of(evidence)
    return Strength(says=sentence.format(said(quotes)), quotes=quotes)


def _types(facts: Facts) -> Strength | None:
    best = [items[0] for items in facts.types.values() if items[0].sure][:2]
    if not best:
        return None
    if len(quotes_of(best)) == 1:
        return _strength("You say what really happens for a customer: {}.", best)
    return _strength("You describe different ways to treat customers: {}.", best)


def _after(facts: Facts) -> Strength | None:
    typed = {item.rule for items in facts.types.values() for item in items}
    own = [item for item in facts.stages[Stage.AFTER] if item.sure and item.rule not in typed]
    sure = sorted(own, key=lambda item: -len(item.quote))[:1]
    return _strength("You think of the time after the purchase: {}.", sure) if sure else None


def _particulars(facts: Facts) -> Strength | None:
    best = facts.specifics[:2]
    return _strength("You are concrete: {}.", best) if best else None
