"""A marking rubric as a TOML file: to change in any editor, to keep, and to give to colleagues."""

from __future__ import annotations

import json
from collections.abc import Iterator

from canvas.content.loader import parse_toml
from canvas.desk.marking import shown
from canvas.errors import ContentError
from canvas.models.review import MarkingRow, MarkingRubric

_LARGEST = 200_000
_HEAD = """\
# A rubric for marking. The mark is
#   maximum × sum of (weight × points) ÷ sum of (weight × highest points of the row),
# rounded half up to a multiple of `step`. Levels stand from the lowest to the highest.
"""


def rubric_file(rubric: MarkingRubric) -> bytes:
    """Return the rubric as TOML in UTF-8; `rubric_from_file` reads it back as the same rubric."""
    lines = [
        _HEAD,
        f"title = {_text(rubric.title)}",
        f"maximum = {shown(rubric.maximum)}",
        f"step = {shown(rubric.step)}",
    ]
    for row in rubric.rows:
        lines += ["", "[[rows]]", f"id = {_text(row.id)}", f"title = {_text(row.title)}"]
        lines += [f"weight = {shown(row.weight)}", *_levels(row)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def rubric_from_file(data: bytes, name: str = "the rubric") -> MarkingRubric:
    """Return the rubric in a TOML file. Raises ContentError with every problem, its line and its mend."""
    if len(data) > _LARGEST:
        raise ContentError("This file is too large for a rubric.", where=name, mend="Give the rubric's own file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            f"The file is not UTF-8 (byte {error.start}).", where=name, mend="Save it again as UTF-8."
        ) from None
    rubric = parse_toml(text, MarkingRubric, name)
    if problems := list(_problems(rubric)):
        raise ContentError("\n  ".join(problems), where=name)
    return rubric


def _levels(row: MarkingRow) -> Iterator[str]:
    for level in row.levels:
        yield ""
        yield "[[rows.levels]]"
        yield f"level = {_text(level.level.value)}"
        yield f"says = {_text(level.says)}"
        yield f"points = {shown(level.points)}"


def _problems(rubric: MarkingRubric) -> Iterator[str]:
    """Yield what no single field can know."""
    if rubric.step > rubric.maximum:
        yield f"step: {shown(rubric.step)} is more than the maximum, {shown(rubric.maximum)}. Make it smaller."
    for index, row in enumerate(rubric.rows):
        levels = [level.level for level in row.levels]
        points = [level.points for level in row.levels]
        if len(set(levels)) < len(levels):
            yield f"rows[{index}].levels: a level stands twice in '{row.id}'. Use each once."
        if points != sorted(points):
            yield f"rows[{index}].levels: the points of '{row.id}' must not fall. Begin with the lowest level."


def _text(text: str) -> str:
    """Return a basic string of TOML: JSON escapes the same signs, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
