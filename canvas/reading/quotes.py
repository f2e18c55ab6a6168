"""The words of a quote: whole, without a conjunction, question word or open bracket at an end."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.reading.units import Word

_NOT_FIRST = frozenset("and or but who which that where while whereas".split())
_NOT_LAST = frozenset(
    "and or but who which that where while whereas whose because so the a an of what how when if than".split()
)
_HALVES = frozenset("web mobile digital".split())
"""Half of a name, where one of `_WHOLE` follows: `web portal`."""
_WHOLE = frozenset("portal app shop site page application platform form store service dashboard tool".split())
_BRACKETS = {"(": ")", "[": "]"}


_GOES_ON = frozenset("every each all any the a an our your their his her its this these those one".split())
"""After these a reader waits for the word they belong to."""
_PREPOSITIONS = frozenset("by at with on in from via through for to".split())
"""At the end of a quote these draw the next words to them, up to a pause: `Delivery by DHL`."""
_MEASURES = frozenset("more than less least about up".split())
_FOLLOW = 4
"""Words that a preposition draws at most."""


def trimmed(text: str, all_words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return start and end of what to quote of the words first..last; at least one word stays."""
    while last + 1 < len(all_words) and all_words[last].text in _GOES_ON and all_words[last + 1].text:
        last += 1
    last = _with_its_noun(all_words, last)
    if last + 1 < len(all_words) and all_words[last].text in _HALVES and all_words[last + 1].text in _WHOLE:
        last += 1
    if last - first > 1 and all_words[last - 1].sign == "–":
        last = _to_the_pause(all_words, last)
    words = all_words[first : last + 1]
    first, last = 0, len(words) - 1
    while first < last and (not words[first].text or words[first].text in _NOT_FIRST):
        first += 1
    while last > first and (not words[last].text or words[last].text in _NOT_LAST):
        last -= 1
    start, end = words[first].start, words[last].end
    quote = text[start:end]
    for opening, closing in _BRACKETS.items():
        if quote.count(opening) > quote.count(closing):
            if text[end : end + 1] == closing:
                return start, end + 1
            opened = start + quote.rindex(opening)
            before = [word for word in words[first : last + 1] if word.text and word.end <= opened]
            return (start, before[-1].end) if len(before) > 1 else (opened + 1, end)
    return start, end


def _with_its_noun(words: Sequence[Word], last: int) -> int:
    """Return the last word of a quote that would end with a preposition, or the place given."""
    if words[last].text not in _PREPOSITIONS:
        return last
    for index in range(last + 1, min(last + 1 + _FOLLOW, len(words))):
        if not words[index].text:
            break
        last = index
        if words[index].text not in _GOES_ON | _MEASURES and not words[index].text[0].isdigit():
            break
    return last


def _to_the_pause(words: Sequence[Word], last: int) -> int:
    """Return the last word before the next pause, for a word after a dash: `Self-service – app download`."""
    for index in range(last + 1, min(last + 1 + _FOLLOW, len(words))):
        if not words[index].text:
            break
        last = index
    return last
