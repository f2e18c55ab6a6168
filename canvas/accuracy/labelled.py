"""Labelled texts in their shapes: sections, sentences, statements of a type, vague sentences, answers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from canvas.errors import InputError
from canvas.models.trust import TextKind
from canvas.models.vocabulary import Mistake, RelationshipType, Stage

Value = bool | None
"""A label; None: not scored."""
CASE = "boomer_games"
"""The case of an answer that names none."""
_MEND = (
    "It needs “id”, “text” and labels: “types”, “stages” and mistakes of a section, “type” of a statement, "
    "“vague” of a sentence, or the criteria and “ideas” of an answer."
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what readers said of it; a missing label is not scored.

    first: the type that must stand first. case, ideas, mark: of an answer to a case; ideas None: not scored.
    """

    id: str
    text: str
    kind: TextKind
    labels: dict[str, Value] = field(default_factory=dict)
    first: str | None = None
    case: str = CASE
    ideas: tuple[str, ...] | None = None
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of a file, and what is wrong with each line that is in no known shape."""

    texts: list[Labelled]
    problems: list[InputError]


def read_labelled(lines: Iterable[str], where: str) -> Labels:
    """Return the texts of a JSONL file; a line that cannot be read becomes a problem with its address and mend."""
    found = Labels([], [])
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.texts.append(_labelled(json.loads(line)))
        except (ValueError, LookupError, TypeError, RecursionError, AttributeError) as error:
            problem = f"this line has no known shape of a labelled text ({_reason(error)})."
            found.problems.append(InputError(problem, where=f"{where}, line {number}", mend=_MEND))
    return found


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "it is no JSON"
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error) if isinstance(error, LookupError | ValueError) else "it is no object with labels"


def _labelled(given: dict[str, Any]) -> Labelled:
    name, text = str(given["id"]), given["text"]
    if not isinstance(text, str):
        raise ValueError("“text” is no string")
    if "two_activities" in given or "ideas" in given or "case" in given:
        return _answer(name, text, given)
    if "type" in given:
        return Labelled(name, text, TextKind.STATEMENTS, first=RelationshipType(given["type"]).value)
    labels = _labels(given)
    if not labels:
        raise ValueError("it has no labels")
    if labels.keys() == {Mistake.TOO_GENERAL.value} and "vague" in given:
        return Labelled(name, text, TextKind.VAGUE, labels)
    whole = any(mistake.value in given for mistake in Mistake)
    return Labelled(name, text, TextKind.SECTIONS if whole else TextKind.SENTENCES, labels)


def _labels(given: dict[str, Any]) -> dict[str, Value]:
    labels: dict[str, Value] = {}
    if "types" in given:
        _several(labels, RelationshipType, given["types"], given.get("types_disputed", ()))
    if "stages" in given:
        _several(labels, Stage, given["stages"], given.get("stages_disputed", ()))
    for mistake in Mistake:
        if mistake.value in given:
            labels[mistake.value] = _yes_or_no(mistake.value, given[mistake.value])
    if "vague" in given:
        labels[Mistake.TOO_GENERAL.value] = _yes_or_no("vague", given["vague"])
    return labels


def _answer(name: str, text: str, given: dict[str, Any]) -> Labelled:
    """Criteria are whatever is true, false or null beside the text: every case has its own."""
    labels = {key: value for key, value in given.items() if value is None or isinstance(value, bool)}
    ideas = tuple(str(idea) for idea in given["ideas"]) if given.get("ideas") is not None else None
    mark = given.get("mark")
    if mark is not None and (isinstance(mark, bool) or not isinstance(mark, int)):
        raise ValueError("“mark” is no whole number")
    case = str(given.get("case", CASE))
    return Labelled(name, text, TextKind.ANSWERS, labels, case=case, ideas=ideas, mark=mark)


def _several(
    labels: dict[str, Value], kinds: type[RelationshipType] | type[Stage], given: Any, disputed: Any
) -> None:
    names = {kinds(name) for name in given}
    open_names = {kinds(name) for name in disputed}
    for kind in kinds:
        labels[kind.value] = None if kind in open_names else kind in names


def _yes_or_no(name: str, given: Any) -> Value:
    if given is None or isinstance(given, bool):
        return given
    raise ValueError(f"“{name}” is neither true, false nor null")
