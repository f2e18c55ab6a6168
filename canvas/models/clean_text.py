"""Text as every room wants it: one kind of line end, nothing that no person can see or type."""

from __future__ import annotations

import re
import unicodedata

_KEPT_CONTROLS = frozenset("\n\t")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TO_CLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS, _END_OF_EMBEDDING = frozenset("\u202a\u202b\u202d\u202e"), "\u202c"
_ISOLATES, _END_OF_ISOLATE = frozenset("\u2066\u2067\u2068"), "\u2069"
_DIRECTIONS = _EMBEDDINGS | _ISOLATES | {_END_OF_EMBEDDING, _END_OF_ISOLATE}


def clean_text(text: str) -> str:
    """Return the text with LF line ends, without control characters, lone surrogates and unclosed direction marks.

    Tab and newline stay. Everything else a person can type, in any script, stays as it is.
    """
    if not _TO_CLEAN.search(text):  # the common case
        return text
    unified = _LINE_ENDS.sub("\n", text)
    kept = "".join(
        sign for sign in unified if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in ("Cc", "Cs")
    )
    if _DIRECTIONS.isdisjoint(kept):
        return kept
    return "\n".join(_with_closed_directions(line) for line in kept.split("\n"))


def _with_closed_directions(line: str) -> str:
    """Drop the invisible direction marks of a line that have no partner: they would turn what follows around.

    Pairs and the letters themselves stay, so that text from right to left reads as it was typed.
    """
    open_marks: list[int] = []
    open_isolates = 0
    paired: set[int] = set()
    for place, sign in enumerate(line):
        if sign in _EMBEDDINGS or sign in _ISOLATES:
            open_marks.append(place)
            open_isolates += sign in _ISOLATES
        elif sign == _END_OF_EMBEDDING and open_marks and line[open_marks[-1]] in _EMBEDDINGS:
            paired |= {open_marks.pop(), place}
        elif sign == _END_OF_ISOLATE and open_isolates:
            while line[open_marks[-1]] in _EMBEDDINGS:  # the end of an isolate ends what is open in it
                open_marks.pop()
            paired |= {open_marks.pop(), place}
            open_isolates -= 1
    return "".join(sign for place, sign in enumerate(line) if sign not in _DIRECTIONS or place in paired)
