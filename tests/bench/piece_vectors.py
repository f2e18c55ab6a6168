"""A vector for every piece of a word: each goes alone through the language model all-MiniLM-L6-v2."""

from __future__ import annotations

import json
from math import sqrt
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

_BATCH = 512
_EDGES = (101, 102)
"""The model's signs for the beginning and the end of a text."""


def piece_vectors(model: Path) -> tuple[list[str], np.ndarray]:
    """Return the pieces made of letters (and `0` for every figure) and their vectors: centred, rare ones longer.

    The factor log(1 + rank) stands in for the frequency of a piece: the vocabulary is ordered by it.
    """
    vocabulary = (model / "vocab.txt").read_text(encoding="utf-8").splitlines()
    network = Network(model)
    vectors = np.concatenate(
        [
            network.of(range(start, min(start + _BATCH, len(vocabulary))))
            for start in range(0, len(vocabulary), _BATCH)
        ]
    )
    vectors = (vectors - vectors.mean(0)) * np.log(1 + np.arange(len(vectors)))[:, None]
    kept = [row for row, piece in enumerate(vocabulary) if _wanted(piece.removeprefix("##"))]
    return [vocabulary[row] for row in kept], vectors[kept]


def _wanted(piece: str) -> bool:
    return piece.isascii() and (piece.isalpha() or piece == "0")


class Network:
    """The transformer of the model folder, for texts of one piece."""

    def __init__(self, model: Path) -> None:
        self._weights = load_file(model / "model.safetensors")
        settings = json.loads((model / "config.json").read_text(encoding="utf-8"))
        self._layers, self._heads = settings["num_hidden_layers"], settings["num_attention_heads"]

    def of(self, pieces: range) -> np.ndarray:
        """Return one vector a piece: the mean over the beginning, the piece and the end."""
        weights = self._weights
        ids = np.array([(_EDGES[0], piece, _EDGES[1]) for piece in pieces])
        state = weights["embeddings.word_embeddings.weight"][ids]
        state = state + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        state = self._normal(state + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(self._layers):
            state = self._layer(state, f"encoder.layer.{layer}.")
        return state.mean(1)

    def _layer(self, state: np.ndarray, name: str) -> np.ndarray:
        attended = self._linear(self._attention(state, f"{name}attention.self."), f"{name}attention.output.dense")
        state = self._normal(state + attended, f"{name}attention.output.LayerNorm")
        inner = _gelu(self._linear(state, f"{name}intermediate.dense"))
        return self._normal(state + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _attention(self, state: np.ndarray, name: str) -> np.ndarray:
        texts, places, width = state.shape
        shape = (texts, places, self._heads, width // self._heads)
        query, key, value = (
            self._linear(state, name + part).reshape(shape).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weight = np.exp(query @ key.transpose(0, 1, 3, 2) / sqrt(shape[3]))
        weight /= weight.sum(-1, keepdims=True)
        return (weight @ value).transpose(0, 2, 1, 3).reshape(state.shape)

    def _linear(self, state: np.ndarray, name: str) -> np.ndarray:
        return state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normal(self, state: np.ndarray, name: str) -> np.ndarray:
        state = state - state.mean(-1, keepdims=True)
        state = state / np.sqrt((state**2).mean(-1, keepdims=True) + 1e-12)
        return state * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _gelu(values: np.ndarray) -> np.ndarray:
    """Return the smooth ramp of the model, by the usual tanh form (the difference is below 0.001)."""
    return 0.5 * values * (1 + np.tanh(sqrt(2 / np.pi) * (values + 0.044715 * values**3)))
