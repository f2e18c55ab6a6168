"""A table file as it came: every cell knows its place, so that only the changed ones are written anew."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from canvas.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DELIMITERS = ("\t", ";", ",")
_MOST = 20_000_000
"""Bytes of a sheet; 500 students with whole online texts stay far below."""
_MOST_CELLS = 1_000_000


@dataclass(frozen=True)
class Cell:
    """One cell. text: as a reader sees it; start and end: its place in the file, its quotes included."""

    text: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True)
class Grid:
    """A sheet that was read. rows: without empty lines. bom: the bytes in front; encoding: of what follows."""

    text: str = field(repr=False)
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    delimiter: str
    encoding: str
    bom: bytes

    def written(self, new: Mapping[Cell, str], *, all_quoted: bool = False) -> str:
        """Return the text with these cells changed. all_quoted: for a platform that wants quotes everywhere."""
        pieces, last = [], 0
        for row in self.rows:
            for cell in row:
                if cell not in new and (cell.quoted or not all_quoted):
                    continue
                pieces += [self.text[last : cell.start], self._cell(new.get(cell, cell.text), cell, all_quoted)]
                last = cell.end
        return "".join([*pieces, self.text[last:]])

    def _cell(self, text: str, old: Cell, all_quoted: bool) -> str:
        needed = any(sign in text for sign in f'{self.delimiter}"\r\n') or text != text.strip()
        return '"' + text.replace('"', '""') + '"' if needed or old.quoted or all_quoted else text

    def as_it_came(self, text: str) -> bytes:
        """Return the text in the encoding of the file; letters it lacks become HTML references."""
        return self.bom + text.encode(self.encoding, "xmlcharrefreplace")


def read_grid(data: bytes, *, where: str) -> Grid:
    """Return the cells of a CSV or tab-separated file. where: the file's name, for messages.

    A backslash before a quote is read as the exporting platform writes it, unless the rows do not fit then.

    Raises InputError for what is no such table, or when the rows differ in length.
    """
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        raise InputError("This is an Excel workbook, not a CSV file.", where=where, mend="Save it as CSV (UTF-8).")
    if len(data) > _MOST:
        raise InputError("The sheet is larger than 20 MB.", where=where)
    text, encoding, bom = _decoded(data)
    delimiter = _delimiter(text)
    if text.count(delimiter) + text.count("\n") + text.count("\r") > _MOST_CELLS:
        raise InputError("The sheet has far more cells than a class needs.", where=where)
    problem = "There is no table in it."
    for escapes in (True, False):
        rows = tuple(row for row in _rows(text, delimiter, escapes=escapes) if _filled(row))
        if len(rows) > 1 or (rows and len(rows[0]) > 1):
            wrong = next((number for number, row in enumerate(rows) if len(row) != len(rows[0])), None)
            if wrong is None:
                return Grid(text, rows, delimiter, encoding, bom)
            problem = f"Row {wrong + 1} has {len(rows[wrong])} cells, and the first row has {len(rows[0])}."
    raise InputError(problem, where=where, mend="Download the sheet again and do not edit it in between.")


def _filled(row: tuple[Cell, ...]) -> bool:
    return len(row) > 1 or bool(row and (row[0].text.strip() or row[0].quoted))


def _decoded(data: bytes) -> tuple[str, str, bytes]:
    """Return text, encoding and byte order mark. What is no UTF-8 or UTF-16 is read byte by byte, without loss."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, mark
            except UnicodeDecodeError:
                break
    if len(data) % 2 == 0 and data[1:400:2].count(0) > len(data[1:400:2]) // 2:
        encodings = ["utf-16-le"]
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding, b""
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1", b""


def _delimiter(text: str) -> str:
    """Return the delimiter that the first line holds most of, outside quotes."""
    outside = "".join(text[:20_000].lstrip("\r\n").split('"')[::2]).splitlines()
    line = outside[0] if outside else ""
    return max(_DELIMITERS, key=line.count)


def _rows(text: str, delimiter: str, *, escapes: bool) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows. escapes: a backslash takes the meaning from a quote behind it, as in PHP's tables."""
    row: list[Cell] = []
    ends = re.compile(f"[{delimiter}\r\n]")
    place, length = 0, len(text)
    while place < length:
        cell, place = _cell_at(text, place, ends, escapes=escapes)
        row.append(cell)
        if place < length and text[place] == delimiter:
            place += 1
            if place == length:
                row.append(Cell("", place, place, quoted=False))
            continue
        place += 2 if text[place : place + 2] == "\r\n" else 1
        yield tuple(row)
        row = []
    if row:
        yield tuple(row)


def _cell_at(text: str, start: int, ends: re.Pattern[str], *, escapes: bool) -> tuple[Cell, int]:
    """Return the cell that begins here, and the place of the sign after it."""
    if text[start : start + 1] != '"':
        end = _end(text, start, ends)
        return Cell(text[start:end], start, end, quoted=False), end
    place = start + 1
    while (place := text.find('"', place)) >= 0:
        if escapes and _is_escaped(text, start + 1, place):
            place += 1
        elif text[place + 1 : place + 2] == '"':
            place += 2
        else:
            break
    closed = len(text) if place < 0 else place
    end = _end(text, min(closed + 1, len(text)), ends)
    words = text[start + 1 : closed].replace('""', '"') + text[closed + 1 : end]
    return Cell(words, start, end, quoted=True), end


def _end(text: str, start: int, ends: re.Pattern[str]) -> int:
    found = ends.search(text, start)
    return found.start() if found else len(text)


def _is_escaped(text: str, first: int, quote: int) -> bool:
    """Tell whether an odd number of backslashes stands before the quote."""
    place = quote
    while place > first and text[place - 1] == "\\":
        place -= 1
    return (quote - place) % 2 == 1
