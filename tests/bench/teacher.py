"""The teacher: the language model all-MiniLM-L6-v2, trained further on the labelled examples of this bench.

It reads a clause well, but it is too large and too slow for the program; `word_sums.py` and `network.py` learn
from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from labelled import LABELS, Example, truth_of
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import AutoModel, AutoTokenizer

ROUNDS, BATCH, LONGEST = 3, 32, 64
"""How often each example is seen, how many at once, and the most pieces of one that are read."""
SPEED = {"model": 1e-4, "head": 1e-3}
"""Highest learning rates of the language model and of the layer on top of it."""


class Teacher(torch.nn.Module):
    """The language model with one layer on top: from the mean and the maximum of its pieces to the labels."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.tokens = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder)
        self.head = torch.nn.Linear(2 * self.model.config.hidden_size, len(LABELS))
        self.drop = torch.nn.Dropout(0.1)

    def forward(self, ids: list[list[int]]) -> torch.Tensor:
        batch = self.tokens.pad({"input_ids": ids}, return_tensors="pt")
        states = self.model(**batch).last_hidden_state
        there = batch["attention_mask"].unsqueeze(-1).float()
        mean = (states * there).sum(1) / there.sum(1)
        largest = (states + (there - 1) * 1e4).max(1).values
        return self.head(self.drop(torch.cat([mean, largest], 1)))

    def ids_of(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the pieces of each text as numbers."""
        return self.tokens(list(texts), truncation=True, max_length=LONGEST)["input_ids"]

    def log_odds(self, texts: Sequence[str]) -> np.ndarray:
        """Return the log-odds of each label, texts × labels."""
        self.eval()
        ids = self.ids_of(texts)
        found = np.zeros((len(texts), len(LABELS)), np.float32)
        order = np.argsort([len(row) for row in ids], kind="stable")
        with torch.no_grad():
            for start in range(0, len(order), 128):
                rows = order[start : start + 128]
                found[rows] = self([ids[row] for row in rows]).numpy()
        return found


def taught(folder: Path, given: Sequence[Example]) -> Teacher:
    """Return the language model of a folder, trained on examples. It takes minutes on a processor of two cores."""
    torch.manual_seed(0)
    teacher = Teacher(folder)
    truth, known = (torch.tensor(part) for part in truth_of(given))
    ids = teacher.ids_of([example.text for example in given])
    steps = ROUNDS * -(-len(given) // BATCH)
    optimiser = torch.optim.AdamW(
        [
            {"params": teacher.model.parameters(), "lr": SPEED["model"]},
            {"params": teacher.head.parameters(), "lr": SPEED["head"]},
        ],
        weight_decay=0.01,
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))
    )
    for number in range(ROUNDS):
        teacher.train()
        for rows in batches([len(row) for row in ids], BATCH, seed=number):
            errors = binary_cross_entropy_with_logits(
                teacher([ids[row] for row in rows]), truth[rows], reduction="none"
            )
            loss = (errors * known[rows]).sum() / known[rows].sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimiser.step()
            pace.step()
        print(f"teacher: round {number + 1} of {ROUNDS}, last loss {loss.item():.3f}", flush=True)
    return teacher


def batches(lengths: Sequence[int], size: int, seed: int) -> Iterator[list[int]]:
    """Yield the rows of texts in a random order, such of about the same length together."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(lengths))
    found = []
    for start in range(0, len(order), 20 * size):
        near = sorted(order[start : start + 20 * size], key=lambda row: lengths[row])
        found += [[int(row) for row in near[at : at + size]] for at in range(0, len(near), size)]
    for number in rng.permutation(len(found)):
        yield found[number]
