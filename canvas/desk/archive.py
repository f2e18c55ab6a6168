"""The files of a batch, from one zip or several files; the only place of the desk that opens a zip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from canvas.errors import InputError
from canvas.models.base import Frozen, clean_text
from canvas.models.review import Skipped

_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/.*|\.[^/]*|~[^/]*|thumbs\.db|desktop\.ini)$", re.IGNORECASE)
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_PATH = 1_000


class Unpacked(Frozen):
    """What a batch holds: the bytes of every file by its path, what was left out and why, and what is no work."""

    files: Mapping[str, bytes]
    skipped: tuple[Skipped, ...]
    ignored: tuple[str, ...]


def unpacked(sources: Sequence[tuple[str, bytes]]) -> Unpacked:
    """Return the files of one zip, or of several files as they are. Raises InputError when nothing is in them."""
    files: dict[str, bytes] = {}
    skipped: list[Skipped] = []
    ignored: list[str] = []
    for given, data in _entries(sources):
        path = clean_text(given.replace("\\", "/")).lstrip("/")
        if not path or path.endswith("/"):
            continue
        if _JUNK.search(path):
            ignored.append(path)
        elif why := _trick(given, path):
            skipped.append(Skipped(path=path[:_LONGEST_PATH], why=why))
        else:
            if path in files:
                skipped.append(
                    Skipped(path=path, why="Another file of this name follows in the zip; that one counts.")
                )
            files[path] = data
    if not files and not skipped:
        raise InputError(
            "There is no submission in it.", mend="Download the submissions again and give that file."
        )
    return Unpacked(files=files, skipped=tuple(skipped), ignored=tuple(ignored))


def _entries(sources: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    if len(sources) == 1 and is_zip(*sources[0]):
        yield from _of_a_zip(sources[0][1])
    else:
        yield from sources


def is_zip(name: str, data: bytes) -> bool:
    """Tell whether a file is a zip of submissions; a Word file is a zip inside too, but is called otherwise."""
    return name.lower().endswith(".zip") or (data[:4] == b"PK\x05\x06")


def _of_a_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield entry.filename, archive.read(entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError("This zip cannot be opened.", mend="Download it again.") from error


def _trick(given: str, path: str) -> str:
    """Return why a name is refused, "" for an honest one: nothing is unpacked to a disk, but names go back."""
    if given.startswith(("/", "\\")) or _DRIVE.match(path) or ".." in path.split("/"):
        return "Its name points out of the zip, so it was not read."
    return "Its name is too long." if len(path) > _LONGEST_PATH else ""
