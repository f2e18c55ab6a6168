"""Which remark a student has already disagreed with: the same mistake on the same words, whatever else changed."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.models import limits
from canvas.models.finding import Finding
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Objection
from canvas.writing.sentences import words_of


def quoted_words(finding: Finding) -> str:
    """Return the words a disagreement with this remark is about: its quotes, one a line; "" for an absence."""
    if finding.missing:
        return ""
    lines = dict.fromkeys(" ".join(quote.quote.split()) for quote in finding.quotes)
    return "\n".join(lines)[: limits.QUOTED]


def objection_to(objections: Iterable[Objection], mistake: Mistake, finding: Finding) -> Objection | None:
    """Return the student's disagreement with a remark, or None.

    It holds as long as every quote of the remark lies in words the student has disagreed about, so a change
    elsewhere in the text does not bring the remark back, and new words of the same kind do. The one about an
    absence holds until it is taken back.
    """
    own = [item for item in objections if item.mistake is mistake]
    if finding.missing:
        return own[-1] if own else None
    return next((item for item in reversed(own) if _covers(item, finding)), None)


def _covers(objection: Objection, finding: Finding) -> bool:
    known = [words_of(line) for line in objection.words.splitlines()]
    quoted = [words_of(quote.quote) for quote in finding.quotes]
    return bool(quoted) and all(any(_within(words, line) for line in known) for words in quoted)


def _within(words: tuple[str, ...], line: tuple[str, ...]) -> bool:
    """Say whether the words are a run of the line, or the line most of the words: a quote may grow by a word."""
    short, long = sorted((words, line), key=len)
    if not short or len(words) > len(line) + 2:
        return False
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))
