"""Labelled texts in their shapes: sections, one-sentence statements of a type, sentences vague or not, clauses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from canvas.errors import InputError
from canvas.models.vocabulary import Mistake, RelationshipType, Stage

Value = bool | None
"""A label; None: not scored."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what readers said of it. first: the type that must stand first; a missing key is not scored."""

    id: str
    text: str
    labels: dict[str, Value] = field(default_factory=dict)
    first: str | None = None


def read_labelled(lines: Iterable[str], where: str) -> list[Labelled]:
    """Return the texts of a JSONL file. Raises InputError with the line for what is in no known shape."""
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(_labelled(json.loads(line)))
        except (ValueError, LookupError, TypeError) as error:
            raise InputError(
                "this line has no known shape of a labelled text.",
                where=f"{where}, line {number}",
                mend="It needs “id”, “text” and labels: types, mistakes, “type” or “vague”.",
            ) from error
    return found


def _labelled(given: dict[str, Any]) -> Labelled:
    labels: dict[str, Value] = {}
    if "types" in given:
        _several(labels, RelationshipType, given["types"], given.get("types_disputed", ()))
    if "stages" in given:
        _several(labels, Stage, given["stages"], given.get("stages_disputed", ()))
    for mistake in Mistake:
        if mistake.value in given:
            labels[mistake.value] = given[mistake.value]
    if "vague" in given:
        labels[Mistake.TOO_GENERAL.value] = given["vague"]
    first = str(RelationshipType(given["type"])) if "type" in given else None
    if not labels and first is None:
        raise LookupError("no labels")
    return Labelled(str(given["id"]), given["text"], labels, first)


def _several(
    labels: dict[str, Value], kinds: type[RelationshipType] | type[Stage], given: Any, disputed: Any
) -> None:
    names = {kinds(name) for name in given}
    open_names = {kinds(name) for name in disputed}
    for kind in kinds:
        labels[kind.value] = None if kind in open_names else kind in names
