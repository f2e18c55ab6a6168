"""How much text the check takes in: time, growth and memory for many, long and hostile texts.

Run it with `python tests/speed/throughput.py`. It prints seconds and megabytes beside what we aim at; it never
passes or fails, since machines differ. Seconds are those of the processor, so that other work does not count.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
SECTION = Path(__file__).with_name("section.md")
LONG = 100_000
SECTIONS = 1_000


def sections() -> list[str]:
    """Return as many different sections as we aim at, each with a number of its own so that none is the same."""
    files = sorted((ROOT / "tests" / "bench" / "sections").glob("*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [f"{text}\n- Plan number {number}" for number, text in enumerate(islice(cycle(texts), SECTIONS))]


def megabytes(*arguments: str) -> tuple[float, float]:
    """Return seconds and peak memory in megabytes of one `canvas check`, measured in a process of its own."""
    watch = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, '-m', 'canvas', 'check', *sys.argv[1:]], stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", watch, *arguments], cwd=ROOT, capture_output=True, text=True)
    seconds, size = done.stdout.split()
    return float(seconds), float(size) / (1024 if sys.platform == "linux" else 1024 * 1024)


def hostile() -> dict[str, str]:
    """Return long texts that try to be slow: each a short piece again and again."""
    from canvas.content.rules import load_rules

    book = load_rules()
    patterns = [pattern for rule in book.rules for pattern in rule.patterns]
    words = [
        [_first_word(element, book.classes) for element in pattern if not element.is_gap] for pattern in patterns
    ]
    section = SECTION.read_text(encoding="utf-8")
    pieces = {
        "a section": section,
        "one word": "forum ",
        "empty bullets": "- \n",
        "short bullets": "- forum\n",
        "brackets": "[",
        "open gaps": "[missing: ",
        "not not not": "not ",
        "half links": "![a](",
        "one long word": "a",
        "one long shout": "A",
        "marks": "!",
        "other marks": "?",
        "marks and spaces": "!? ",
        "quotes": "u ' \" ",
        "backslashes": "\\",
        "unseen signs": "\u200b ",
        "first word of each pattern": " ".join(found[0] for found in words) + " ",
        "all words of each pattern": " ".join(" ".join(found) for found in words) + ". ",
        "short sentences": "a. ",
        "questions": "Lost? ",
    }
    return {name: (piece * (LONG // len(piece) + 1))[:LONG] for name, piece in pieces.items()}


def _first_word(element, classes) -> str:
    if element.words:
        return " ".join(element.words[0])
    return next(iter(classes.get(element.classes[0], ("5",))))


def main() -> None:
    """Print each figure beside its aim."""
    from canvas.checks.run import check_text
    from canvas.content.rules import load_rules

    rules = load_rules()
    check_text("We help every customer.", rules)
    print(f"{LONG:,} characters: seconds (aim 1.5), and the time of the whole by the time of its half (aim 2)")
    for name, text in hostile().items():
        begin = time.process_time()
        check_text(text[: LONG // 2], rules)
        half = time.process_time()
        check_text(text, rules)
        whole = time.process_time() - half
        print(f"  {name:28}{whole:6.2f} s   {whole / (half - begin):4.1f} ×")
    begin = time.process_time()
    for text in sections():
        check_text(text, rules)
    print(f"{SECTIONS:,} sections in one process: {time.process_time() - begin:.2f} s (aim 6)")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "sections.jsonl"
        rows = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(sections())]
        lines.write_text("\n".join(rows), encoding="utf-8")
        seconds, size = megabytes("--jsonl", str(lines))
        print(f"{SECTIONS:,} sections, canvas check --jsonl: {seconds:.2f} s (aim 6), {size:.0f} MB (aim 80)")
        seconds, size = megabytes(str(SECTION))
        print(f"one section, canvas check: {seconds:.2f} s, {size:.0f} MB (aim 80)")
        book = Path(folder) / "long.md"
        book.write_text(hostile()["a section"], encoding="utf-8")
        seconds, size = megabytes(str(book))
        print(f"{LONG:,} characters, canvas check: {seconds:.2f} s, {size:.0f} MB")


if __name__ == "__main__":
    main()
