"""What the platform's sheet adds to a batch: who handed in nothing, who was late, which keys are groups."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from canvas.desk.recognise import NAMES
from canvas.desk.sheets.groups import members_of
from canvas.desk.sheets.layout import SheetRow
from canvas.desk.sheets.sheet import Sheet
from canvas.errors import InputError
from canvas.models.review import Batch, Platform, Submission

_STATUS = "status"
_LATE = re.compile(r"\blate\b", re.IGNORECASE)


def with_missing(batch: Batch, sheet: Sheet) -> Batch:
    """Return the batch with what the sheet tells. Students are joined by id, never by name.

    Raises InputError for a sheet of another platform, or one in which none of the students stands.
    """
    rows = sheet.layout.rows
    members = {item.key: members_of(item, rows) for item in batch.submissions}
    came = {key for item in batch.submissions for key in _keys(item, members[item.key])}
    if sheet.platform is not batch.platform:
        raise InputError(
            f"This sheet is one of {NAMES[sheet.platform]}, and the submissions are not.",
            where=sheet.name,
            mend="Download the sheet of the assignment that the submissions came from.",
        )
    if batch.submissions and not came & dict(sheet.students).keys():
        raise InputError(
            "None of the students of this batch stands in the sheet: it belongs to another course or assignment.",
            where=sheet.name,
            mend="Download the sheet of the assignment that the submissions came from.",
        )
    late = _late(sheet)
    return batch.model_copy(
        update={
            "submissions": tuple(_told(item, members[item.key], late) for item in batch.submissions),
            "missing": tuple((key, name) for key, name in sheet.students if key not in came),
        }
    )


def _keys(item: Submission, members: Sequence[SheetRow]) -> tuple[str, ...]:
    """Return whose work this is: the students of a group, or the one student."""
    return tuple(row.key for row in members) or (() if item.group else (item.key,))


def _late(sheet: Sheet) -> Mapping[str, bool]:
    """Return who was late by the column “Status” of an English site; {} where the sheet has none."""
    header = [cell.text.strip().casefold() for cell in sheet.grid.rows[0]]
    if sheet.platform is not Platform.MOODLE or _STATUS not in header:
        return {}
    column = header.index(_STATUS)
    cells = {row.key: sheet.grid.rows[row.index][column].text for row in sheet.layout.rows}
    return {key: bool(_LATE.search(text)) for key, text in cells.items()}


def _told(item: Submission, members: Sequence[SheetRow], late: Mapping[str, bool]) -> Submission:
    """Return a submission with what the sheet tells: that it is a group's; its lateness, where no name told it."""
    if members:
        return item.model_copy(update={"group": True})
    if item.group or item.late is not None or item.key not in late:
        return item
    files = tuple(file.model_copy(update={"late": late[item.key]}) for file in item.files)
    return item.model_copy(update={"files": files})
