"""Scores of the case engine against labelled answers: `python -m tests.casework.scoring SLUG FILE… [--wrong]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language


def score(slug: str, path: Path) -> dict:
    """Return right answers a criterion, micro-F1 of the ideas, marks within one, and what is wrong."""
    case = load_case(slug)
    examiner = Examiner(case, load_language())
    answers = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    names = [criterion.id for criterion in case.criteria]
    right, wrong = dict.fromkeys(names, 0), []
    hits = extra = missed = near = 0
    for answer in answers:
        found = examiner.judge(answer["text"])
        off = [name for name in names if found.criteria[name].met != answer[name]]
        for name in names:
            right[name] += name not in off
        ideas, expected = set(found.ideas), set(answer["ideas"])
        hits, extra, missed = (
            hits + len(ideas & expected),
            extra + len(ideas - expected),
            missed + len(expected - ideas),
        )
        near += abs(found.mark - answer["mark"]) <= 1
        if off or ideas != expected:
            wrong.append((answer, found, off))
    total = 2 * hits + extra + missed
    return {
        "answers": len(answers),
        "right": right,
        "ideas_f1": 2 * hits / total if total else 1.0,
        "near": near,
        "wrong": wrong,
    }


def main() -> None:
    slug, *paths = [argument for argument in sys.argv[1:] if argument != "--wrong"]
    for path in paths:
        scores = score(slug, Path(path))
        count = scores["answers"]
        print(path, count)
        for name, right in scores["right"].items():
            print(f"  {name:18} {right:3}/{count}  {right / count:.2f}")
        print(f"  {'ideas micro-F1':18} {scores['ideas_f1']:.2f}")
        print(f"  {'mark within one':18} {scores['near']:3}/{count}")
        for answer, found, off in scores["wrong"] if "--wrong" in sys.argv else ():
            print(f"{answer['id']} WRONG {off} ideas {list(found.ideas)} want {answer['ideas']}: {answer['note']}")
            print(f"  {answer['text'][:700]}")
            for one in found.proposals:
                print("   *", one.activity, repr(one.quote.quote), {k: v.quote for k, v in one.details.items()})
            print("   facts", {k: v.quote for k, v in found.facts.items()}, found.kind)


if __name__ == "__main__":
    main()
