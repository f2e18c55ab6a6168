"""Where a built sentence still stands, unedited, in a draft; and how one is put in, replaced or taken out."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:\A|\n)[ \t]*(?:- )?\Z|[.!?…:\]][\"”’)]*[ \t]+\Z")
_AFTER = re.compile(r"[ \t]*(?:\Z|\n)|[ \t]+")


def places_of(sentence: str, draft: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every place where the sentence stands whole.

    Words added in front of it or behind it in the same sentence make it an edited one.
    """
    found = []
    start = draft.find(sentence) if sentence else -1
    while start >= 0:
        end = start + len(sentence)
        if _BEFORE.search(draft[max(0, start - 12) : start] if start else "") and _AFTER.match(draft, end):
            found.append((start, end))
        start = draft.find(sentence, start + 1)
    return tuple(found)


def place_of(sentence: str, draft: str, after: int = 0) -> tuple[int, int] | None:
    """Return the first place where the sentence stands, from a position on if there is one there, or None."""
    found = places_of(sentence, draft)
    return next((place for place in found if place[0] >= after), found[0] if found else None)


def replaced(draft: str, place: tuple[int, int], text: str) -> str:
    """Return the draft with other words at a place; no words take away the space, bullet or paragraph too."""
    start, end = place
    if text:
        return draft[:start] + text + draft[end:]
    head, tail = draft[:start], draft[end:]
    line_is_empty = (not head or head.endswith(("\n", "\n- "))) and (not tail or tail.startswith("\n"))
    if not line_is_empty:
        return head + tail.lstrip(" \t") if not tail.startswith("\n") and tail else head.rstrip(" \t") + tail
    head = head.removesuffix("- ")
    rest = tail.removeprefix("\n")
    if head.endswith("\n\n") and rest.startswith("\n"):  # the whole paragraph goes, and one empty line with it
        rest = rest.removeprefix("\n")
    return (head + rest) if rest or not head else head.rstrip("\n")


def inserted_after(draft: str, place: tuple[int, int], text: str) -> str:
    """Return the draft with a sentence added behind a place, on the same line."""
    return f"{draft[: place[1]]} {text}{draft[place[1] :]}"


def new_line_after(draft: str, place: tuple[int, int], line: str, *, apart: bool) -> str:
    """Return the draft with a line added below the line of a place. apart: with an empty line between."""
    end = draft.find("\n", place[1])
    end = len(draft) if end < 0 else end
    return draft[:end] + ("\n\n" if apart else "\n") + line + draft[end:]
