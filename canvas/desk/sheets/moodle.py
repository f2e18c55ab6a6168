"""Moodle's offline grading worksheet: its importer reads identifier, grade, time of the last change, comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from canvas.desk.sheets import moodle_words as words
from canvas.desk.sheets.comment_html import comment_html
from canvas.desk.sheets.grid import Grid
from canvas.desk.sheets.layout import Layout, SheetRow, chosen, maximum_in, number_in
from canvas.errors import InputError
from canvas.models.review import Platform

_IDENTIFIER = re.compile(r"(?P<prefix>[^\d].*?)\s*(?P<digits>\d+)")
_LOCKED = "Moodle says that this mark cannot be changed (it is locked)."


def layout_of(grid: Grid, column: str = "", *, where: str = "") -> Layout | None:
    """Return the worksheet's layout, None for another table. column: the header of the grade, when it is named.

    Headers may be translated: the identifier is known by its cells, the grade by its name or its place.

    Raises InputError for a scale, and for a named column that is not there.
    """
    header = [cell.text.strip().casefold() for cell in grid.rows[0]]
    columns = [[row[index].text.strip() for row in grid.rows[1:]] for index in range(len(header))]
    identifier = _identifier(columns)
    if identifier is None or len(header) < 3:
        return None
    grades = _grade_columns(header, columns, identifier)
    if not grades and not column and any(name in words.SCALE for name in header):
        raise InputError(
            "This assignment is graded with a scale, not with points.",
            where=where,
            mend="Choose points in the assignment's settings, or use the feedback files only.",
        )
    if column or not grades:  # any other column may be the one that is meant
        grades = [index for index in range(len(header)) if index != identifier]
    names = [grid.rows[0][index].text for index in grades]
    mark = chosen(column, names, grades, where=where)
    maximum = _maximum(header, columns, mark)
    comment = _comment(header, columns, identifier, mark)
    return Layout(
        platform=Platform.MOODLE,
        rows=tuple(_students(header, columns, identifier, maximum)),
        columns=tuple(names),
        mark=mark,
        comment=comment,
        comment_of=comment_html,
        no_comments=""
        if comment is not None
        else "The worksheet has no column for comments: switch on “Feedback "
        "comments” in the assignment, or give the feedback files only.",
    )


def _identifier(columns: Sequence[Sequence[str]]) -> int | None:
    """Return the first column with the same words and other digits at the end in every row; it comes first."""
    for index, cells in enumerate(columns):
        found = [_IDENTIFIER.fullmatch(cell) for cell in cells]
        if not cells or not all(found):
            continue
        prefixes = {item["prefix"] for item in found if item}
        digits = {item["digits"] for item in found if item}
        if len(prefixes) == 1 and (index == 0 or len(digits) == len(cells)):
            return index
    return None


def _grade_columns(header: Sequence[str], columns: Sequence[Sequence[str]], identifier: int) -> list[int]:
    """Return the columns that may hold the grade: by name, else the numbers left of one number in every row."""
    named = [index for index, name in enumerate(header) if name in words.GRADE and index != identifier]
    if len(named) == 1:
        return named
    return [
        index
        for index in range(len(header) - 1)
        if index != identifier
        and all(not cell or cell == "-" or number_in(cell) is not None for cell in columns[index])
        and _is_maximum(header[index + 1], columns[index + 1])
    ]


def _is_maximum(name: str, cells: Sequence[str]) -> bool:
    numbers = {number_in(cell) for cell in cells}
    only = next(iter(numbers), None)
    return name in words.MAXIMUM or (len(numbers) == 1 and only is not None and only > 0)


def _maximum(header: Sequence[str], columns: Sequence[Sequence[str]], mark: int | None) -> list[Decimal | None]:
    """Return the highest mark of each row, as the column behind the grade tells it."""
    for index, name in enumerate(header):
        behind = mark is not None and index == mark + 1
        if name in words.MAXIMUM or (behind and _is_maximum(name, columns[index])):
            return [maximum_in(cell) for cell in columns[index]]
    return [None] * len(columns[0])


def _comment(
    header: Sequence[str], columns: Sequence[Sequence[str]], identifier: int, mark: int | None
) -> int | None:
    """Return the column for comments: by name, else the last one if it is empty or HTML where nothing is graded.

    The column of the last change, which may be the last one too, holds a dash for who has no mark yet.
    """
    for index, name in enumerate(header):
        if name in words.COMMENT and index:
            return index
    last = len(header) - 1
    empty_or_html = all(not cell or cell.startswith("<") for cell in columns[last])
    return last if empty_or_html and last not in (identifier, mark) else None


def _students(
    header: Sequence[str], columns: Sequence[Sequence[str]], identifier: int, maximum: Sequence[Decimal | None]
) -> Iterator[SheetRow]:
    name = _named(header, words.FULL_NAME)
    group = _named(header, words.GROUP)
    locked = _may_change(header, columns)
    for row, cell in enumerate(columns[identifier]):
        found = _IDENTIFIER.fullmatch(cell)
        yield SheetRow(
            index=row + 1,
            key=found["digits"] if found else cell,
            name=columns[name][row] if name is not None else cell,
            group=columns[group][row] if group is not None else "",
            maximum=maximum[row],
            closed=_LOCKED if locked is not None and columns[locked][row].casefold() in words.NO else "",
        )


def _named(header: Sequence[str], known: frozenset[str]) -> int | None:
    return next((index for index, name in enumerate(header) if name in known), None)


def _may_change(header: Sequence[str], columns: Sequence[Sequence[str]]) -> int | None:
    """Return the column that says whether a grade can be changed: by name, else the one of yes and no."""
    answers = words.YES | words.NO
    found = [
        index
        for index, cells in enumerate(columns)
        if header[index] in words.MAY_CHANGE or all(cell.casefold() in answers for cell in cells)
    ]
    return found[-1] if found else None
