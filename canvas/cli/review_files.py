"""What `canvas review` reads and writes: the batch from a disk, the marks, and files in the folder for them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from canvas.errors import InputError
from canvas.exchange.gate_limits import BATCH_BYTES, BATCH_ENTRIES
from canvas.models.review import Marks


def sources_of(path: Path, out: Path) -> list[tuple[str, bytes]]:
    """Return the zip, or every file of a folder with its path in it. Raises InputError for what cannot be read.

    out: the folder for the results; it may stand in the batch, and is not read.
    """
    if not path.is_dir():
        return [(path.name, bytes_of(path))]
    results = out.resolve()
    found = [file for file in sorted(path.rglob("*")) if file.is_file() and results not in file.resolve().parents]
    if not found:
        raise InputError("There is no file in this folder.", where=str(path), mend="Name another folder.")
    if len(found) > BATCH_ENTRIES or sum(file.stat().st_size for file in found) > BATCH_BYTES:
        raise InputError(
            f"This folder holds more than {BATCH_ENTRIES:,} files or {BATCH_BYTES // 1_000_000} MB.",
            where=str(path),
            mend="Name the folder that holds the submissions alone.",
        )
    return [(file.relative_to(path).as_posix(), bytes_of(file)) for file in found]


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises InputError."""
    try:
        if path.stat().st_size > BATCH_BYTES:
            raise InputError(
                f"this file is larger than {BATCH_BYTES // 1_000_000} MB.",
                where=str(path),
                mend="Download it in parts.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            "there is no such file.", where=str(path), mend="Check the name and the folder."
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(
            "this file cannot be read.", where=str(path), mend="Check that you may open it."
        ) from error


def marks_in(path: Path) -> Marks:
    """Return the marks of a file in the form of the documented `MARKS.json`. Raises InputError."""
    try:
        held: Any = json.loads(bytes_of(path).decode("utf-8-sig"), parse_float=Decimal)
        return Marks.model_validate(held)
    except (UnicodeDecodeError, RecursionError, json.JSONDecodeError) as error:
        raise InputError("This is no JSON.", where=str(path), mend="Give a file with marks.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the marks"
        raise InputError(
            f"{field}: {first['msg']}.",
            where=str(path),
            mend='It looks like {"max": 10, "students": {"4711": {"mark": 7.5, "comment": "…"}}}.',
        ) from error


def write_into(folder: Path, name: str, data: bytes) -> None:
    """Write one file of the result. Raises InputError when the folder does not take it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(
            f"The file cannot be written ({error.strerror}).",
            where=str(folder / name),
            mend="Choose another folder.",
        ) from error


def json_bytes(value: dict[str, Any]) -> bytes:
    """Return an object as a JSON file."""
    try:
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, as a file name may hold on some systems
        return (json.dumps(value, indent=1) + "\n").encode("ascii")
