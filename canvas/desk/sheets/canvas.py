"""The gradebook of Canvas as CSV: rows are known by `ID`, the assignment by `Title (id)` in the header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from canvas.desk.sheets.grid import Cell, Grid
from canvas.desk.sheets.layout import Layout, SheetRow, chosen, maximum_in
from canvas.models.review import Platform

_ASSIGNMENT = re.compile(r"(?P<title>.*)\s\((?P<id>\d+)\)")
_WRAPPED = re.compile(r'="(.*)"')
_NO_COMMENTS = "Canvas takes no comments from a gradebook file: they are in the feedback files."


def layout_of(grid: Grid, column: str = "", *, where: str = "") -> Layout | None:
    """Return the gradebook's layout, None for another table. column: the header of the assignment, if it is named.

    Raises InputError for a named column that is not there.
    """
    header = [cell.text.strip() for cell in grid.rows[0]]
    ids = _id_column(header)
    if ids is None:
        return None
    above = _rows_above_students(grid, ids)
    free = [
        index
        for index, name in enumerate(header)
        if index > ids
        and _ASSIGNMENT.fullmatch(name)
        and not any("read only" in row[index].text.casefold() for row in above)
    ]
    names = [header[index] for index in free]
    mark = chosen(column, names, free, where=where)
    points = next((maximum_in(row[mark].text) for row in reversed(above) if mark is not None), None)
    return Layout(
        platform=Platform.CANVAS,
        rows=tuple(_students(grid, ids, len(above) + 1, mark, points)),
        columns=tuple(names),
        mark=mark,
        no_comments=_NO_COMMENTS,
    )


def _id_column(header: Sequence[str]) -> int | None:
    """Return the index of the ID in `Student,ID,…,Section` or `LastName,FirstName,ID,…,Section`."""
    if len(header) < 4 or not any("Section" in name for name in header):
        return None
    if "Student" in header[0] and "ID" in header[1]:
        return 1
    return 2 if header[:3] == ["LastName", "FirstName", "ID"] else None


def _rows_above_students(grid: Grid, ids: int) -> list[Sequence[Cell]]:
    """Return the rows on how the marks are posted and on the points possible: they carry no ID."""
    above: list[Sequence[Cell]] = []
    for row in grid.rows[1:]:
        if row[ids].text.strip():
            break
        above.append(row)
    return above


def _students(grid: Grid, ids: int, first: int, mark: int | None, points: Decimal | None) -> Iterator[SheetRow]:
    for index, row in enumerate(grid.rows[first:], first):
        key = row[ids].text.strip()
        if key:
            names = [_plain(cell.text) for cell in row[:ids]]
            yield SheetRow(
                index=index,
                key=key,
                name=", ".join(filter(None, names)),
                maximum=points,
                closed=_closed(row[mark].text) if mark is not None else "",
            )


def _plain(name: str) -> str:
    """Return a name without the formula that the export wraps around one that begins with `=`."""
    found = _WRAPPED.fullmatch(name.strip())
    return found[1] if found else name.strip()


def _closed(cell: str) -> str:
    match cell.strip().upper():
        case "EX":
            return "This student is excused in Canvas."
        case "N/A":
            return "The assignment is not given to this student in Canvas."
    return ""
