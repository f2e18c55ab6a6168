"""The table of wording: read from `wording/`, where a build leaves it beside the hash of what it was made from."""

from __future__ import annotations

import json
import sys
from array import array
from functools import lru_cache
from pathlib import Path

from canvas.errors import ContentError
from canvas.models.wording import ScoreTable, Wording

FOLDER = Path(__file__).parent / "wording"
TABLES = ("piece_scores", "word_scores", "letter_scores")
_MEND = "Build it again: python tests/bench/build_wording.py"


@lru_cache(maxsize=1)
def load_wording(folder: Path = FOLDER) -> Wording:
    """Return the table of a folder. Raises ContentError when a file is missing or damaged."""
    try:
        head = json.loads((folder / "table.json").read_text(encoding="utf-8"))
        scores = (folder / "scores.bin").read_bytes()
        pieces = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
        tables, start = {}, 0
        for name in TABLES:
            size = head["rows"][name] * len(head["labels"]) * 2
            tables[name] = ScoreTable(_numbers(scores[start : start + size]), head["scale"][name])
            start += size
        if start != len(scores):
            raise ValueError("the tables do not fill their file")
        return Wording(
            labels=tuple(head["labels"]),
            bias=tuple(head["bias"]),
            thresholds=head["thresholds"],
            pieces={piece: row for row, piece in enumerate(pieces)},
            made_from=head["made_from"],
            **tables,
        )
    except (OSError, ValueError, KeyError) as error:
        raise ContentError("The table of wording cannot be read.", where=str(folder), mend=_MEND) from error


def packed(tables: list[array[int]]) -> bytes:
    """Return score tables as the bytes of `scores.bin`: 16-bit numbers, little-endian, quick to read."""
    return b"".join(_little_endian(table).tobytes() for table in tables)


def _numbers(data: bytes) -> array[int]:
    return _little_endian(array("h", data))


def _little_endian(table: array[int]) -> array[int]:
    if sys.byteorder == "big":
        table = array("h", table)
        table.byteswap()
    return table
