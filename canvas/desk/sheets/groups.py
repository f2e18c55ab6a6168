"""Groups of Moodle: a download names the group, a sheet and the feedback importer name its members."""

from __future__ import annotations

import re
from collections.abc import Mapping

from canvas.desk.sheets.layout import SheetRow
from canvas.models.review import Batch, GivenMark, Marks, Submission

_REMOVED = re.compile("[\x00-\x1f\x7f&<>\"`|':\\\\/]")

_DOTS = re.compile(r"\.\.+")


def moodle_name(name: str) -> str:
    """Return a name as Moodle writes it into the names of a download."""
    return _DOTS.sub("", _REMOVED.sub("", name.replace("_", " "))).strip()


def members_of(submission: Submission, rows: tuple[SheetRow, ...]) -> tuple[SheetRow, ...]:
    """Return the rows of the members when a submission is a group's, none when it is a student's.

    A download gives the number of a group where a student's would stand, and the two may be the same number: so a
    submission is a student's when its number stands beside its name, and a group's when a group is called so.
    """
    name = moodle_name(submission.name)
    if any(row.key == submission.key and moodle_name(row.name) == name for row in rows):
        return ()
    return tuple(row for row in rows if row.group and moodle_name(row.group) == name)


def with_members(marks: Marks, batch: Batch, rows: tuple[SheetRow, ...]) -> Marks:
    """Return the marks with each group's mark given to its members instead."""
    groups = {item.key: members for item in batch.submissions if (members := members_of(item, rows))}
    students: dict[str, GivenMark] = {key: given for key, given in marks.students.items() if key not in groups}
    of_groups: Mapping[str, GivenMark] = {
        row.key: marks.students[key] for key, members in groups.items() if key in marks.students for row in members
    }
    return marks.model_copy(update={"students": {**of_groups, **students}})
