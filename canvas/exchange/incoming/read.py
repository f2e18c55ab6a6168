"""What every reader of a format gives: the visible text, what could not be taken, the embedded copy."""

from __future__ import annotations

from typing import NamedTuple

from canvas.models.counted import counted


class Read(NamedTuple):
    """A file as its reader sees it.

    text: all visible text as plain draft text: a line a paragraph, `- ` before a bullet, `#` before a heading.
    lost: what could not be taken, in plain words. copy: the embedded copy as it stands there, None without one.
    """

    text: str
    lost: tuple[str, ...] = ()
    copy: str | None = None


def unread(number: int, one: str, several: str) -> str:
    """Return the line that tells how many of something could not be taken."""
    return f"{counted(number, one, several)} could not be read."
