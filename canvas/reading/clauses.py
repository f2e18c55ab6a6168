"""Where a sentence begins a statement of its own, so that one half of it does not speak for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.reading.units import Word

BREAKS = frozenset("but however although though whereas while".split())
"""Words that begin a clause of their own; besides them only a pause does."""
_ACTORS = frozenset(
    "we us our ours i my me they them their theirs you your he him his she her hers it its who whoever everyone "
    "everybody anyone someone somebody one each whose whom themselves himself herself yourself "
    "that when if while until".split()
)
"""Words of a sentence in which somebody does something; a note in a list has none of them."""
_FEWEST_PAUSES = 2
"""Commas from which on a note is a list of several."""
_SUBJECTS = frozenset("we you they he she it i".split())
_AFTER_A_PAUSE = _SUBJECTS | BREAKS | frozenset("our us ours my so and each every the a".split())
"""What follows a pause with which a new clause begins."""
_AFTER_A_COLON = BREAKS | frozenset("our my so the".split())
"""What follows a colon with which a new statement begins; `a torn tent: we mend it` is one of two halves."""


def begins_a_clause(words: Sequence[Word], index: int) -> bool:
    """Tell whether a clause begins with this word or pause: `… , but`, `… : we`."""
    text = words[index].text
    if text:
        return text in BREAKS
    return any(word.text in _AFTER_A_PAUSE for word in words[index + 1 : index + 2])


def clause_starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield the places at which a clause begins, the first word not among them; `… and we` begins one too.

    In a list of notes each of them is a clause: `forum for members, e-mail support, AI chat`.
    """
    listed = _lists(words)
    for index in range(1, len(words)):
        text = words[index].text
        if text == "and":
            begins = index + 1 < len(words) and words[index + 1].text in _SUBJECTS
        elif text and text not in BREAKS:
            continue
        else:
            begins = (listed and words[index].sign == ",") or begins_a_clause(words, index)
        if begins:
            yield index


def closes_a_statement(words: Sequence[Word], index: int) -> bool:
    """Tell whether a new statement follows this colon: `All get the same: our staff …`."""
    return words[index].sign == ":" and index + 1 < len(words) and words[index + 1].text in _AFTER_A_COLON


def tells(words: Sequence[Word]) -> bool:
    """Tell whether this is a sentence about somebody, not a note such as "New markets, product categories"."""
    return not _ACTORS.isdisjoint([word.text for word in words])


def _lists(words: Sequence[Word]) -> bool:
    return len([word for word in words if word.sign == ","]) >= _FEWEST_PAUSES and not tells(words)
