"""A text from a file or standard input, or one clear line why it cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path

from canvas.errors import InputError
from canvas.models import limits
from canvas.reading.plain import plain_text

_LATER = frozenset({".docx", ".pdf", ".doc", ".odt", ".rtf"})
_HTML = frozenset({".html", ".htm"})
_MOST_BYTES = 200_000_000


def read_text(name: str, most: int | None = limits.DRAFT) -> str:
    """Return the text of a file, or of standard input for `-`. Raises InputError.

    most: characters allowed; None reads data of any length as it is, also from .html.
    """
    path = Path(name)
    if most is not None and path.suffix.lower() in _LATER:
        raise InputError(
            "this kind of file cannot be read yet.", where=name, mend="Paste its text, or save it as .txt."
        )
    text = _decoded(_bytes(name, path, _MOST_BYTES if most is None else most * 4), name)
    if most is not None and path.suffix.lower() in _HTML:
        text = plain_text(text)
    if most is not None and len(text) > most:
        raise _too_long(name)
    return text


def _bytes(name: str, path: Path, most: int) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except IsADirectoryError as error:
        raise InputError("this is a folder.", where=name, mend="Name the files in it.") from error
    except FileNotFoundError as error:
        raise InputError("there is no such file.", where=name, mend="Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        raise InputError("this file cannot be read.", where=name, mend="Check that you may open it.") from error
    if len(data) > most:
        raise _too_long(name)
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("this is not plain text.", where=name, mend="Save it as text in UTF-8.") from error
    if "\0" in text:
        raise InputError("this is a binary file, not text.", where=name, mend="Save it as plain text first.")
    return text


def _too_long(name: str) -> InputError:
    return InputError(
        f"this is longer than {limits.DRAFT:,} characters.", where=name, mend="Check one section at a time."
    )
