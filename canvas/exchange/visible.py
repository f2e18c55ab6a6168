"""The visible text of a document, compared without what programs change by themselves: spaces, marks of lists.

There is one way to it: the reader of the format, and `visible_words`. It is used on the document that was just
made and on the file that comes back.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only a file that is an export needs its models
    from canvas.models.intake import TextChange

_MARKS = frozenset("- – — • · * + o # ## ### #### ##### ###### > | ▪ ◦ ‣ ● ○ ■".split())
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTEXT = 4_000
"""Words up to which two texts are compared word by word; longer ones are first cut at what they share."""


def visible_words(text: str) -> list[str]:
    """Return the words of a text as a reader sees them, in order, without marks of lists and headings."""
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return [word for word in seen.split() if word not in _MARKS]


def visible_hash(text: str) -> str:
    """Return the SHA-256 of the visible words, hexadecimal."""
    return hashlib.sha256(" ".join(visible_words(text)).encode("utf-8")).hexdigest()


def changes(exported: str, visible: str) -> tuple[TextChange, ...]:
    """Return the places where two texts differ in visible words, in order; white space and list marks are free."""
    from canvas.models.intake import TextChange
    from canvas.models.steps import steps

    old, new = visible_words(exported), visible_words(visible)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(old), len(new)) > _CONTEXT:
        return (TextChange(exported=" ".join(old), visible=" ".join(new)),)
    return tuple(
        TextChange(exported=" ".join(old[i1:i2]), visible=" ".join(new[j1:j2]))
        for kind, i1, i2, j1, j2 in steps(old, new)
        if kind != "equal"
    )
