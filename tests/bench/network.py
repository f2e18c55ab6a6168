"""The filters: a small convolutional network over pieces of words, taught by readers and the teacher.

It is small enough to be folded into tables: after training, a piece of a word means three rows of numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from teacher import batches
from torch.nn.functional import binary_cross_entropy_with_logits, pad

from canvas.models.wording import NOTHING, SIDES

FILTERS, WIDTH = 96, 96
"""Filters of the network, and numbers that stand for a piece."""
ROUNDS, BATCH, LONGEST = 5, 128, 80
"""How often each text is seen, how many at once, and the most pieces of one that are read."""
KEPT = 0.9999
"""The share of numbers that fit into a byte as they are; a larger one is cut."""
SPEED = 2e-3
"""Highest learning rate."""
LEFT_OUT = {"piece": 0.1, "filter": 0.2}
"""The share of pieces, and of filters, that are left out while learning."""


class Network(torch.nn.Module):
    """Filters over three neighbouring pieces; the largest answer of each speaks for the labels.

    A piece is what the language model makes of it alone, and what is learned about it besides.
    """

    def __init__(self, vectors: np.ndarray, labels: int) -> None:
        super().__init__()
        known = torch.tensor(vectors / np.sqrt((vectors**2).mean()), dtype=torch.float32)
        self.register_buffer("known", known, persistent=False)
        self.known_to_width = torch.nn.Linear(known.shape[1], WIDTH, bias=False)
        self.besides = torch.nn.Embedding.from_pretrained(torch.zeros(len(known), WIDTH), freeze=False)
        self.filters = torch.nn.Conv1d(WIDTH, FILTERS, SIDES)
        self.votes = torch.nn.Linear(FILTERS, labels)
        self.drop = torch.nn.Dropout(LEFT_OUT["filter"])

    def meaning(self, rows: torch.Tensor) -> torch.Tensor:
        """Return the numbers that stand for pieces."""
        return self.known_to_width(self.known[rows]) + self.besides(rows)

    def forward(self, texts: Sequence[Sequence[int]]) -> torch.Tensor:
        longest = max(len(text) for text in texts)
        rows = torch.tensor([[*text, *[0] * (longest - len(text))] for text in texts])
        there = torch.arange(longest) < torch.tensor([len(text) for text in texts])[:, None]
        seen = there & (torch.rand(rows.shape) >= LEFT_OUT["piece"]) if self.training else there
        meaning = pad((self.meaning(rows) * seen[:, :, None]).transpose(1, 2), (1, 1))
        answers = self.filters(meaning).masked_fill(~there[:, None, :], -1e4)
        return self.votes(self.drop(answers.max(2).values.relu()))

    def log_odds(self, texts: Sequence[Sequence[int]]) -> np.ndarray:
        """Return the log-odds of each label, texts × labels."""
        self.eval()
        with torch.no_grad():
            return torch.cat([self(texts[start : start + 512]) for start in range(0, len(texts), 512)]).numpy()


def learned_filters(
    texts: Sequence[Sequence[int]], goal: np.ndarray, weight: np.ndarray, vectors: np.ndarray
) -> Network:
    """Return a network that has learned.

    texts: the rows of the pieces of each, none of them empty. goal: the probabilities to give, texts × labels.
    weight: how much each of them counts. vectors: one for each piece.
    """
    torch.manual_seed(0)
    network = Network(vectors, goal.shape[1])
    texts = [text[:LONGEST] for text in texts]
    wanted, counts = torch.tensor(goal), torch.tensor(weight)
    optimiser = torch.optim.Adam(network.parameters(), lr=SPEED)
    steps = ROUNDS * -(-len(texts) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.05 * steps), max(0.0, (steps - step) / (0.95 * steps)))
    )
    for number in range(ROUNDS):
        network.train()
        total = 0.0
        for rows in batches([len(text) for text in texts], BATCH, seed=number):
            errors = binary_cross_entropy_with_logits(
                network([texts[row] for row in rows]), wanted[rows], reduction="none"
            )
            loss = (errors * counts[rows]).sum() / len(rows)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            pace.step()
            total += loss.item() * len(rows)
        print(f"filters: round {number + 1} of {ROUNDS}, loss {total / len(texts):.3f} a text", flush=True)
    return network.eval()


def folded(network: Network) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the rows of all pieces as bytes, the floors, the votes and the bias that `Filters` hold.

    rows: pieces × sides × filters. One step of a byte counts as much as the largest numbers of its filter need.
    """
    with torch.no_grad():
        meaning = network.meaning(torch.arange(len(network.known)))
        sums = torch.stack([meaning @ network.filters.weight[:, :, side].T for side in range(SIDES)], 1).numpy()
        bias, votes = network.filters.bias.numpy(), network.votes.weight.numpy().T
        of_labels = network.votes.bias.numpy()
    step = np.quantile(np.abs(sums), KEPT, axis=(0, 1)) / (NOTHING - 1)
    rows = np.clip(np.round(sums / step) + NOTHING, 0, 2 * NOTHING - 1).astype(np.uint8)
    floors = np.round(SIDES * NOTHING - bias / step).astype(int)
    return rows, floors, votes * step[:, None], of_labels
