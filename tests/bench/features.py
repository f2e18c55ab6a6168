"""What a table of wording sees of a text: its words, pairs of words, and their letters and pieces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack

from canvas.reading.wording import HASH_ROWS, letter_rows, pair_row, piece_rows, word_row, words_of

WEIGHTS = {"piece": 0.7, "word": 1.0, "letter": 0.7}
"""How much each kind of feature weighs, found by cross-validation over files of clauses."""


def features_of(texts: Sequence[str], pieces: Sequence[str], vectors: np.ndarray):
    """Return the features of all texts, and for each kind of feature what turns its weights into scores."""
    place = {piece: row for row, piece in enumerate(pieces)}
    split = [words_of(text) for text in texts]
    words, rare_words = _rows(
        split, lambda w: [*map(word_row, w), *map(pair_row, ("^", *w), (*w, "$"))], HASH_ROWS
    )
    letters, rare_letters = _rows(split, lambda w: [row for x in w for row in letter_rows(x)], HASH_ROWS)
    counts, _ = _rows(split, lambda w: [row for x in w for row in piece_rows(x, place)], len(pieces), False)
    bags = csr_matrix(counts @ vectors)
    parts = (bags, words, letters)
    sizes = [weight / _length(part) for weight, part in zip(WEIGHTS.values(), parts, strict=True)]
    features = hstack([part * size for part, size in zip(parts, sizes, strict=True)]).tocsr().astype(np.float32)
    return features, (vectors * sizes[0], rare_words[:, None] * sizes[1], rare_letters[:, None] * sizes[2])


def _rows(split: Sequence[list[str]], rows_of, total: int, by_rarity: bool = True):
    """Return counts of features, weighed by the length of the text and, if wished, by rarity; and the rarity."""
    counted = []
    for words in split:
        counts: dict[int, float] = {}
        for row in rows_of(words):
            counts[row] = counts.get(row, 0) + 1 / max(len(words), 1) ** 0.5
        counted.append(counts)
    rarity = np.ones(total)
    if by_rarity:
        seen = np.zeros(total)
        for counts in counted:
            seen[list(counts)] += 1
        rarity = np.where(seen >= 2, np.log((1 + len(split)) / (1 + seen)) + 1, 0.0)
    where = [(number, row, value) for number, counts in enumerate(counted) for row, value in counts.items()]
    numbers, rows, values = zip(*where, strict=True)
    matrix = csr_matrix((np.array(values) * rarity[list(rows)], (numbers, rows)), shape=(len(split), total))
    return matrix, rarity


def _length(matrix) -> float:
    return float(np.sqrt(matrix.multiply(matrix).sum(1)).mean())
