"""The files of a batch: of one zip, of several, or as they are. Nothing is ever unpacked to a disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from canvas.errors import InputError
from canvas.exchange.incoming.gate_batch import ArchiveEntry, open_archive
from canvas.exchange.incoming.gate_limits import BATCH_TOTAL_BYTES, FILE_BYTES
from canvas.models.base import Frozen
from canvas.models.clean_text import clean_text
from canvas.models.review import Skipped

_JUNK = re.compile(
    r"(?:^|/)(?:__MACOSX/.*|\.[^/]+/.*|\._[^/]*|~[$][^/]*|~[^/]*\.tmp|thumbs\.db|desktop\.ini"
    r"|\.(?![^/]*(?:docx?|odt|rtf|pdf|md|txt|html?|json)$)[^/]+)$",
    re.IGNORECASE,
)
"""What computers put into folders. A document whose own name begins with a dot or a tilde is a student's work."""
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_PATH = 1_000
_ARCHIVE = ".zip"
_NO_ROOM = f"Unpacked, these files are larger than {BATCH_TOTAL_BYTES // 1_000_000:,} MB."
_MOST_INSIDE = 100
"""Files in the zip of one student; more are a program or a web site."""


class Unpacked(Frozen):
    """What a batch holds: the bytes of every file by its path, what was left out and why, and what is no work."""

    files: Mapping[str, bytes]
    skipped: tuple[Skipped, ...]
    ignored: tuple[str, ...]


class _File(NamedTuple):
    """A file before it is read. given: its name as it came."""

    given: str
    read: Callable[[], bytes]


def unpacked(sources: Sequence[tuple[str, bytes]]) -> Unpacked:
    """Return the files of one zip, or of several files and zips. A zip that a student handed in is opened too.

    Raises InputError for a zip that cannot be opened, and when nothing is in it.
    """
    files: dict[str, bytes] = {}
    room = BATCH_TOTAL_BYTES
    skipped: list[Skipped] = []
    ignored: list[str] = []
    for path, file in _named(_files(sources)):
        if why := _trick(file.given, path):
            skipped.append(Skipped(path=path[:_LONGEST_PATH], why=why))
        elif is_junk(path):
            ignored.append(path)
        else:
            try:
                data = file.read()
            except InputError as error:
                skipped.append(Skipped(path=path, why=told(error)))
                continue
            room -= len(data)
            if room < 0:  # zips inside the zip add up to more than its own list tells
                raise InputError(_NO_ROOM, mend="Give the submissions in parts.")
            if path in files and files[path] != data:
                skipped.append(Skipped(path=path, why="Another file has the same name; the last one counts."))
            files[path] = data
    if not files and not skipped:
        raise InputError(
            "There is no submission in it.", mend="Download the submissions again and give that file."
        )
    return Unpacked(files=files, skipped=tuple(skipped), ignored=tuple(ignored))


def is_junk(path: str) -> bool:
    """Tell whether a computer made this file, and no student."""
    return bool(_JUNK.search(path))


def told(error: InputError) -> str:
    """Return an error as one sentence or two about a file that is named beside it."""
    words = f"{error.what} {error.mend}".strip()
    return words[:1].upper() + words[1:]


def _files(sources: Sequence[tuple[str, bytes]]) -> Iterator[_File]:
    """Yield what the sources hold; the paths of a zip begin with its name only where there are several sources."""
    for name, data in sources:
        if not _is_batch(name, data, alone=len(sources) == 1):
            yield from _inside(name, data) if _is_zip(name) else (_File(name, _same(data)),)
            continue
        for entry in open_archive(data, name):
            if _is_zip(entry.path):
                yield from _handed_in(entry)
            else:
                yield _File(_as_written(entry), entry.read)


def _is_batch(name: str, data: bytes, *, alone: bool) -> bool:
    return alone and (_is_zip(name) or data.startswith(b"PK\x05\x06"))


def _is_zip(name: str) -> bool:
    return name.lower().endswith(_ARCHIVE)


def _handed_in(entry: ArchiveEntry) -> Iterator[_File]:
    """Yield the files of a zip inside the batch, or the zip itself where it cannot be opened."""
    name = _as_written(entry)
    try:
        data = entry.read()
    except InputError:
        yield _File(name, entry.read)
        return
    yield from _inside(name, data)


def _inside(name: str, data: bytes) -> Iterator[_File]:
    """Yield the files of a student's zip under its name; the zip itself where it cannot be opened."""
    try:
        entries = open_archive(data, name)
    except InputError:
        entries = ()
    if len(entries) > _MOST_INSIDE or sum(entry.size for entry in entries) > FILE_BYTES:
        yield _File(name, _too_much)
        return
    if not entries:
        yield _File(name, _same(data))
    for entry in entries:
        yield _File(f"{name}/{_as_written(entry)}", entry.read)


def _too_much() -> bytes:
    raise InputError("this zip holds far more than a plan.", mend="Ask for the document itself.")


def _same(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _as_written(entry: ArchiveEntry) -> str:
    """Return the name of an entry; some programs write UTF-8 without saying so, which reads as odd signs."""
    if entry.info.flag_bits & 0x800:
        return entry.path
    try:
        return entry.path.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.path


def _named(files: Iterator[_File]) -> Iterator[tuple[str, _File]]:
    """Yield each file with its clean path, slashes as Unix writes them; folders are left out."""
    for file in files:
        path = clean_text(file.given.replace("\\", "/")).replace("\n", " ").lstrip("/")
        if path and not path.endswith("/"):
            yield path, file


def _trick(given: str, path: str) -> str:
    """Return why a name is refused, "" for an honest one: nothing is unpacked to a disk, but names go back."""
    if given.startswith(("/", "\\")) or _DRIVE.match(path) or ".." in path.split("/"):
        return "Its name points out of the zip, so it was not read."
    return "Its name is too long." if len(path) > _LONGEST_PATH else ""
