"""How relationship types and segments are called inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Segment


def type_name(type_: RelationshipType) -> str:
    """Return a type inside a sentence: "self-service", "dedicated personal assistance"."""
    name = {RelationshipType.SELF_SERVICE: "self-service", RelationshipType.CO_CREATION: "co-creation"}
    return name.get(type_, type_.value.replace("_", " "))


def segment_name(segment: Segment) -> str:
    """Return a segment's name on one line and without an end mark, "customers" for one that has none."""
    return " ".join(segment.name.split()).rstrip(".,;: ") or "customers"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    *front, last = [*words] or [""]
    return f"{', '.join(front)} and {last}" if front else last
