"""More texts for the teacher to judge, made from the bench: words left out, near words, two texts in one."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from canvas.reading.wording import words_of

_NEAR = 12
"""How many near words may stand for one."""
_TWO, _AS_IT_IS, _LEFT_OUT = 0.25, 0.15, 0.6
"""The share of texts made of two, of those whose words stay, and from where on words are left out."""


def made_up(texts: Sequence[str], count: int, pieces: Sequence[str], vectors: np.ndarray) -> list[str]:
    """Return as many made-up texts; pieces and vectors tell which words are near each other."""
    chance, near = random.Random(0), near_words(texts, pieces, vectors)
    words, made = [found for text in texts if len(found := words_of(text)) > 1], []
    while len(made) < count:
        text, how = list(chance.choice(words)), chance.random()
        if how < _TWO:
            text = _part(text, chance) + _part(chance.choice(words), chance)
        if how > _LEFT_OUT:
            text = [word for word in text if chance.random() > 0.12]
        if how > _AS_IT_IS:
            text = [
                chance.choice(near[word]) if word in near and chance.random() < 0.18 else word for word in text
            ]
        if len(text) > 1:
            made.append(" ".join("24" if word == "0" else word for word in text))
    return made


def near_words(texts: Sequence[str], pieces: Sequence[str], vectors: np.ndarray) -> dict[str, list[str]]:
    """Return, for each word of the texts, the words of the vocabulary with the nearest vectors."""
    whole = [row for row, piece in enumerate(pieces) if piece.isalpha() and len(piece) > 2]
    unit = vectors[whole] / np.linalg.norm(vectors[whole], axis=1, keepdims=True)
    row_of = {pieces[row]: number for number, row in enumerate(whole)}
    words = sorted({word for text in texts for word in words_of(text)} & row_of.keys())
    found = {}
    for start in range(0, len(words), 500):
        part = words[start : start + 500]
        likeness = unit[[row_of[word] for word in part]] @ unit.T
        best = np.argpartition(-likeness, _NEAR + 1, axis=1)[:, : _NEAR + 1]
        for word, rows in zip(part, best, strict=True):
            found[word] = [other for row in rows if (other := pieces[whole[row]]) != word]
    return found


def _part(words: list[str], chance: random.Random) -> list[str]:
    start = chance.randrange(len(words))
    return words[start : chance.randint(start + 1, len(words))]
