"""A text from a file or standard input, or one clear line why it cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from canvas.cli.disk import bytes_of, within
from canvas.errors import InputError
from canvas.exchange.incoming.gate import check_file, decoded
from canvas.exchange.incoming.gate_limits import FILE_BYTES
from canvas.exchange.incoming.judged import judged
from canvas.models import limits

if TYPE_CHECKING:  # plain text needs none of the models of a workbook
    from canvas.models.workbook import Workbook

_MOST_BYTES = 200_000_000
_LIGHT = ("md", "txt")
_COPY = "canvas-coach"


class Given(NamedTuple):
    """What is to be checked. says: what a person should know about how it was read, a line each.

    text: the found section, else the whole text. workbook: of an export, so that its plan is asked about too.
    """

    name: str
    text: str
    says: tuple[str, ...] = ()
    workbook: Workbook | None = None


def read_given(name: str) -> Given:
    """Return the text of a file of any format, or of standard input for `-`. Raises InputError."""
    data = _bytes(name, FILE_BYTES)
    admitted = check_file(name, data)
    if admitted.format not in _LIGHT or _COPY in admitted.text:
        return _given_document(name, data)
    _check_not_empty(admitted.text, name)
    text, section = judged(admitted.text)
    _check_length(text, name)
    return Given(name, text, _says_section(section.heading) if section else ())


def read_text(name: str, most: int | None = limits.DRAFT) -> str:
    """Return the whole text of a file of any format, or of standard input for `-`. Raises InputError.

    most: characters allowed; None reads any data as it is, an empty file too, whatever its name.
    """
    if most is None:
        return decoded(_bytes(name, _MOST_BYTES), name, _MOST_BYTES)
    data = _bytes(name, FILE_BYTES)
    admitted = check_file(name, data)
    text = admitted.text
    if admitted.format not in _LIGHT:
        from canvas.exchange.incoming.intake import read_file

        text = read_file(name, data).whole
    _check_not_empty(text, name)
    _check_length(text, name)
    return text


def _given_document(name: str, data: bytes) -> Given:
    """Read what is more than plain text; its readers are loaded only now."""
    from canvas.exchange.incoming.intake import read_file

    taken = read_file(name, data)
    if taken.workbook is None:  # a plan without a draft is asked about all the same
        _check_not_empty(taken.text, name)
    says = _says_section(taken.section.heading) if taken.section and taken.workbook is None else ()
    changed = tuple(
        f"Changed after the export: “{item.exported}” is now “{item.visible}”." for item in taken.changes
    )
    note = (taken.note,) if taken.note else ()
    return Given(name, taken.text, (*note, *changed, *says, *taken.lost), taken.workbook)


def _says_section(heading: str) -> tuple[str, ...]:
    return (f"Only the section “{heading}” is checked.",)


def _bytes(name: str, most: int) -> bytes:
    if name != "-":
        return bytes_of(Path(name), most)
    try:
        return within(sys.stdin.buffer.read(most + 1), most, name)
    except OSError as error:
        raise InputError("standard input cannot be read.", mend="Pipe a text in, or name a file.") from error


def _check_not_empty(text: str, name: str) -> None:
    if not text.strip():
        where = "standard input" if name == "-" else name
        raise InputError("this is empty.", where=where, mend="Name a file with a text in it, or pipe a text in.")


def _check_length(text: str, name: str) -> None:
    if len(text) > limits.DRAFT:
        raise InputError(
            f"this is longer than {limits.DRAFT:,} characters.", where=name, mend="Check one section at a time."
        )
