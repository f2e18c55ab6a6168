"""The gate for archives: a Word file, or the work of a class. It looks at the list of entries, then unpacks."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from canvas.errors import InputError
from canvas.exchange.incoming import gate_limits as limits

_MAIN = "word/document.xml"
_NESTED = re.compile(r"\.(zip|jar|7z|rar|gz|tgz|bz2|xz|tar|cab|iso|apk)$", re.IGNORECASE)
_MACROS = re.compile(r"(^|/)vba(project|data)[^/]*$", re.IGNORECASE)
_XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
_DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_DIRECTORY_END = b"PK\x05\x06"
_CHUNK = 1_000_000
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError)
"""What Python's reader raises for an archive that is not what it says."""


class Bounds(NamedTuple):
    """What an archive may hold. strict: one bad entry is enough to refuse it; else that entry is refused alone."""

    entries: int
    total: int
    single: int
    strict: bool


DOCUMENT = Bounds(limits.ZIP_ENTRIES, limits.ZIP_TOTAL_BYTES, limits.ZIP_SINGLE_BYTES, True)
BATCH = Bounds(limits.BATCH_ENTRIES, limits.BATCH_TOTAL_BYTES, limits.FILE_BYTES, False)


@contextmanager
def opened(name: str, data: bytes, bounds: Bounds = DOCUMENT) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose list of entries keeps the bounds. Raises InputError, also when it breaks on the way.

    Nothing is ever unpacked to a disk; still, an entry whose name leads out of the archive gives it away.
    """
    try:
        if _claimed_entries(data) > bounds.entries:
            raise refused(name, f"it holds more than {bounds.entries:,} files")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(name, archive.infolist(), bounds)
            yield archive
    except (*DAMAGED, RuntimeError) as error:
        raise InputError(
            "this file is damaged, or not all of it arrived.",
            where=name,
            mend="Save it again from the program it was written in, and upload it once more.",
        ) from error


def check_docx(name: str, data: bytes, other: str = "") -> None:
    """Raise InputError unless this is a Word file whose parts may be read. other: what helps if it is none."""
    with opened(name, data) as archive:
        names = archive.namelist()
        if any(map(_MACROS.search, names)):
            raise refused(name, "it holds macros (small programs)", "Save it as .docx, without macros.")
        if _MAIN not in names:
            if other:
                raise InputError("this kind of file cannot be read.", where=name, mend=other)
            raise InputError(
                "this archive is no Word file.", where=name, mend="Unpack it and give the document itself."
            )
        if any(_NESTED.search(entry) for entry in names):
            raise refused(name, "it holds another archive")
        for entry in archive.infolist():
            if _XML.search(entry.filename):
                _check_xml(name, archive, entry)


def _claimed_entries(data: bytes) -> int:
    """Return how many entries the end of an archive claims, so that a huge list is not even read."""
    place = data.rfind(_DIRECTORY_END, max(0, len(data) - 66_000))
    if place < 0 or len(data) < place + 22:
        raise zipfile.BadZipFile("no end of the list")
    entries, size = struct.unpack("<HI", data[place + 10 : place + 16])
    return int(max(entries, size // 1_000))


def _check_entries(name: str, entries: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    if len(entries) > bounds.entries:
        raise refused(name, f"it holds more than {bounds.entries:,} files")
    if sum(entry.file_size for entry in entries) > bounds.total:
        raise refused(name, f"unpacked it is larger than {bounds.total // 1_000_000:,} MB")
    if bounds.strict and len({entry.filename for entry in entries}) < len(entries):
        raise refused(name, "two files in it have the same name")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if bounds.strict:
            check_entry(name, entry, bounds)
        if entry.header_offset < end:
            raise refused(name, "files in it overlap")
        end = entry.header_offset + 30 + entry.compress_size


def check_entry(name: str, entry: zipfile.ZipInfo, bounds: Bounds) -> None:
    """Raise InputError for an entry that is too large, protected, a link, or leads out of the archive."""
    path = entry.filename.replace("\\", "/")
    if (
        path.startswith("/")
        or ".." in path.split("/")
        or re.match(r"^[A-Za-z]:", path)
        or "\0" in entry.orig_filename
    ):
        raise refused(name, "a file in it wants to be written somewhere else")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise refused(name, "it holds a link to another file")
    if entry.flag_bits & 0x1:
        raise InputError(
            "this file is protected by a password.", where=name, mend="Save it without the password and try again."
        )
    if entry.file_size > bounds.single:
        raise refused(name, f"a file in it is larger than {bounds.single // 1_000_000} MB")
    small = entry.file_size <= limits.ZIP_SMALL_BYTES
    if not small and entry.file_size > limits.ZIP_RATIO * max(1, entry.compress_size):
        raise refused(name, "it unpacks to far more than it is")


def _check_xml(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse a part that declares anything of its own, hides its letters, or has too many tags to be a text."""
    marks, tail = 0, b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            if not tail:
                _check_letters(name, chunk)
            marks += chunk.count(b"<")
            if _DECLARED.search(tail + chunk):
                raise refused(name, "it declares things of its own (DOCTYPE)")
            if marks > limits.XML_MARKS:
                raise refused(name, "it has far more parts than a text needs")
            tail = chunk[-32:]


def _check_letters(name: str, start: bytes) -> None:
    told = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in start[:200] or (told and told[1].lower() not in _UTF8):
        raise refused(name, "its text is not written in UTF-8")


def refused(name: str, why: str, mend: str = "") -> InputError:
    """Return the error for a file that stays closed."""
    return InputError(
        f"this file is not opened, because {why}.",
        where=name,
        mend=mend or "Save it again from the program it was written in, or paste the text.",
    )
