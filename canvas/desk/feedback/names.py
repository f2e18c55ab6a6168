"""Under which names feedback goes back, so that each platform finds its student again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from canvas.desk.sheets.groups import members_of, moodle_name
from canvas.desk.sheets.layout import SheetRow
from canvas.desk.sheets.same_people import stranger
from canvas.desk.sheets.sheet import Sheet
from canvas.errors import InputError
from canvas.models.review import Submission, SubmittedFile, SubmittedKind

_MOODLE = re.compile(
    r"(?P<who>[^_]*_(?P<id>\d+))_assignsubmission_(?P<plugin>file|onlinetext)(?P<rest>_.*)?", re.DOTALL
)
_DIGITS = re.compile(r"\d+")
_UNSAFE = re.compile(r"[^\w.@-]+")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")
_LONGEST = 80


def moodle_places(submission: Submission, sheet: Sheet | None) -> tuple[Callable[[str], str], ...]:
    """Return for each receiver what makes a path of a file name: the folder of the download, or one a member.

    Raises InputError when the number of the student cannot be told.
    """
    rows = sheet.layout.rows if sheet else ()
    if members := members_of(submission, rows):
        return tuple(_in(f"{moodle_name(row.name)}_{row.key}_assignsubmission_file") for row in members)
    if submission.group:
        raise InputError(
            "This is a group: its members are known from the grading worksheet only."
            if sheet is None
            else "The worksheet names no members of this group."
        )
    if sheet is not None:
        _check_the_number(submission, rows)
    online = sorted(submission.files, key=lambda file: file.kind is not SubmittedKind.FILE)
    for file in online:
        for part in PurePosixPath(file.path).parts:
            told = _MOODLE.fullmatch(part)
            if told and told["id"] == submission.key:
                is_flat = part == PurePosixPath(file.path).name
                if is_flat:
                    return (_flat(f"{told['who']}_assignsubmission_file"),)
                return (_in(part if told["plugin"] == "file" else f"{told['who']}_assignsubmission_file"),)
    raise InputError("The name of the download does not tell this student's number.")


def _check_the_number(submission: Submission, rows: tuple[SheetRow, ...]) -> None:
    """Raise InputError when the number may be a group's: it is not in the worksheet, or beside another name."""
    row = next((row for row in rows if row.key == submission.key), None)
    if row is None:
        raise InputError("This number does not stand in the worksheet.")
    if why := stranger(row, submission):
        raise InputError(why)


def canvas_name(submission: Submission) -> tuple[SubmittedFile, str]:
    """Return the file that goes back, and its name as it was downloaded: the judged one, else another file.

    Raises InputError when Canvas would take none of them back.
    """
    files = [submission.judged, *submission.files]
    why = "Canvas takes no feedback file for a text entry or a link."
    for file in files:
        if file.kind is not SubmittedKind.FILE:
            continue
        name = PurePosixPath(file.path).name
        if name.startswith("._") or name.split("_")[-1].startswith("link"):
            why = "Canvas ignores files of this name on the way back."
        elif not _is_canvas(name, submission.key):
            why = "The name of the download does not tell this student's number."
        else:
            return file, name
    raise InputError(why)


def _is_canvas(name: str, key: str) -> bool:
    """Tell whether Canvas reads these ids back: after `anon`, else the first two pieces of digits alone."""
    pieces = [piece for piece in name.split("_") if piece != "LATE"]
    if pieces[0] == "anon":
        return pieces[1:2] == [key]
    digits = [piece for piece in pieces if _DIGITS.fullmatch(piece)]
    return len(digits) > 1 and digits[0] == key


class SafeNames:
    """Names that any computer can hold, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, key: str) -> str:
        """Return a name for a key: letters of every script stay, what a path reads otherwise does not."""
        base = _UNSAFE.sub("_", key).strip("._- ")[:_LONGEST] or "student"
        base = f"_{base}" if _RESERVED.fullmatch(base.partition(".")[0]) else base
        name, number = base, 1
        while name.casefold() in self._given:
            number += 1
            name = f"{base}-{number}"
        self._given.add(name.casefold())
        return name


def _in(folder: str) -> Callable[[str], str]:
    return lambda name: f"{folder}/{name}"


def _flat(prefix: str) -> Callable[[str], str]:
    return lambda name: f"{prefix}_{name}"
