"""Moodle: `{full name}_{id}_assignsubmission_file/…`, or the same in one flat name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from canvas.desk.platforms.entry import Entry, Read, key_of, last_part, name_of
from canvas.models.review import Platform, SubmittedKind

PLATFORM = Platform.MOODLE
_PART = re.compile(
    r"^(?P<name>.*?)(?:_(?P<id>\d{1,40}))?_assignsubmission_(?P<plugin>file|onlinetext)(?:_(?P<flat>.*))?$",
    re.DOTALL,
)


def entries(paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
    """Return what Moodle's names tell; a group without a number is known by its name only."""
    found = tuple(entry for entry in map(_entry, paths) if entry)
    pairs = {(entry.name, entry.key) for entry in found}
    shared = {name for name, times in Counter(name for name, _ in pairs).items() if times > 1} | {"Participant"}
    return tuple(_numbered(entry) if entry.name in shared else entry for entry in found)


def _entry(path: str) -> Entry | None:
    for part in path.split("/"):
        if told := _PART.match(part):
            name, number = name_of(told["name"]), told["id"]
            online = told["plugin"] == "onlinetext"
            return Entry(
                path=path,
                key=number or key_of(name),
                name=name,
                inner=last_part(path) if part != last_part(path) else told["flat"] or part,
                kind=SubmittedKind.ONLINE_TEXT if online else SubmittedKind.FILE,
                group=number is None,
                remark="" if number else "Moodle gave this group no number, so nothing can be sent back for it.",
            )
    return None


def _numbered(entry: Entry) -> Entry:
    """Blind marking names everybody alike, in the language of the site; two people may too: the number tells."""
    return entry if entry.group else entry.model_copy(update={"name": f"{entry.name} {entry.key}"})
