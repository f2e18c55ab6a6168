"""Two changes of one plan joined into one, where they touch different fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pydantic import ValidationError

from canvas.models import limits
from canvas.models.workbook import Workbook

_Entry = dict[str, Any]
_KEYS: dict[str, Callable[[_Entry], object]] = {
    "segments": lambda entry: entry["id"],
    "commitments": lambda entry: (entry["segment"], entry["type"]),
    "checked": lambda entry: entry["at"],
    "objections": lambda entry: (entry["mistake"], entry["words"]),
    "self_assessment": lambda entry: entry["row"],
}
"""By what an entry of a list is known again: a segment by its id, whatever it is called now."""


class _Sign:
    """A value that no field can have."""


_GONE: Final = _Sign()
_CLASH: Final = _Sign()


def merge(base: Workbook, mine: Workbook, theirs: Workbook) -> Workbook | None:
    """Join what two sides made of `base`; None where both changed one field, or one what the other removed.

    Joining again changes nothing, and the sides may be exchanged but for the order of what both added.
    """
    if base in (mine, theirs) or mine == theirs:
        return theirs if mine == base else mine
    found = _joined(*(_tree(one.model_dump()) for one in (base, mine, theirs)))
    if not isinstance(found, dict):
        return None
    found["checked"] = dict(sorted(found["checked"].items())[-limits.CHECKED :])
    try:
        new = Workbook.model_validate(_plain(found))
    except ValidationError:  # together they are more than a plan can hold
        return None
    known = {segment.id for segment in new.venture.segments}
    return new if all(one.segment in known for one in new.commitments) else None


def _joined(base: Any, mine: Any, theirs: Any) -> Any:
    """Return the value that both sides lead to, `_GONE` for one that was removed, or `_CLASH`."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return _CLASH
    before = base if isinstance(base, dict) else {}
    first, second = (mine, theirs) if list(theirs) == list(before) else (theirs, mine)
    joined = {}
    for name in [*first, *(name for name in second if name not in first)]:
        value = _joined(before.get(name, _GONE), mine.get(name, _GONE), theirs.get(name, _GONE))
        if value is _CLASH:
            return _CLASH
        if value is not _GONE:
            joined[name] = value
    return joined


def _tree(entry: _Entry) -> _Entry:
    """Turn every list whose entries can be known again into a dictionary, so that its entries join one by one."""
    tree: _Entry = {}
    for name, value in entry.items():
        if name in _KEYS:
            tree[name] = {_KEYS[name](inner): inner for inner in value}
        else:
            tree[name] = _tree(value) if isinstance(value, dict) else value
    return tree


def _plain(tree: _Entry) -> _Entry:
    """Turn the dictionaries back into lists."""
    plain: _Entry = {}
    for name, value in tree.items():
        if name in _KEYS:
            plain[name] = tuple(value.values())
        else:
            plain[name] = _plain(value) if isinstance(value, dict) else value
    return plain
