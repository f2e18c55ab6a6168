"""Whether a sheet and a batch speak of the same people: students are joined by id, and names only warn."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from canvas.desk.sheets.groups import members_of
from canvas.desk.sheets.layout import SheetRow
from canvas.errors import InputError
from canvas.models.review import Batch, Submission


def checked_rows(rows: tuple[SheetRow, ...], batch: Batch, *, where: str) -> tuple[SheetRow, ...]:
    """Return the rows, closed where the download gives the same id to somebody with another name.

    Moodle counts ids anew for each assignment, and for groups: the same number may be somebody else.

    Raises InputError when that is so for more than half of the students.
    """
    alone = {item.key: item for item in batch.submissions if not item.group and not members_of(item, rows)}
    compared = [row for row in rows if row.key in alone and _are_names(row, alone[row.key])]
    why = {row.index: told for row in compared if (told := stranger(row, alone[row.key]))}
    if len(why) * 2 > len(compared):
        raise InputError(
            "The ids of this sheet belong to other names than in the submissions: it is of another course, or it "
            "names no groups where groups handed in.",
            where=where,
            mend="Download the sheet of the assignment that the submissions came from.",
        )
    return tuple(replace(row, closed=row.closed or why.get(row.index, "")) for row in rows)


def stranger(row: SheetRow, submission: Submission) -> str:
    """Return why this row is not about the student of a submission with the same id, "" when it may be."""
    if not _are_names(row, submission) or _share_a_word(row.name, submission.name):
        return ""
    return f"Under this id the sheet names “{row.name}” and the submissions “{submission.name}”."


def _are_names(row: SheetRow, submission: Submission) -> bool:
    return _is_name(row.name, row.key) and _is_name(submission.name, row.key)


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
