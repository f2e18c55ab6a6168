"""Many numbers side by side in one whole number, so that plain Python adds to all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def side_by_side(numbers: Iterable[int], bits: int) -> int:
    """Return numbers as the lanes of one whole number; a negative one borrows from the lane above it."""
    return sum(number << (bits * lane) for lane, number in enumerate(numbers))


class SignedLanes:
    """Lanes for numbers of either sign: each is moved up by half a lane, so that none is below nought."""

    def __init__(self, bits: int, count: int) -> None:
        self.bits, self._count, self._half = bits, count, 1 << (bits - 1)
        self.noughts = side_by_side([self._half] * count, bits)

    def taken_apart(self, lanes: int) -> Iterator[int]:
        """Yield the numbers that were added to `noughts`, the lowest lane first."""
        whole = (1 << self.bits) - 1
        for _ in range(self._count):
            yield (lanes & whole) - self._half
            lanes >>= self.bits
