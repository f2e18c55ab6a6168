"""How long the intake holds each hostile file, and what memory that takes: `python tests/speed/hostile_files.py`.

Every file is read in a process of its own, and so is the worker for PDFs. It prints seconds of the clock and
megabytes beside the aim of 2 s and 300 MB, and what was said; it never passes or fails, since machines differ.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
SECONDS, MEGABYTES = 2.0, 300


def read(name: str, data: bytes, answers: multiprocessing.Queue) -> None:
    """Read one file and put what it cost and what was said."""
    from canvas.errors import InputError
    from canvas.exchange.incoming.intake import read_file
    from canvas.exchange.incoming.pdf_process import PDF_PROCESS

    if data.startswith(b"%PDF-"):
        PDF_PROCESS.ask(b"")  # a server has its worker running
    before = time.perf_counter()
    try:
        said = f"read, {len(read_file(name, data).whole):,} characters"
    except InputError as error:
        said = str(error).removeprefix(f"{name}: ")
    spent = time.perf_counter() - before
    PDF_PROCESS.close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000
    answers.put((spent, own_megabytes(), children, said))


def own_megabytes() -> float:
    """Return the most memory this process had; the usual figure would begin with that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1_000


def main() -> None:
    """Print a line a file, and the worst of each column."""
    from tests.exchange.hostile import hostile_files

    start = multiprocessing.get_context("spawn")
    worst = [0.0, 0.0, 0.0]
    for number, (what, name, data) in enumerate(hostile_files(), 1):
        answers = start.Queue()
        process = start.Process(target=read, args=(name, data, answers))
        process.start()
        *cost, said = answers.get(timeout=60)
        process.join()
        worst = [max(pair) for pair in zip(worst, cost, strict=True)]
        late = " LATE" if cost[0] > SECONDS or max(cost[1:]) > MEGABYTES else ""
        print(f"{number:3} {what:38} {cost[0]:6.2f} s {cost[1]:4.0f} MB, worker {cost[2]:4.0f} MB{late}  {said}")
    print(f"worst: {worst[0]:.2f} s (aim {SECONDS}), {worst[1]:.0f} and {worst[2]:.0f} MB (aim {MEGABYTES})")


if __name__ == "__main__":
    main()
