"""The filters of a table of wording: each looks at every piece of a word and its two neighbours.

A filter keeps the largest sum it has met in a clause; what lies above its floor speaks for or against the labels.
All filters stand side by side in one whole number, so that one addition adds for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from struct import Struct

from canvas.models.wording import NOTHING, SIDES, Filters
from canvas.reading.lanes import SignedLanes, side_by_side

_LANE = 16
"""Bits of a filter's lane: three bytes are added in it, and its highest bit stays free for comparing."""
_VOTE = 64
"""Bits of a label's lane, in which the votes of all filters are added."""
Piece = tuple[int, int, int]
"""What a piece adds to all filters: on the left of the place they look at, at it, and on its right."""


class FilterBank:
    """Filters made ready."""

    def __init__(self, filters: Filters) -> None:
        self._filters = filters
        count = len(filters.floors)
        self._lanes = Struct(f"<{count}H")
        self._floors = side_by_side(filters.floors, _LANE)
        self._edge = side_by_side([NOTHING] * count, _LANE)
        self._guards = side_by_side([1 << (_LANE - 1)] * count, _LANE)
        self._votes = [side_by_side(row, _VOTE) for row in filters.votes]
        self._labels = SignedLanes(_VOTE, len(filters.bias))

    def piece(self, row: int) -> Piece:
        """Return the three rows of a piece with each byte in a lane of its own."""
        size = len(self._filters.floors)
        sides = []
        for start in range(row * SIDES * size, (row + 1) * SIDES * size, size):
            lanes = bytearray(self._lanes.size)
            lanes[::2] = self._filters.rows[start : start + size]
            sides.append(int.from_bytes(lanes, "little"))
        left, here, right = sides
        return left, here, right

    def log_odds(self, pieces: Sequence[Piece]) -> list[float]:
        """Return the log-odds of each label for the pieces of a clause, at least one."""
        awake = self._lanes.unpack((self._largest(pieces) - self._floors).to_bytes(self._lanes.size, "little"))
        votes = self._labels.taken_apart(sum(map(mul, awake, self._votes), self._labels.noughts))
        scale = self._filters.scale
        return [bias + vote * scale for bias, vote in zip(self._filters.bias, votes, strict=True)]

    def _largest(self, pieces: Sequence[Piece]) -> int:
        """Return, for each filter, the largest sum of three neighbours, at least its floor.

        Where a guard bit survives the subtraction of one number from another, the first was not smaller: that lane
        of it is kept, and the other lanes are taken from the second.
        """
        left, here, right = zip(*pieces, strict=True)
        largest, guards = self._floors, self._guards
        for before, at, after in zip((self._edge, *left), here, (*right[1:], self._edge), strict=False):
            found = before + at + after
            kept = ((largest | guards) - found) & guards
            largest = found ^ ((found ^ largest) & (kept - (kept >> (_LANE - 1))))
        return largest
