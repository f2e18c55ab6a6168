"""On which line of a TOML file a field stands, so that a message leads to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.\-]+)\s*\]\]?")
Place = Sequence[int | str]


def line_of(text: str, place: Place) -> int:
    """Return the line (1 is the first) of a field such as ("facts", 2, "wordings", 0), or of the table around it.

    0 when the file has no table of this kind: then the whole file is meant. Made for plain files: a header or a
    key inside a text of several lines is taken for one, which costs a wrong line and nothing else.
    """
    lines = text.splitlines()
    first, end, name, line = 0, len(lines), "", 0
    parts = list(place)
    while parts:
        key, index = str(parts[0]), parts[1] if len(parts) > 1 and isinstance(parts[1], int) else None
        headers = _headers(lines, first, end, f"{name}.{key}".lstrip("."))
        if not headers and index is None and len(parts) > 1 and line:
            parts = parts[1:]  # the kind of a table, which pydantic names and the file does not
            continue
        if not headers or (index is not None and index >= len(headers)):
            return _key(lines, first, end, key) or line
        name, chosen = f"{name}.{key}".lstrip("."), index or 0
        own_end = headers[chosen + 1] if chosen + 1 < len(headers) else _end(lines, headers[chosen] + 1, end, name)
        first, end, line = headers[chosen] + 1, own_end, headers[chosen] + 1
        parts = parts[1 if index is None else 2 :]
    return line


def _headers(lines: Sequence[str], first: int, end: int, name: str) -> list[int]:
    return [at for at in range(first, end) if (found := _HEADER.match(lines[at])) and found[1] == name]


def _end(lines: Sequence[str], first: int, end: int, name: str) -> int:
    """Return where the tables under this name end: at the first header that is none of its own."""
    for at in range(first, end):
        found = _HEADER.match(lines[at])
        if found and not found[1].startswith(f"{name}."):
            return at
    return end


def _key(lines: Sequence[str], first: int, end: int, key: str) -> int:
    """Return the line on which the key is given a value before the next header, 0 when it is not."""
    wanted = re.compile(rf"""^\s*["']?{re.escape(key)}["']?\s*[=.]""")
    for at in range(first, end):
        if _HEADER.match(lines[at]):
            return 0
        if wanted.match(lines[at]):
            return at + 1
    return 0
