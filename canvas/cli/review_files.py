"""What `canvas review` reads and writes: the batch from a disk, the marks, and files in the folder for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from canvas.cli.disk import bytes_of, is_folder, is_taken, same_file, write
from canvas.content.loader import validate
from canvas.errors import InputError
from canvas.exchange.incoming.gate import decoded
from canvas.exchange.incoming.gate_limits import BATCH_BYTES, BATCH_ENTRIES, FILE_BYTES
from canvas.models.review import Marks

OBJECT, OVERVIEW, FEEDBACK = "batch.json", "overview.csv", "feedback.zip"
"""The files that every run writes."""
_FORM = 'It looks like {"max": 10, "students": {"4711": {"mark": 7.5, "comment": "…"}}}.'


def sources_of(path: Path, out: Path) -> list[tuple[str, bytes]]:
    """Return the zip, or every file of a folder with its path in it. Raises InputError for what cannot be read.

    out: the folder for the results; it may stand in the batch, and is not read. Links that lead out of the folder
    are not followed: whoever made the folder may have handed in one to a file of yours.
    """
    if not is_folder(path):
        return [(path.name, bytes_of(path, BATCH_BYTES))]
    found = list(_files(path, out))
    if not found:
        raise InputError("There is no file in this folder.", where=str(path), mend="Name another folder.")
    if len(found) > BATCH_ENTRIES or sum(file.stat().st_size for file in found) > BATCH_BYTES:
        raise InputError(
            f"This folder holds more than {BATCH_ENTRIES:,} files or {BATCH_BYTES // 1_000_000} MB.",
            where=str(path),
            mend="Name the folder that holds the submissions alone.",
        )
    return [(file.relative_to(path).as_posix(), bytes_of(file, BATCH_BYTES)) for file in found]


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """Yield the files of a folder, without those of the results."""
    root = folder.resolve()
    results = out.resolve() if is_folder(out) else None
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            holders = file.resolve().parents
            if root in holders and results not in holders:
                yield file


def check_out(out: Path, batch: Path, sheet: Path | None, marks: Path | None) -> None:
    """Raise InputError where the results would overwrite what was given, or each other, or have no folder."""
    if same_file(out, batch) and is_folder(out):
        raise InputError(
            "The results would stand among the submissions.", where=str(out), mend="Choose another --out."
        )
    if is_taken(out) and not is_folder(out):
        raise InputError("This is no folder.", where=str(out), mend="Choose another --out.")
    if sheet is not None and sheet.name in (OBJECT, OVERVIEW, FEEDBACK):
        raise InputError(
            "A result has the same name as the sheet.", where=str(sheet), mend="Give the sheet another name."
        )
    names = [OBJECT, OVERVIEW, FEEDBACK, *([sheet.name] if sheet else [])]
    for given in filter(None, (batch, sheet, marks)):
        if any(same_file(given, out / name) for name in names):
            raise InputError("A result would overwrite this file.", where=str(given), mend="Choose another --out.")


def marks_in(path: Path) -> Marks:
    """Return the marks of a file in the form of the documented `MARKS.json`.

    Raises InputError for what is no such object or names a student twice, ContentError with every wrong field.
    """
    try:
        held: Any = json.loads(
            decoded(bytes_of(path, FILE_BYTES), str(path)), parse_float=Decimal, object_pairs_hook=_once
        )
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise InputError("This is no JSON.", where=str(path), mend="Give a file with marks.") from error
    except KeyError as error:
        raise InputError(
            f"“{error.args[0]}” stands twice in it.", where=str(path), mend="Keep the one you mean."
        ) from error
    if not isinstance(held, dict):
        raise InputError("This is no object with marks.", where=str(path), mend=_FORM)
    return validate(held, Marks, str(path))


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON. KeyError with a name that stands in it twice: one of two marks would be lost."""
    held: dict[str, Any] = {}
    for name, value in pairs:
        if name in held:
            raise KeyError(name)
        held[name] = value
    return held


def write_into(folder: Path, name: str, data: bytes) -> None:
    """Write one file of the result. Raises InputError when the folder does not take it."""
    with suppress(OSError, ValueError):  # writing says what is wrong, with the name of the file
        folder.mkdir(parents=True, exist_ok=True)
    write(folder / name, data)


def json_bytes(value: dict[str, Any]) -> bytes:
    """Return an object as a JSON file."""
    try:
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, as a file name may hold on some systems
        return (json.dumps(value, indent=1) + "\n").encode("ascii")
