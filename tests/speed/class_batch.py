"""Measure a class of 500 from the zip to the class view: seconds of each step, and the most memory.

    python tests/speed/class_batch.py            # 500 of 300 words: Word, PDF, Markdown and HTML in turn
    python tests/speed/class_batch.py 100 80     # how many, and of how many words

Every text is another one. The zip is made first and not counted; with `--keep FILE` it is written there too.
"""

from __future__ import annotations

import io
import os
import random
import sys
import threading
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
ENDINGS = ("docx", "pdf", "md", "html")


def made_zip(number: int, words: int) -> bytes:
    """Return a zip of submissions as Moodle gives it, each text put together from other sentences."""
    from canvas.desk.sample_batch import sample_batch
    from canvas.exchange.outgoing.paper import Paper
    from canvas.exchange.outgoing.pdf_file import to_pdf
    from canvas.models.workbook import Draft, Workbook

    pool = sentences(sample_batch().zip)
    chance = random.Random(7)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for student in range(number):
            text = new_text(pool, words, chance)
            ending = ENDINGS[student % len(ENDINGS)]
            if ending == "docx":
                paper = Paper("Customer Relationships")
                for line in text.split("\n"):
                    paper.paragraph(line)
                data = paper.finished()
            elif ending == "pdf":
                data = to_pdf(Workbook(title="Plan", draft=Draft(text=text))).data
            elif ending == "html":
                data = "".join(f"<p>{line}</p>" for line in text.split("\n")).encode()
            else:
                data = text.encode()
            archive.writestr(f"Student {student}_{7000 + student}_assignsubmission_file/plan.{ending}", data)
    return held.getvalue()


def sentences(data: bytes) -> list[str]:
    """Return the sentences of the sample class."""
    from canvas.desk.batch import read_batch

    batch = read_batch([("class.zip", data)], batch_id="b", title="t", seed=1).batch
    lines = [line.strip("- ") for item in batch.submissions for line in item.text.split("\n")]
    return [part.strip(".") + "." for line in lines for part in line.split(". ") if len(part.split()) > 4]


def new_text(pool: list[str], words: int, chance: random.Random) -> str:
    """Return a text of this many words in which every sentence names a number of its own."""
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < words:
        parts.append(f"{chance.choice(pool).removesuffix('.')} in week {chance.randrange(10_000)}.")
    return "\n".join(" ".join(parts[start : start + 4]) for start in range(0, len(parts), 4))


class Memory:
    """The most memory of this process and its children together, looked at ten times a second."""

    def __init__(self) -> None:
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Return the megabytes."""
        self._over.set()
        self._thread.join()
        return self.most

    def _look(self) -> None:
        while not self._over.wait(0.1):
            self.most = max(self.most, tree_megabytes(os.getpid()))


def tree_megabytes(root: int) -> int:
    """Return the memory of a process and all below it, shared pages counted by their share; 0 where unknown."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir() if Path("/proc").exists() else ():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        waiting += parents.get(process, [])
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        found += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return found // 1024


def main(number: int, words: int) -> None:
    """Make the zip in a process of its own, so that its memory does not count; then measure."""
    data = zip_of_another_process(number, words)
    from canvas.content.rules import load_rules
    from canvas.desk.batch import read_batch
    from canvas.desk.class_view import class_view
    from canvas.desk.fresh_check import fresh_report, identical_work, nearly_identical_work

    memory = Memory()
    begun, worked = time.perf_counter(), time.process_time()
    steps: list[int] = []
    batch = read_batch(
        [("c.zip", data)], batch_id="b", title="t", seed=1, progress=lambda done, _: steps.append(done)
    ).batch
    read = time.perf_counter()
    rules = load_rules()
    reports = {one.key: fresh_report(one, rules) for one in batch.submissions}
    checked = time.perf_counter()
    same = len(identical_work(batch)) + len(nearly_identical_work(batch))
    compared = time.perf_counter()
    view = class_view(batch, reports)
    ended = time.perf_counter()
    print(f"{number} submissions of {words} words, zip of {len(data) // 1000} kB; {os.cpu_count()} cores")
    print(f"read {read - begun:.1f} s ({len(steps)} steps of progress), check {checked - read:.1f} s,")
    print(f"identical work {compared - checked:.2f} s ({same} groups), class view {ended - compared:.2f} s")
    own = time.process_time() - worked
    print(f"zip to class view: {ended - begun:.1f} s (work of this process: {own:.1f} s)")
    print(f"at most {memory.end()} MB; {len(view.mistakes)} mistakes")


def zip_of_another_process(number: int, words: int) -> bytes:
    """Return the zip, made elsewhere."""
    import subprocess

    code = (
        "import sys; sys.path[:0] = sys.argv[3:5]; import class_batch; "
        "sys.stdout.buffer.write(class_batch.made_zip(int(sys.argv[1]), int(sys.argv[2])))"
    )
    folder = str(Path(__file__).parent)
    given = [sys.executable, "-c", code, str(number), str(words), folder, str(ROOT)]
    return subprocess.run(given, check=True, capture_output=True).stdout


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if "--keep" in arguments:
        place = arguments.index("--keep")
        Path(arguments[place + 1]).write_bytes(zip_of_another_process(500, 300))
        del arguments[place : place + 2]
    counts = [int(item) for item in arguments] + [500, 300][len(arguments) :]
    main(counts[0], counts[1])
