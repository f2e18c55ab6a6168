"""The table of wording: read from `wording/`, where a build leaves it beside the hash of what it was made from."""

from __future__ import annotations

import json
import sys
from array import array
from functools import lru_cache
from pathlib import Path
from typing import Any

from canvas.errors import ContentError
from canvas.models.wording import SIDES, Filters, ScoreTable, Sums, Wording

FOLDER = Path(__file__).parent / "wording"
TABLES = ("pieces", "words", "letters")
"""The score tables of the sums, in the order in which they stand in their file."""
_MEND = "Build it again: python tests/bench/build_wording.py"


@lru_cache(maxsize=1)
def load_wording(folder: Path = FOLDER) -> Wording:
    """Return the table of a folder. Raises ContentError when a file is missing or damaged."""
    try:
        head = json.loads((folder / "table.json").read_text(encoding="utf-8"))
        pieces = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
        return Wording(
            labels=tuple(head["labels"]),
            thresholds=head["thresholds"],
            pieces={piece: row for row, piece in enumerate(pieces)},
            sums=_sums((folder / "sums.bin").read_bytes(), head["sums"], len(head["labels"])),
            filters=_filters((folder / "filters.bin").read_bytes(), head["filters"], len(pieces)),
            made_from=head["made_from"],
        )
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ContentError("The table of wording cannot be read.", where=str(folder), mend=_MEND) from error


def _sums(data: bytes, head: dict[str, Any], labels: int) -> Sums:
    tables, start = {}, 0
    for name in TABLES:
        end = start + head["rows"][name] * labels * 2
        tables[name] = ScoreTable(_numbers(data[start:end]), head["scale"][name])
        start = end
    if start != len(data):
        raise ValueError("the tables do not fill their file")
    return Sums(tuple(head["bias"]), **tables)


def _filters(data: bytes, head: dict[str, Any], pieces: int) -> Filters:
    floors = tuple(head["floors"])
    if len(data) != pieces * len(floors) * SIDES:
        raise ValueError("the rows do not fill their file")
    return Filters(tuple(head["bias"]), data, floors, tuple(map(tuple, head["votes"])), head["scale"])


def packed(tables: list[array[int]]) -> bytes:
    """Return score tables as the bytes of `sums.bin`: 16-bit numbers, little-endian, quick to read."""
    return b"".join(_little_endian(table).tobytes() for table in tables)


def _numbers(data: bytes) -> array[int]:
    return _little_endian(array("h", data))


def _little_endian(table: array[int]) -> array[int]:
    if sys.byteorder == "big":
        table = array("h", table)
        table.byteswap()
    return table
