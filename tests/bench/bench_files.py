"""Which files of the bench may be learned and tuned from, and the name of their content."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

BENCH = Path(__file__).parent
sys.path.insert(0, str(BENCH.parent.parent))  # a script of the bench that is run by its path finds `canvas`


def bench_files() -> list[Path]:
    """Return the files to learn from; those that end in `_test.jsonl` are for measuring only."""
    return sorted([*(BENCH / "clauses").glob("*_dev.jsonl"), *(BENCH / "sections").glob("*_dev.jsonl")])


def hash_of_bench() -> str:
    """Name the texts by their content, whatever the order or the line ends of their files."""
    lines = sorted(line for path in bench_files() for line in path.read_text(encoding="utf-8").splitlines())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
