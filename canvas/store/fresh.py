"""The id of a plan before its first word: the same after a reload, so that text in a browser finds its plan."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from typing import Literal

from sqlalchemy import Connection, select

from canvas.store.tables import workbooks

Kind = Literal["plan", "text"]

_LETTERS: dict[Kind, str] = {"plan": "p", "text": "t"}
_SIGNS = 19


def fresh_id(connection: Connection, workspace: str, kind: Kind) -> str:
    """Return the id that the next plan, or the next checked text, of a workspace will have."""
    query = select(workbooks.c.id).where(workbooks.c.workspace_id == workspace)
    known = set(connection.execute(query).scalars())
    made = (_derived(_LETTERS[kind], f"{workspace} {kind} {number}") for number in count())
    return next(name for name in made if name not in known)


def kind_of(workbook_id: str) -> Kind | None:
    """Return what is made under an id that is not known yet; None for an id that no page was given."""
    kind = next((kind for kind, letter in _LETTERS.items() if workbook_id.startswith(letter)), None)
    digits = workbook_id[1:]
    return kind if len(digits) == _SIGNS and set(digits) <= set("0123456789abcdef") else None


def copy_id(workbook_id: str) -> str:
    """Return the id of the copy that goes on with a deleted plan."""
    return _derived("c", f"copy of {workbook_id}")


def _derived(letter: str, seed: str) -> str:
    return letter + sha256(seed.encode()).hexdigest()[:_SIGNS]
