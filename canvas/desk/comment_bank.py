"""The bank of comments: found by any of their words, with or without accents, those used most first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from canvas.models.review import BankComment

_WHOLE = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'"}
"""Letters that Unicode does not take apart."""


def folded(text: str) -> str:
    """Return a text as it is searched: small letters, without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return "".join(_WHOLE.get(sign, sign) for sign in plain)


def searched(bank: Iterable[BankComment], words: str = "", row: str | None = None) -> tuple[BankComment, ...]:
    """Return the comments in which every word begins some word; row: those of this row, or of none, first.

    Without words all of them. Those used most stand first.
    """
    wanted = folded(words).split()
    found = [comment for comment in bank if _holds(folded(comment.says), wanted)]
    return tuple(
        sorted(found, key=lambda one: (row is not None and one.row != row, -one.used, folded(one.says), one.id))
    )


def _holds(text: str, wanted: Sequence[str]) -> bool:
    words = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in text).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
