"""A platform's sheet: what stands in it, and the same sheet with marks and comments filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from canvas.desk.sheets import blackboard, canvas, moodle
from canvas.desk.sheets.filling import DecimalMark, Filled, filled
from canvas.desk.sheets.grid import Grid, read_grid
from canvas.desk.sheets.groups import with_members
from canvas.desk.sheets.layout import Layout
from canvas.desk.sheets.likely_column import likely_column
from canvas.desk.sheets.same_people import checked_rows
from canvas.errors import InputError
from canvas.models.review import Batch, Key, Marks, Platform

_EDX = frozenset(("user_id", "csum", "block_id", "last_points"))


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read. name: of the file. columns: the headers that may hold the mark.

    column: the header of the mark, "" while several may be meant: then `with_column` says which.
    """

    name: str
    grid: Grid = field(repr=False)
    layout: Layout = field(repr=False)

    @property
    def platform(self) -> Platform:
        """Return the platform that reads this sheet."""
        return self.layout.platform

    @property
    def students(self) -> tuple[tuple[Key, str], ...]:
        """Return key and name of every student in the sheet, in its order."""
        return tuple((row.key, row.name) for row in self.layout.rows)

    @property
    def groups(self) -> Mapping[str, tuple[Key, ...]]:
        """Return the keys of the members by the name of their group, where the sheet tells groups."""
        members: dict[str, list[str]] = {}
        for row in self.layout.rows:
            if row.group:
                members.setdefault(row.group, []).append(row.key)
        return {group: tuple(keys) for group, keys in members.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the headers of the columns that may hold the mark."""
        return self.layout.columns

    @property
    def column(self) -> str:
        """Return the header of the column that is filled, "" while it is not chosen."""
        return "" if self.layout.mark is None else self.grid.rows[0][self.layout.mark].text

    @property
    def maximum(self) -> Decimal | None:
        """Return the highest mark, None when the sheet tells none or several."""
        found = {row.maximum for row in self.layout.rows}
        return found.pop() if len(found) == 1 else None

    @property
    def decimal_mark(self) -> DecimalMark:
        """Return the decimal mark of the numbers in the sheet; a point when none is written."""
        if self.layout.mark is None:
            return "."
        near = (self.layout.mark, self.layout.mark + 1)
        cells = [row[index].text.strip() for row in self.grid.rows[1:] for index in near if index < len(row)]
        numbers = [cell for cell in cells if cell.replace(",", "").isdigit()]
        return "," if any("," in cell for cell in numbers) else "."

    def with_column(self, column: str) -> Sheet:
        """Return the sheet with this column chosen for the mark. Raises InputError when there is none."""
        return _sheet(self.name, self.grid, column)

    def filled(self, marks: Marks, batch: Batch | None = None) -> Filled:
        """Return the sheet with these marks; only cells for marks and comments change.

        batch: where the marks come from. A group's mark goes to each of its members, and an id that belongs to
        another name is left out. Its title also tells the column, where none was chosen.

        Raises InputError when the sheet is of another course, or its column is not chosen.
        """
        if not self.column and batch is not None and (column := likely_column(self.columns, batch.title)):
            done = self.with_column(column).filled(marks, batch)
            return done.model_copy(update={"notes": (f"The marks are in the column “{column}”.", *done.notes)})
        if batch is None:
            return filled(self.name, self.grid, self.layout, marks, self.decimal_mark)
        rows = self.layout.rows
        if self.platform is Platform.MOODLE:  # elsewhere ids belong to one person only, and groups hide the names
            rows = checked_rows(rows, batch, where=self.name)
        own = with_members(marks, batch, rows)
        return filled(self.name, self.grid, replace(self.layout, rows=rows), own, self.decimal_mark)


def read_sheet(name: str, data: bytes, column: str = "") -> Sheet:
    """Return a worksheet of Moodle, a gradebook of Canvas or a column file of Blackboard, known by its columns.

    column: the header of the column for the mark, where several may be meant.

    Raises InputError when it is none of them or cannot be read.
    """
    return _sheet(name, read_grid(data, where=name), column)


def _sheet(name: str, grid: Grid, column: str) -> Sheet:
    header = {cell.text.strip() for cell in grid.rows[0]}
    if header >= _EDX:
        raise InputError(
            "This is a file of Open edX: marks do not go back there.",
            where=name,
            mend="Use the overview and the feedback files.",
        )
    for reader in (canvas, blackboard, moodle):
        layout = reader.layout_of(grid, column, where=name)
        if layout is not None:
            return Sheet(name, grid, layout)
    raise InputError(
        "This is no sheet of Moodle, Canvas or Blackboard.",
        where=name,
        mend="Take Moodle's grading worksheet, the gradebook export of Canvas or the column file of Blackboard.",
    )
