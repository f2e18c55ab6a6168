"""What the name of one entry of a download tells, the same for every platform."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Protocol

from canvas.models.base import Frozen
from canvas.models.clean_text import clean_text
from canvas.models.review import Platform, SubmittedKind

Read = Callable[[str], bytes]
"""Returns the bytes of a path of the batch."""
_LONGEST_KEY = 200
_LONGEST_NAME = 160
_HREF = re.compile(r"""(?:href\s*=|url\s*=)\s*["']?(https?://[^"'<>\s]+)""", re.IGNORECASE)


class Entry(Frozen):
    """One file of the download. key: whose it is, as the platform needs it back. inner: the student's file name.

    attempt: sorts the attempts of a student. typed: text that stands in the entry itself and goes through the
    intake in place of its bytes. link: the address a student handed in. comment: words to the instructor.
    remark: something the reviewer should know.
    """

    path: str
    key: str
    name: str
    inner: str
    kind: SubmittedKind = SubmittedKind.FILE
    late: bool | None = None
    group: bool = False
    attempt: str = ""
    typed: str | None = None
    link: str = ""
    comment: str = ""
    remark: str = ""


class LearningPlatform(Protocol):
    """A module that knows one platform's names."""

    PLATFORM: Platform

    def entries(self, paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
        """Return the entries that follow the platform's pattern; other paths are left out."""


def key_of(text: str) -> str:
    """Return text as a key: clean, and shortened with a hash where it is longer than a key may be."""
    clean = clean_text(text).strip() or "-"
    if len(clean) <= _LONGEST_KEY:
        return clean
    return f"{clean[: _LONGEST_KEY - 17]}~{hashlib.sha256(clean.encode('utf-8')).hexdigest()[:16]}"


def name_of(text: str) -> str:
    """Return a student's name as it is shown: one line, clean, and not longer than a line."""
    clean = " ".join(clean_text(text).split())
    return clean if len(clean) <= _LONGEST_NAME else f"{clean[: _LONGEST_NAME - 1]}…"


def link_in(html: bytes) -> str:
    """Return the first web address a small page links to, or "" for none."""
    found = _HREF.search(html.decode("utf-8", errors="replace"))
    return found[1] if found else ""


def last_part(path: str) -> str:
    """Return the file name of a path."""
    return path.rpartition("/")[2]
