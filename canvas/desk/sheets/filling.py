"""Marks and comments into the cells of a sheet: what changes, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from canvas.desk.marking import in_hundredths, shown
from canvas.desk.sheets.grid import Cell, Grid
from canvas.desk.sheets.layout import Layout, SheetRow, number_in
from canvas.errors import InputError
from canvas.models.base import Frozen
from canvas.models.review import GivenMark, Key, Marks, Platform

DecimalMark = Literal[".", ","]


class Change(Frozen):
    """One cell that changes: whose it is, what it is, and what stands there before and after."""

    key: Key
    name: str
    what: Literal["mark", "comment"]
    before: str
    after: str


class LeftOut(Frozen):
    """A student whose sheet row or feedback file stays as it is, and why in plain words."""

    key: Key
    name: str
    why: str


class Filled(Frozen):
    """A sheet to give back. notes: what the reader should know about all of it."""

    data: bytes
    changes: tuple[Change, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...] = ()


@dataclass
class _Filling:
    """What was gathered on the way through the rows."""

    cells: dict[Cell, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def filled(name: str, grid: Grid, layout: Layout, marks: Marks, decimal_mark: DecimalMark) -> Filled:
    """Return the sheet with these marks, keyed as its rows are.

    A mark is scaled from `marks.max` to the maximum of its row and rounded half up to hundredths.

    Raises InputError when the column is not chosen, or no mark belongs to this sheet.
    """
    if layout.mark is None:
        named = ", ".join(f"“{column}”" for column in layout.columns) or "none"
        raise InputError(
            "Several columns may hold the mark." if layout.columns else "The sheet has no column for this mark.",
            where=name,
            mend=f"Choose one of them: {named}.",
        )
    counted = Counter(row.key for row in layout.rows)
    if marks.students and not counted.keys() & marks.students.keys():
        raise InputError(
            "None of the students of this batch stands in the sheet: it belongs to another course or assignment.",
            where=name,
            mend="Download the sheet of the assignment that the submissions came from.",
        )
    filling = _Filling()
    for row in layout.rows:
        _fill(filling, grid, layout, row, marks, decimal_mark, twice=counted[row.key] > 1)
    for key in marks.students:
        if key not in counted:
            filling.left_out.append(LeftOut(key=key, name="", why="This student does not stand in the sheet."))
    return Filled(
        data=_data(grid, layout, filling.cells),
        changes=tuple(filling.changes),
        left_out=tuple(filling.left_out),
        notes=_notes(layout, marks),
    )


def _fill(
    filling: _Filling,
    grid: Grid,
    layout: Layout,
    row: SheetRow,
    marks: Marks,
    decimal_mark: DecimalMark,
    *,
    twice: bool,
) -> None:
    """Gather what changes in one row."""
    given = marks.students.get(row.key)
    why = _why_not(row, given, marks, twice=twice)
    if why or given is None:
        filling.left_out.append(LeftOut(key=row.key, name=row.name, why=why))
        return
    before = len(filling.changes)
    cells = grid.rows[row.index]
    if given.mark is not None and layout.mark is not None:
        mark, cell = _scaled(given.mark, marks.max, row.maximum), cells[layout.mark]
        if number_in(cell.text) != mark:
            _change(filling, row, "mark", cell, shown(mark, decimal_mark))
    if given.comment.strip() and layout.comment is not None:
        after = layout.comment_of(given.comment)
        if cells[layout.comment].text != after:
            _change(filling, row, "comment", cells[layout.comment], after)
            if layout.format and cells[layout.format[0]].text.strip().upper() not in (layout.format[1], "HTML"):
                filling.cells[cells[layout.format[0]]] = layout.format[1]
    if len(filling.changes) == before:
        filling.left_out.append(LeftOut(key=row.key, name=row.name, why=_nothing_new(given, layout)))


def _change(filling: _Filling, row: SheetRow, what: Literal["mark", "comment"], cell: Cell, after: str) -> None:
    filling.cells[cell] = after
    filling.changes.append(Change(key=row.key, name=row.name, what=what, before=cell.text, after=after))


def _why_not(row: SheetRow, given: GivenMark | None, marks: Marks, *, twice: bool) -> str:
    """Return why a row stays as it is, "" when it may be filled."""
    if given is None:
        return "There is no mark for this student."
    if given.mark is None and not given.comment.strip():
        return "There is neither a mark nor a comment."
    if twice:
        return "This student stands twice in the sheet, so it is not clear which row is meant."
    if row.closed:
        return row.closed
    return too_high(given, marks)


def too_high(given: GivenMark, marks: Marks) -> str:
    """Return why a mark cannot be given at all, "" for one that can."""
    if given.mark is None or given.mark <= marks.max:
        return ""
    return f"The mark {shown(given.mark)} is higher than {shown(marks.max)}."


def _nothing_new(given: GivenMark, layout: Layout) -> str:
    if given.mark is None and layout.comment is None:
        return "There is a comment but no mark, and the sheet takes no comments."
    return "The sheet already says the same."


def _scaled(mark: Decimal, of: Decimal, maximum: Decimal | None) -> Decimal:
    """Return a mark on the scale of the sheet, rounded half up to hundredths."""
    return in_hundredths(mark if maximum is None or maximum == of else mark * maximum / of)


def _data(grid: Grid, layout: Layout, cells: dict[Cell, str]) -> bytes:
    text = grid.written(cells, all_quoted=layout.all_quoted)
    if (
        layout.platform is Platform.CANVAS
    ):  # it reads UTF-8, and compares the first header with a mark in front as another word
        return text.encode("utf-8")
    return grid.as_it_came(text)


def _notes(layout: Layout, marks: Marks) -> tuple[str, ...]:
    notes = []
    commented = any(given.comment.strip() for given in marks.students.values())
    if commented and layout.no_comments:
        notes.append(layout.no_comments)
    maxima = {row.maximum for row in layout.rows if row.maximum is not None} - {marks.max}
    if maxima:
        highest = " or ".join(shown(maximum, ".") for maximum in sorted(maxima))
        notes.append(
            f"The marks are out of {shown(marks.max)}, the sheet is out of {highest}: they were scaled "
            "and rounded half up to hundredths."
        )
    return tuple(notes)
