"""From the lines of a PDF to paragraphs: broken words whole again, bullets kept, running heads left out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from canvas.models.clean_text import clean_text

_SIGN = r"[•▪◦‣●○■□·–∙◆❖➢➤►▸✓✔→*\ue000-\uf8ff-]"
"""A bullet; the private letters are those of the fonts Symbol and Wingdings, in which Word writes its own."""
_BULLET = re.compile(rf"^\s*(?:{_SIGN}|o(?=\s))\s*(?=\S)")
_LONE_BULLET = re.compile(rf"^\s*(?:{_SIGN}|o)\s*$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?\W*$", re.IGNORECASE)
_ENDS = (".", "!", "?", ":", ";", "”", '"')
_FULL = 0.72
"""Share of the usual line length under which a line ends its paragraph."""
_HEADING = 0.6
"""Share of the usual line length that a heading is shorter than."""
_NARROW = 45
"""Letters that a full line has at least."""
_RUNNING = 3
"""Pages on which the same first or last line stands before it counts as a running head."""


def joined(pages: list[str]) -> str:
    """Return the text of the pages: one line a paragraph or bullet, in the order of the file."""
    split = [[_clean(line) for line in page.split("\n")] for page in pages]
    heads = _running_heads(split)
    lines = [line for page in split for line in page if line not in heads and not _PAGE_NUMBER.match(line)]
    width = _usual_width(lines)
    out: list[str] = []
    whole = False
    for line in _with_their_bullets(lines):
        if not line:
            whole = False
            continue
        starts = bool(_BULLET.match(line) or _NUMBERED.match(line))
        if out and whole and not starts and not _is_heading_after(out[-1], line, width):
            out[-1] = _put_together(out[-1], line)
        else:
            out.append(_BULLET.sub("- ", line, count=1))
        whole = len(line) >= _FULL * width or (bool(_BROKEN.search(line)))
        whole = whole and not (line.endswith(_ENDS) and len(line) < 0.9 * width)
    return "\n".join(out) + "\n"


def _with_their_bullets(lines: list[str]) -> Iterator[str]:
    """Yield the lines; a bullet that stands alone goes before the words it belongs to."""
    lone = False
    for line in lines:
        if _LONE_BULLET.match(line):
            lone = True
        elif line or not lone:
            yield f"- {line}" if lone and line else line
            lone = False


def _is_heading_after(before: str, line: str, width: int) -> bool:
    """Tell whether a line after a full one begins something new: short, without an end, after a whole sentence."""
    short = len(line) < _HEADING * width and not line.endswith((*_ENDS, ",", ")"))
    return short and before.endswith(_ENDS) and (line[:1].isupper() or line[:1].isdigit())


def _clean(line: str) -> str:
    """Return a line with its ligatures as letters and one space between words."""
    return " ".join(unicodedata.normalize("NFKC", clean_text(line)).split()) if line.strip() else ""


def _running_heads(pages: list[list[str]]) -> set[str]:
    ends = Counter(
        line for page in pages if (filled := [line for line in page if line]) for line in {filled[0], filled[-1]}
    )
    return {line for line, number in ends.items() if number >= _RUNNING}


def _usual_width(lines: list[str]) -> int:
    """Return the length that the long lines have."""
    lengths = sorted(len(line) for line in lines if line)
    return max(_NARROW, lengths[int(len(lengths) * 0.85)]) if lengths else _NARROW


def _put_together(before: str, line: str) -> str:
    """Join a line to its paragraph; a word that was broken at the end of a line becomes whole."""
    if _BROKEN.search(before) and line[:1].islower():
        return _BROKEN.sub("", before) + line
    return f"{before} {line}"
