"""Where a sentence begins a statement of its own, so that one half of it does not speak for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.reading.units import Word

BREAKS = frozenset("but however although though whereas while".split())
"""Words that begin a clause of their own; besides them only a pause does."""
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
    """Yield the places at which a clause begins, the first word not among them; `… and we` begins one too."""
    for index in range(1, len(words)):
        text = words[index].text
        if text == "and":
            if index + 1 < len(words) and words[index + 1].text in _SUBJECTS:
                yield index
        elif (not text or text in BREAKS) and begins_a_clause(words, index):
            yield index


def closes_a_statement(words: Sequence[Word], index: int) -> bool:
    """Tell whether a new statement follows this colon: `All get the same: our staff …`."""
    return words[index].sign == ":" and index + 1 < len(words) and words[index + 1].text in _AFTER_A_COLON
