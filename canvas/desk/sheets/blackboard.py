"""The column file of Blackboard: rows are known by the user name, the column by the number behind `|`."""

from __future__ import annotations

import re
from decimal import Decimal

from canvas.desk.sheets.comment_html import comment_html
from canvas.desk.sheets.grid import Grid
from canvas.desk.sheets.layout import Layout, SheetRow, chosen, maximum_in
from canvas.models.review import Platform

_COLUMN = re.compile(r".*\[Total Pts:[^\d\]]*(?P<points>\d+(?:[.,]\d+)?)[^\]]*\].*\|\s*\d+\s*")
_NUMBERED = re.compile(r".*\|\s*\d+\s*")
_NO_COMMENTS = (
    "This file has no column “Feedback to Learner”. Download the single column with its feedback to give comments."
)


def layout_of(grid: Grid, column: str = "", *, where: str = "") -> Layout | None:
    """Return the column file's layout, None for another table. column: the header of the mark, when it is named.

    Raises InputError for a named column that is not there.
    """
    header = [cell.text.strip() for cell in grid.rows[0]]
    small = [name.casefold() for name in header]
    if "username" not in small or not any(_NUMBERED.fullmatch(name) for name in header):
        return None
    key = small.index("username")
    free = [index for index, name in enumerate(header) if _COLUMN.fullmatch(name)]
    names = [header[index] for index in free]
    mark = chosen(column, names, free, where=where)
    comment = small.index("feedback to learner") if "feedback to learner" in small else None
    format_ = small.index("feedback format") if "feedback format" in small else None
    maximum = _points(header[mark]) if mark is not None else None
    shown = [small.index(name) for name in ("first name", "last name") if name in small]
    rows = tuple(
        SheetRow(
            index=index,
            key=row[key].text.strip(),
            name=" ".join(filter(None, (row[part].text.strip() for part in shown))),
            maximum=maximum,
        )
        for index, row in enumerate(grid.rows[1:], 1)
        if row[key].text.strip()
    )
    return Layout(
        platform=Platform.BLACKBOARD,
        rows=rows,
        columns=tuple(names),
        mark=mark,
        comment=comment,
        comment_of=comment_html,
        format=(format_, "SMART_TEXT") if format_ is not None else None,
        all_quoted=grid.delimiter != "\t",
        no_comments="" if comment is not None else _NO_COMMENTS,
    )


def _points(header: str) -> Decimal | None:
    found = _COLUMN.fullmatch(header)
    return maximum_in(found["points"]) if found else None
