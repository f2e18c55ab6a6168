"""What works in a text: two or three friendly sentences that are true, with words that nothing else quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from canvas.checks.result import quotes_of, said
from canvas.models.finding import Quote, Strength
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.evidence import Evidence
from canvas.reading.facts import Facts

TYPE_NAMES = {kind: kind.value.replace("_", " ").capitalize() for kind in RelationshipType} | {
    RelationshipType.SELF_SERVICE: "Self-service",
    RelationshipType.CO_CREATION: "Co-creation",
}
_REALLY = "You say what really happens for a customer"


def works(facts: Facts, blamed: Iterable[Quote] = ()) -> tuple[Strength, ...]:
    """Return up to three strengths; empty only when the text shows nothing that could be praised honestly.

    blamed: the words that remarks quote. No strength quotes one of them, and no two strengths the same words.
    """
    free = _Free(blamed)
    found = [
        strength for strength in (_types(facts, free), _after(facts, free), _particulars(facts, free)) if strength
    ]
    if not found and any(item.sure for items in facts.types.values() for item in items) and not facts.uniform:
        found = [Strength(says=f"{_REALLY}.")]  # its words stand in a remark already
    if not found and facts.vague:
        found = [Strength(says="You have customers in mind. That is where a good section begins.")]
    return tuple(found)


class _Free:
    """The words of a text that no remark and no strength has quoted yet."""

    def __init__(self, taken: Iterable[Quote]) -> None:
        self._taken = list(taken)

    def of(self, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
        """Yield the evidence whose words nobody has quoted."""
        for item in evidence:
            if not any(item.start < one.end and one.start < item.end for one in self._taken):
                yield item

    def quoted(self, sentence: str, evidence: Iterable[Evidence]) -> Strength:
        """Return a strength, and remember its words."""
        quotes = quotes_of(evidence)
        self._taken += quotes
        return Strength(says=sentence.format(said(quotes)), quotes=quotes)


def _types(facts: Facts, free: _Free) -> Strength | None:
    firsts = (next((item for item in free.of(items) if item.sure), None) for items in facts.types.values())
    best = [item for item in firsts if item][:2]
    if not best:
        return None
    if len(quotes_of(best)) == 1:
        return free.quoted(_REALLY + ": {}.", best)
    return free.quoted("You describe different ways to treat customers: {}.", best)


def _after(facts: Facts, free: _Free) -> Strength | None:
    typed = {item.rule for items in facts.types.values() for item in items}
    own = [item for item in free.of(facts.stages[Stage.AFTER]) if item.sure and item.rule not in typed]
    sure = sorted(own, key=lambda item: -len(item.quote))[:1]
    return free.quoted("You think of the time after the purchase: {}.", sure) if sure else None


def _particulars(facts: Facts, free: _Free) -> Strength | None:
    best = list(free.of(facts.specifics))[:2]
    return free.quoted("You are concrete: {}.", best) if best else None
