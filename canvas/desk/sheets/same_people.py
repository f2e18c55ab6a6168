"""Whether a sheet and a batch speak of the same people: students are joined by id, and names only warn."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from canvas.desk.sheets.groups import members_of
from canvas.desk.sheets.layout import SheetRow
from canvas.errors import InputError
from canvas.models.review import Batch


def checked_rows(rows: tuple[SheetRow, ...], batch: Batch, *, where: str) -> tuple[SheetRow, ...]:
    """Return the rows, closed where the download gives the same id to somebody with another name.

    Ids of two courses may be the same numbers; a name that shares no word is the sign of it.

    Raises InputError when that is so for more than half of the students.
    """
    called = {item.key: item.name for item in batch.submissions if not members_of(item, rows) and not item.group}
    compared = [row for row in rows if row.key in called and _is_name(row.name, row.key)]
    compared = [row for row in compared if _is_name(called[row.key], row.key)]
    strangers = {row.index for row in compared if not _share_a_word(row.name, called[row.key])}
    if len(strangers) * 2 > len(compared):
        raise InputError(
            "The ids of this sheet belong to other names than in the submissions: it is of another course.",
            where=where,
            mend="Download the sheet of the assignment that the submissions came from.",
        )
    return tuple(_closed(row, called[row.key]) if row.index in strangers else row for row in rows)


def _closed(row: SheetRow, name: str) -> SheetRow:
    why = f"Under this id the sheet names “{row.name}” and the submissions “{name}”."
    return replace(row, closed=row.closed or why)


def _is_name(name: str, key: str) -> bool:
    """Tell whether a name is one: blind marking writes the number in its place."""
    return bool(_letters(name)) and key not in name


def _share_a_word(one: str, other: str) -> bool:
    """Tell whether a word of one name stands in the other; Canvas writes all words of a name as one."""
    whole, parts = _letters(other), [_letters(word) for word in one.replace(",", " ").split()]
    backward, others = _letters(one), [_letters(word) for word in other.replace(",", " ").split()]
    return any(part and part in whole for part in parts) or any(part and part in backward for part in others)


def _letters(name: str) -> str:
    """Return the letters of a name without accents and case."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum())
