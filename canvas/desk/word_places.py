"""Where words stand in a Word document: its text as one string, and the run that holds each sign of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
_BULLET = re.compile(r"(?m)^\s*(?:[-*•–]\s+)?")
_FAR = 40
"""Signs before a quote by which one of several equal places is told."""


@dataclass(frozen=True)
class Places:
    """The text of a document as it is searched. signs: decomposed, spaces as one. at: run and offset of each."""

    signs: str
    at: tuple[tuple[BaseOxmlElement | None, int], ...]

    def find(self, quote: str, before: str = "") -> tuple[int, int] | None:
        """Return the place of a quote; of several equal ones that with the most alike words before it."""
        wanted, context = (
            plain_signs(_BULLET.sub(" ", quote)).strip(),
            plain_signs(_BULLET.sub(" ", before))[-_FAR:],
        )
        if not wanted:
            return None
        best, start = (-1, -1), self.signs.find(wanted)
        while start >= 0:
            alike = _alike(self.signs[max(0, start - _FAR) : start].rstrip(), context.rstrip())
            best = max(best, (alike, -start))
            start = self.signs.find(wanted, start + 1)
        return (-best[1], -best[1] + len(wanted)) if best[0] >= 0 else None

    def cuts(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[BaseOxmlElement, set[int]]]:
        """Yield each run that must be cut so that every span begins and ends with a run, and where."""
        held: dict[BaseOxmlElement, set[int]] = {}
        for start, end in spans:
            for place, behind in ((start, 0), (end - 1, 1)):
                run, offset = self.at[place]
                if run is not None:
                    held.setdefault(run, set()).add(offset + behind)
        yield from ((run, {offset for offset in offsets if offset}) for run, offsets in held.items())

    def run_at(self, place: int) -> BaseOxmlElement:
        """Return the run that holds a sign."""
        run = self.at[place][0]
        assert run is not None, "a quote begins and ends with a word"
        return run

    def first_run(self) -> BaseOxmlElement | None:
        """Return the first run with words, None in an empty document."""
        return next((run for run, _ in self.at if run is not None), None)


def plain_signs(text: str) -> str:
    """Return a text as it is searched: letters decomposed, spaces as one, nothing that is not seen."""
    seen = (sign for sign in unicodedata.normalize("NFD", text) if sign not in _UNSEEN)
    return re.sub(r"\s+", " ", "".join(seen))


def places_of(body: BaseOxmlElement) -> Places:
    """Return the text of a document's body. Text boxes stay out: Word takes no comments there."""
    signs: list[str] = []
    at: list[tuple[BaseOxmlElement | None, int]] = []
    for run, offset, sign in _signs(body):
        for part in unicodedata.normalize("NFD", sign):
            blank = part.isspace()
            if part in _UNSEEN or (blank and (not signs or signs[-1] == " ")):
                continue
            signs.append(" " if blank else part)
            at.append((run, offset))
    return Places("".join(signs), tuple(at))


def _signs(body: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement | None, int, str]]:
    from docx.oxml.ns import qn

    paragraph = None
    for run in body.iter(qn("w:r")):
        own = next(run.iterancestors(qn("w:p")), None)
        if own is None or next(run.iterancestors(qn("w:txbxContent")), None) is not None:
            continue
        if own is not paragraph:
            paragraph = own
            yield None, 0, "\n"
        offset = 0
        for part in run:
            words = (part.text or "") if part.tag == qn("w:t") else ""
            if part.tag in (qn("w:tab"), qn("w:br")):
                words = " "
            for sign in words:
                yield run, offset, sign
                offset += 1


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts share at their ends."""
    count = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if first != second:
            break
        count += 1
    return count
