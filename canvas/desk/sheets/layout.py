"""What a sheet says, whichever platform it came from: who stands in which row, and which columns are to fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from canvas.errors import InputError
from canvas.models.limits import MARK
from canvas.models.review import Platform

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class SheetRow:
    """A student in a sheet. index: of the row in the grid. group: its name, "" without one.

    maximum: of this row, None where the sheet tells none. closed: why no mark may be written here, "" when it may.
    """

    index: int
    key: str
    name: str
    group: str = ""
    maximum: Decimal | None = None
    closed: str = ""


@dataclass(frozen=True)
class Layout:
    """A sheet as its platform reads it.

    columns: the headers that may hold the mark; mark: the index of the one to fill, None while it is not chosen.
    comment: the index of the column for comments, None without one. comment_of: a plain comment as this platform
    wants it. format: the index of a column that tells how the comment is written, and what to write there.
    all_quoted: every cell needs quotes. no_comments: why comments stay out, "" when there is a column.
    """

    platform: Platform
    rows: tuple[SheetRow, ...]
    columns: tuple[str, ...]
    mark: int | None
    comment: int | None = None
    comment_of: Callable[[str], str] = str
    format: tuple[int, str] | None = None
    all_quoted: bool = False
    no_comments: str = ""


def number_in(cell: str) -> Decimal | None:
    """Return the number of a cell with either decimal mark, or None when it holds something else."""
    bare = cell.strip().replace(" ", "").replace("\u00a0", "")
    if not _NUMBER.fullmatch(bare):
        return None
    try:
        return Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None


def maximum_in(cell: str) -> Decimal | None:
    """Return the highest mark that a cell tells; None for what no mark is out of, such as 0 points."""
    number = number_in(cell)
    return number if number is not None and 0 < number <= MARK else None


def chosen(column: str, names: Sequence[str], indexes: Sequence[int], *, where: str) -> int | None:
    """Return the index of the column with this header; the only one without a wish, None if there are several.

    Raises InputError when no column is called so.
    """
    if not column:
        return indexes[0] if len(indexes) == 1 else None
    for name, index in zip(names, indexes, strict=True):
        if name.strip().casefold() == column.strip().casefold():
            return index
    shown = ", ".join(f"“{name}”" for name in names)
    raise InputError(f"There is no column “{column}” for marks.", where=where, mend=f"The sheet has: {shown}.")
