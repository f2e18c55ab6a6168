"""Finding words in the short answers of a plan, so that what is denied is not found."""

from __future__ import annotations

import re

from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Workbook

_DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|instead of|rather than|hardly|\w+n['’]t)\b"
    r"(?:[^\w.;:!?\n]+\w+){0,3}[^\w.;:!?\n]*$",
    re.IGNORECASE,
)
"""What stands just before words that are denied: `without any advice`."""
PERSONS = frozenset((RelationshipType.PERSONAL_ASSISTANCE, RelationshipType.DEDICATED_PERSONAL_ASSISTANCE))
ALONE = frozenset((RelationshipType.SELF_SERVICE, RelationshipType.AUTOMATED_SERVICES))


def any_of(words: str) -> re.Pattern[str]:
    """Return a pattern for one of the words; `*` stands for any ending, `_` for a space or hyphen."""
    choices = "|".join(word.replace("*", r"\w*").replace("_", r"[\s-]+") for word in words.split())
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)


def found(pattern: re.Pattern[str], text: str) -> str:
    """Return the first words that the pattern finds and that nothing just before them denies, else ""."""
    for match in pattern.finditer(text):
        if not _DENIED.search(text, max(0, match.start() - 40), match.start()):
            return match.group()
    return ""


def name_of(segment: Segment) -> str:
    """Return the name of a segment in quotation marks, or what stands for it."""
    return f"“{segment.name.strip()}”" if segment.name.strip() else "your customers"


def offered_to(workbook: Workbook, segment: Segment) -> list[Commitment]:
    """Return the relationships that a segment gets."""
    return [item for item in workbook.commitments if item.segment == segment.id]


def said_in(commitment: Commitment) -> str:
    """Return everything that a relationship says, a line a field."""
    return "\n".join((commitment.before, commitment.during, commitment.after, commitment.who, commitment.pace))
