"""The gate: what every file passes before a library opens it. It says what a file is, or why it stays outside."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from canvas.errors import InputError
from canvas.exchange.incoming import gate_limits as limits
from canvas.models.clean_text import clean_text

_ENDINGS = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".json": "json",
}
_OTHERS = {
    ".doc": "Open it in a word processor and save it as .docx.",
    ".odt": "Open it in a word processor and save it as .docx.",
    ".rtf": "Open it in a word processor and save it as .docx.",
    ".pages": "Open it in Pages and export it as Word or PDF.",
    ".docm": "Save it as .docx, without macros.",
    ".gdoc": "It is only a link. Open it in Google Docs and download it as Word (.docx).",
    ".pptx": "Copy its text and paste it, or save it in a .docx.",
    ".xlsx": "Copy its text and paste it, or save it in a .docx.",
    ".dotx": "Save it as .docx.",
    ".dotm": "Save it as .docx, without macros.",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|br|hr|img|input|meta|link|t[drh]|d[td]|col|option|source|wbr)\b)[a-z]", re.IGNORECASE
)
_KINDS = ".docx, .pdf, .html, .md or .txt"


class Admitted(NamedTuple):
    """A file that may be read. format: what it is by its bytes. text: of a text file, decoded and cleaned."""

    format: str
    text: str = ""


def check_file(name: str, data: bytes) -> Admitted:
    """Say what a file is, by its bytes first and its name second.

    Raises InputError in plain words for everything that stays outside: too large, empty, protected by a password,
    with macros, an archive that unpacks to far more than it is, and every other kind of file.
    """
    if len(data) > limits.FILE_BYTES:
        raise _too_large(name, limits.FILE_BYTES)
    ending = PurePath(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        from canvas.exchange.incoming.gate_zip import check_docx  # plain text needs no archives

        check_docx(name, data, _OTHERS.get(ending, ""))
        return Admitted("docx")
    if data[:1024].lstrip().startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in data[:1024]):
        return Admitted("pdf")
    if data.startswith(_OLD_OFFICE):
        raise _old_office(name, data)
    kind = _kind_of_text(name, ending, data)
    text = clean_text(decoded(data, name))
    if kind == "html" and _depth(text) > limits.HTML_DEPTH:
        raise InputError("this page is nested too deeply.", where=name, mend="Copy its text and paste it.")
    return Admitted(kind, text)


def _depth(page: str) -> int:
    """Return how many tags stand open at once at most; those that close themselves do not count."""
    deepest = depth = 0
    for tag in _NESTING.finditer(page):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _kind_of_text(name: str, ending: str, data: bytes) -> str:
    """Return the format of a file that is neither Word nor PDF by its bytes, going by its name."""
    if ending in _OTHERS:
        raise InputError("this kind of file cannot be read.", where=name, mend=_OTHERS[ending])
    kind = _ENDINGS.get(ending, "txt" if ending == "" or name == "-" else "")
    if kind in ("docx", "pdf"):
        if not data:
            raise InputError(
                "this file is empty.", where=name, mend="Save it again and look whether it has a size."
            )
        called = "Word file" if kind == "docx" else "PDF"
        raise InputError(
            f"this is not a {called}, whatever its name says, or it is broken.",
            where=name,
            mend="Save or export it again from the program it was written in.",
        )
    if data.startswith(_PICTURES):
        raise InputError("this is not plain text: it is a picture.", where=name, mend=f"Give a {_KINDS} file.")
    if not kind:
        raise InputError("this kind of file cannot be read.", where=name, mend=f"Give a {_KINDS} file.")
    return kind


def decoded(data: bytes, name: str, most: int = limits.TEXT_BYTES) -> str:
    """Return the text of bytes: UTF-8, UTF-16 with its mark, or the old Windows letters. Raises InputError.

    Nothing in it is changed here, and letters are never put together anew (NFC): quotes have to stay exact.
    """
    if len(data) > most:
        raise _too_long(name)
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = _old_letters(data)
        if not text:
            raise InputError("this is not plain text.", where=name, mend="Save it as text in UTF-8.") from error
    if "\0" in text:
        raise InputError("this is a binary file, not text.", where=name, mend="Save it as plain text first.")
    return text


def _old_letters(data: bytes) -> str:
    """Return a text in the letters of Western Windows; "" for bytes that are no text."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "" if _CONTROLS.search(text) else text


def _old_office(name: str, data: bytes) -> InputError:
    if _ENCRYPTED_PACKAGE in data:
        return InputError(
            "this file is protected by a password.", where=name, mend="Save it without the password and try again."
        )
    return InputError(
        "this is an old Word file (.doc).", where=name, mend="Open it in a word processor and save it as .docx."
    )


def _too_large(name: str, most: int) -> InputError:
    return InputError(
        f"this file is larger than {most // 1_000_000} MB.",
        where=name,
        mend="Save it without pictures, or give only the section.",
    )


def _too_long(name: str) -> InputError:
    return InputError(
        f"this is longer than {limits.WHOLE_CHARACTERS:,} characters.",
        where=name,
        mend="Give the plan, or the section, alone.",
    )
