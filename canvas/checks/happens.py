"""What happens for a customer in a text, and what only speaks of it: what a revision is measured by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from canvas.models.finding import Quote
from canvas.reading.evidence import FREE_WORDING, Evidence
from canvas.reading.facts import Facts
from canvas.reading.places import Places


def happens(facts: Facts) -> tuple[Quote, ...]:
    """Return the words that show a type, a stage or a deed, in the order of the text; advertising is none."""
    shown = (*facts.types.values(), *facts.stages.values(), facts.deeds)
    adverts = Places(facts.promotion)
    return _quotes(
        item for items in shown for item in items if item.rule != FREE_WORDING and adverts.over(item) is None
    )


def attempts(facts: Facts) -> tuple[Quote, ...]:
    """Return the words that speak of customers without showing what happens: praise, hints, what is negated."""
    negated = (item for item, _ in facts.unused)
    return _quotes((*facts.vague, *facts.uniform, *facts.hints, *negated))


def _quotes(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    return tuple(Quote(quote=item.quote, start=item.start, end=item.end) for item in _apart(evidence))


def _apart(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield evidence from left to right, the longest words first and nothing that overlaps."""
    end = 0
    for item in sorted(evidence, key=lambda item: (item.start, -item.end)):
        if item.start >= end:
            end = item.end
            yield item
