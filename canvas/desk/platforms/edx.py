"""Open edX: `submissions.csv` names a student for each file of the download."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from canvas.desk.platforms.entry import Entry, Read, key_of, last_part, name_of
from canvas.models.review import Platform, SubmittedKind

PLATFORM = Platform.EDX
_TABLE = "submissions.csv"
_NAME = re.compile(r"^\[\d+\] - (?P<user>.+?) - (?P<file>.+)$", re.DOTALL)
_MARKED_FOLDER = re.compile(r"^\[\d+\]")


def entries(paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
    """Return what the table and the names tell; nothing without the table or the marked names."""
    tables = [path for path in paths if last_part(path) == _TABLE]
    if not tables and not any(_MARKED_FOLDER.match(part) for path in paths for part in path.split("/")[:-1]):
        return ()
    owners = _owners(read(tables[0])) if tables else {}
    if tables and not owners:
        return ()
    told = (_table(path) if path in tables else _entry(path, owners) for path in paths)
    return tuple(entry for entry in told if entry)


def _owners(data: bytes) -> dict[str, str]:
    """Return the student of each file path of the table; {} for a table of another form."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""))
    try:
        if not {"student_id", "file_path"} <= set(rows.fieldnames or ()):
            return {}
        return {row["file_path"].lstrip("/"): row["student_id"] for row in rows if row["file_path"]}
    except csv.Error:  # a student may have handed in a file of this name
        return {}


def _table(path: str) -> Entry:
    """The table itself is nobody's work."""
    return Entry(path=path, key=key_of(path), name=_TABLE, inner=_TABLE, kind=SubmittedKind.IGNORED)


def _entry(path: str, owners: dict[str, str]) -> Entry | None:
    name = _NAME.match(last_part(path))
    owner = next((owners[tail] for tail in _tails(path) if tail in owners), "")
    if not owner and not name:
        return None
    inner = name["file"] if name else last_part(path)
    return Entry(
        path=path,
        key=key_of(owner or (name["user"] if name else "")),
        name=name_of(name["user"] if name else owner),
        inner=inner,
        kind=SubmittedKind.ONLINE_TEXT if inner.startswith("prompt_") else SubmittedKind.FILE,
    )


def _tails(path: str) -> list[str]:
    """Return the path and what is left of it without the folders around it."""
    parts = path.split("/")
    return ["/".join(parts[start:]) for start in range(len(parts))]
