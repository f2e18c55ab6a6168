"""Which of several columns a batch belongs to, told by their titles; a guess is always named."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AFTER_TITLE = re.compile(r"\s*(?:\(\d+\)|\[Total Pts:.*)\s*$", re.DOTALL)
_LESSON = "customerrelationship"
_FEWEST = 4
"""Letters a title must have to be known again."""


def likely_column(columns: Sequence[str], title: str) -> str:
    """Return the column whose title stands in the title of the batch, else the one named after the lesson.

    "" where none does, or several do: a mark in a wrong column is worse than a question.
    """
    named, whole = {column: _letters(_AFTER_TITLE.sub("", column)) for column in columns}, _letters(title)
    held = {column: letters for column, letters in named.items() if len(letters) >= _FEWEST and letters in whole}
    longest = max(map(len, held.values()), default=0)
    found = [column for column, letters in held.items() if len(letters) == longest]
    found = found or [column for column, letters in named.items() if _LESSON in letters]
    return found[0] if len(found) == 1 else ""


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
