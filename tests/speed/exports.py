"""Measure what an export costs, warm, and whether many of them make the process grow.

    python tests/speed/exports.py            # milliseconds of each format, with and without the canvas
    python tests/speed/exports.py --many     # objects and memory before and after 200 exports in one process

The plan differs a little from run to run, so that nothing is only remembered. It prints and never fails.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
RUNS, WARM_UP, MANY = 20, 3, 200
FORMATS = ("docx", "pdf", "html", "md", "json")


def plans(number: int):
    """Yield plans that differ in a few words each."""
    from canvas.content.library import library
    from canvas.models.vocabulary import Shape
    from canvas.writing.draft import fill
    from canvas.writing.edits import set_venture

    sample = fill(library().sample, Shape.BY_SEGMENT)
    for place in range(number):
        yield set_venture(set_venture(sample, "name", f"Chair {place}"), "channels", f"Café {place}\nthe phone")


def main() -> None:
    """Print a line for each format."""
    from canvas.exchange.outgoing.document import Choice
    from canvas.exchange.outgoing.formats import export

    print("format  canvas   median      min   (milliseconds; cpu: of all threads)")
    for kind in FORMATS:
        for canvas in (False, True):
            wall, cpu = [], []
            for plan in plans(WARM_UP + RUNS):
                start, used = time.perf_counter(), time.process_time()
                export(plan, kind, choice=Choice(plan=True, canvas=canvas))
                wall.append((time.perf_counter() - start) * 1000)
                cpu.append((time.process_time() - used) * 1000)
            wall, cpu = wall[WARM_UP:], cpu[WARM_UP:]
            print(
                f"{kind:6}  {'yes' if canvas else 'no':6} {statistics.median(wall):8.1f} {min(wall):8.1f}"
                f"   cpu {statistics.median(cpu):6.1f}"
            )


def many() -> None:
    """Print objects and resident memory after every 50 exports of the three big formats."""
    from canvas.exchange.outgoing.document import Choice
    from canvas.exchange.outgoing.formats import export

    for place, plan in enumerate(plans(MANY + 1)):
        if place % 50 == 0:
            gc.collect()
            print(f"{place:4} exports: {len(gc.get_objects()):8,} objects, {resident():6.1f} MB")
        export(plan, FORMATS[place % 3], choice=Choice(plan=True, canvas=True))


def resident() -> float:
    """Return the memory of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    many() if "--many" in sys.argv[1:] else main()
