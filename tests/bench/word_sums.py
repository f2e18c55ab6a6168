"""The sums: a logistic model over features that the program can add up, taught by readers and the teacher."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

SOFTNESS = 20.0
"""Inverse strength of the regularisation, found by cross-validation over files of clauses."""
STEPS = 120
"""Steps after which the search for the best weights ends."""


def learned_sums(features, goal: np.ndarray, weight: np.ndarray, dense: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights, features × labels, and the bias of each label.

    features: texts × features, sparse, of which the first `dense` are full. goal: the probabilities to give,
    texts × labels. weight: how much each of them counts.
    """
    full = torch.tensor(features[:, :dense].toarray())
    sparse = _Product(features[:, dense:].tocsr())
    weights = torch.zeros(features.shape[1], goal.shape[1], requires_grad=True)
    bias = torch.full((goal.shape[1],), -3.0, requires_grad=True)
    wanted, counts = torch.tensor(goal), torch.tensor(weight)
    search = torch.optim.LBFGS([weights, bias], max_iter=STEPS, history_size=8, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        odds = full @ weights[:dense] + sparse(weights[dense:]) + bias
        errors = binary_cross_entropy_with_logits(odds, wanted, reduction="none") * counts
        found = errors.sum() + (weights**2).sum() / (2 * SOFTNESS)
        found.backward()
        return found

    print(f"sums: loss {search.step(loss).item() / len(goal):.3f} a text", flush=True)
    return weights.detach().numpy(), bias.detach().numpy()


class _Product:
    """The product of one sparse matrix with weights; its derivative needs the matrix turned."""

    def __init__(self, matrix) -> None:
        class Times(torch.autograd.Function):
            @staticmethod
            def forward(context, weights):
                return straight @ weights

            @staticmethod
            def backward(context, slope):
                return turned @ slope.contiguous()

        straight, turned = _torch(matrix), _torch(matrix.T.tocsr())
        self._times = Times

    def __call__(self, weights: torch.Tensor) -> torch.Tensor:
        return self._times.apply(weights)


def _torch(matrix) -> torch.Tensor:
    rows, columns = (torch.tensor(part.astype(np.int64)) for part in (matrix.indptr, matrix.indices))
    return torch.sparse_csr_tensor(rows, columns, torch.tensor(matrix.data), size=matrix.shape)
