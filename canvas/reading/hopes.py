"""Words that make a deed a hope: perhaps, one day, an option for later."""

from __future__ import annotations

_PERHAPS = frozenset(
    "might conceivably perhaps maybe possibly potentially someday hypothetically theoretically".split()
)
_MAY = frozenset(("may", "could"))
_SOME_DAY = frozenset("later future someday eventually".split())
"""With `may be` or `could be`: a wish for some later time."""
_PERHAPS_PHRASES = (
    "some kind of",
    "could be considered",
    "may be considered",
    "one day we",
    "will one day",
    "perhaps one day",
    "some day",
    "may or may not",
    "it is possible that",
    "been thinking",
    "been mooted",
    "is conceivable",
    "could conceivably",
    "may include",
    "idea for later",
    "idea of a",
    "not decided",
    "not sure",
    "don't know yet",
    "dont know yet",
    "may come",
    "we may",
    "we could also",
    "we could one day",
    "could be introduced",
    "could be added",
    "could also be",
    "may be introduced",
    "may be added",
    "think about",
    "thinking about",
    "thought about",
    "are considering",
    "consider adding",
    "if money allows",
    "if there is demand",
    "could one day",
    "it would be possible",
    "would be nice",
    "has not been decided",
    "option for later",
    "option for the future",
    "plan for later",
    "thing for later",
    "there's talk of",
    "is talk of",
    "was talk of",
    "been talk of",
    "further down the road",
    "down the road we",
    "down the road maybe",
    "could be we",
    "could be that we",
    "on our wish list",
    "toy with",
    "toying with",
    "playing with the idea",
    "remains to be seen",
    "remains open whether",
    "is not decided",
)
_BY_HEDGE = {
    hedge: [f" {phrase} " for phrase in _PERHAPS_PHRASES if max(phrase.split(), key=len) == hedge]
    for hedge in {max(phrase.split(), key=len) for phrase in _PERHAPS_PHRASES}
}
"""The phrases by their longest word; without that word there is nothing to look for."""


def hoped_for(whole: list[str], first: int, last: int) -> bool:
    """Tell whether words around first..last say that it is only a perhaps or a wish for some later time."""
    near = whole[max(0, first - 14) : last + 9]
    if not _PERHAPS.isdisjoint(near):
        return True
    if "be" in near and not _MAY.isdisjoint(near) and not _SOME_DAY.isdisjoint(whole):
        return True
    hedges = _BY_HEDGE.keys() & near
    if not hedges:
        return False
    joined = f" {' '.join(near)} "
    return any(phrase in joined for hedge in hedges for phrase in _BY_HEDGE[hedge])
