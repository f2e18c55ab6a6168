"""A vector for every piece of a word: each goes alone through the language model all-MiniLM-L6-v2."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel

_BATCH = 512
_EDGES = (101, 102)
"""The model's signs for the beginning and the end of a text."""


def piece_vectors(folder: Path) -> tuple[list[str], np.ndarray]:
    """Return the pieces made of letters (and `0` for every figure) and their vectors: centred, rare ones longer.

    The factor log(1 + rank) stands in for the frequency of a piece: the vocabulary is ordered by it.
    """
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    model = AutoModel.from_pretrained(folder).eval()
    found = []
    with torch.no_grad():
        for start in range(0, len(vocabulary), _BATCH):
            rows = range(start, min(start + _BATCH, len(vocabulary)))
            ids = torch.tensor([(_EDGES[0], row, _EDGES[1]) for row in rows])
            found.append(model(ids).last_hidden_state.mean(1).numpy())
    vectors = np.concatenate(found)
    vectors = (vectors - vectors.mean(0)) * np.log(1 + np.arange(len(vectors)))[:, None]
    kept = [row for row, piece in enumerate(vocabulary) if _wanted(piece.removeprefix("##"))]
    return [vocabulary[row] for row in kept], vectors[kept]


def _wanted(piece: str) -> bool:
    return piece.isascii() and (piece.isalpha() or piece == "0")
