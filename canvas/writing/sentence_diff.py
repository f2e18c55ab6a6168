"""Two versions of a text side by side, sentence by sentence, with the words that came and went."""

from __future__ import annotations

import re

from canvas.models.base import Frozen
from canvas.models.receipt import Change
from canvas.models.steps import steps
from canvas.writing.draft import Difference
from canvas.writing.sentences import aligned

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")


class DiffRow(Frozen):
    """One sentence of both versions. older and newer: its words in order, what went and what came marked."""

    change: Change
    older: tuple[Difference, ...]
    newer: tuple[Difference, ...]


def side_by_side(older: str, newer: str) -> tuple[DiffRow, ...]:
    """Return the rows of a comparison, in the order of the newer text."""
    rows = []
    for row in aligned(older, newer):
        before = row.before.text if row.before else ""
        after = row.after.text if row.after else ""
        words = words_changed(before, after) if row.change == "edited" else _whole(before, after, row.change)
        rows.append(
            DiffRow(
                change=row.change,
                older=tuple(part for part in words if part.kind != "added"),
                newer=tuple(part for part in words if part.kind != "removed"),
            )
        )
    return tuple(rows)


def words_changed(before: str, after: str) -> tuple[Difference, ...]:
    """Compare two sentences word by word; neighbouring words of one kind stand together."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Difference] = []
    for kind, i1, i2, j1, j2 in steps(old, new):
        if kind == "equal":
            found.append(Difference(kind="same", text="".join(old[i1:i2])))
            continue
        if i1 < i2:
            found.append(Difference(kind="removed", text="".join(old[i1:i2])))
        if j1 < j2:
            found.append(Difference(kind="added", text="".join(new[j1:j2])))
    return tuple(found)


def _whole(before: str, after: str, change: Change) -> tuple[Difference, ...]:
    """Return whole sentences: the same on both sides, or one that went and one that came."""
    if change in ("same", "moved"):
        return (Difference(kind="same", text=after),)
    gone = (Difference(kind="removed", text=before),) if before else ()
    come = (Difference(kind="added", text=after),) if after else ()
    return (*gone, *come)
