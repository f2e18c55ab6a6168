"""How fast the check is, beside proselint on the same text in the same run.

Run it with `python tests/speed/check_against_proselint.py`. It prints
medians in milliseconds and their ratio; it never passes or fails, since machines differ.
cold: a whole process from start to exit. warm: one call inside a running process.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
RUNS_COLD, RUNS_WARM = 15, 60
SECTION = Path(__file__).with_name("section.md")
TEXT = SECTION.read_text(encoding="utf-8")


def median_milliseconds(call: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Return minimum, median and maximum of a call in milliseconds, after one call that is not counted."""
    call()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return min(times), statistics.median(times), max(times)


def process(*command: str) -> Callable[[], object]:
    """Return a call that runs a whole process; exit status 1 only says that something was flagged."""

    def run() -> None:
        done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode())

    return run


def warm_calls() -> dict[str, Callable[[], object]]:
    """Return the warm call of each program on the text."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    from canvas.checks.run import check_text
    from canvas.content.rules import load_rules

    CheckRegistry().register_many(__register__)
    rules, ours, theirs = load_rules(), count(), count()
    return {
        "canvas check": lambda: check_text(new_text(next(ours)), rules),
        "proselint": lambda: LintFile("text", content=new_text(next(theirs))).lint(),
    }


def new_text(number: int) -> str:
    """Return the text with another word in every line and sentence: what was read before is remembered."""
    return re.sub(r"(?<=\w)(?=[.!?]?$|[.!?] )", f" n{number}", TEXT, flags=re.MULTILINE)


def main() -> None:
    """Measure both programs, cold and warm, in turn."""
    print(f"{len(TEXT.split())} words; Python {sys.version.split()[0]}; milliseconds: minimum / median / maximum")
    cold = {
        "canvas check": process("-m", "canvas", "check", str(SECTION)),
        "proselint": process("-m", "proselint", "check", str(SECTION)),
    }
    for kind, calls, runs in (("cold", cold, RUNS_COLD), ("warm", warm_calls(), RUNS_WARM)):
        rows = {name: median_milliseconds(call, runs) for name, call in calls.items()}
        for name, row in rows.items():
            print(f"{kind}  {name:13s}" + " / ".join(f"{value:7.1f}" for value in row))
        print(f"{kind}  ratio of medians: {rows['canvas check'][1] / rows['proselint'][1]:.2f}")


if __name__ == "__main__":
    main()
