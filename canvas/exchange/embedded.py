"""The embedded copy: the whole workbook inside every export, so that opening it again loses nothing.

It is one line of canonical JSON in plain ASCII, with the signs of markup written as escapes, so that it can stand
in a data block, a comment or an XML part as it is. It proves carelessness, not fraud: nothing in it is believed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError

from canvas.exchange.visible import visible_hash
from canvas.models.intake import Claim, Origin
from canvas.models.workbook import SCHEMA_NUMBER, Workbook

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_LONGEST = 25_000_000
"""Characters of a copy; the longest workbook the models allow is shorter."""
_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""The ladder: under each schema number the step that makes the workbook of the next one. Schema 1 is the first."""


class Opened(NamedTuple):
    """What a copy gives back. note: one sentence for the reader, "" when there is nothing to say."""

    origin: Origin
    workbook: Workbook | None = None
    claim: Claim | None = None
    note: str = ""


NOTHING = Opened(Origin.NO_DATA)
_DAMAGED = Opened(
    Origin.DAMAGED,
    note="This file was exported from Canvas Coach, but the plan in it is damaged. Its visible text is used.",
)


def sealed(workbook: Workbook, visible: str | None, claim: Claim) -> str:
    """Return the copy for an export. visible: the text of the document; None where it is not compared (PDF)."""
    held = workbook.model_dump(mode="json")
    copy: dict[str, Any] = {
        "checker_version": claim.checker_version,
        "content_hash": _content_hash(held),
        "flagged": None if claim.flagged is None else list(claim.flagged),
        "schema_number": SCHEMA_NUMBER,
        "types": None if claim.types is None else list(claim.types),
        "visible_hash": None if visible is None else visible_hash(visible),
        "workbook": held,
    }
    text = _canonical(copy)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def unsealed(text: str, visible: str | None) -> Opened:
    """Return what a copy holds. visible: the visible text of the file as it came, None where it is not compared.

    Damaged when the JSON or a hash is wrong; a newer schema gives a claim and a note. Nothing is raised.
    """
    copy = _object(text)
    if copy is None or not isinstance(held := copy.get("workbook"), dict):
        return _DAMAGED
    claim = _claim(copy)
    number = copy.get("schema_number")
    if isinstance(number, int) and number > SCHEMA_NUMBER:
        return Opened(
            Origin.NO_DATA,
            claim=claim,
            note="This file was made by a newer version of Canvas Coach; only its visible text can be read here. "
            "Update Canvas Coach to open the whole plan.",
        )
    if not isinstance(number, int) or copy.get("content_hash") != _content_hash(held):
        return _DAMAGED
    workbook = migrated(held, number)
    if workbook is None:
        return _DAMAGED
    told = copy.get("visible_hash")
    if visible is not None and told is not None and told != visible_hash(visible):
        return Opened(Origin.EDITED, workbook, claim)
    return Opened(Origin.INTACT, workbook, claim)


def migrated(held: dict[str, Any], number: int) -> Workbook | None:
    """Return a workbook of any released schema as one of today; None when it cannot be one."""
    while number < SCHEMA_NUMBER:
        if number not in _STEPS:
            return None
        held, number = _STEPS[number](held), number + 1
    try:
        return Workbook.model_validate(held)
    except ValidationError:
        return None


def _claim(copy: dict[str, Any]) -> Claim | None:
    try:
        return Claim.model_validate({name: copy.get(name) for name in ("checker_version", "flagged", "types")})
    except ValidationError:
        return None


def _object(text: str) -> dict[str, Any] | None:
    if len(text) > _LONGEST:
        return None
    try:
        copy = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return copy if isinstance(copy, dict) else None


def _content_hash(held: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(held).encode("ascii")).hexdigest()


def _canonical(value: dict[str, Any]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
