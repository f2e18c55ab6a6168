"""The places of some units as bits of whole numbers: a step of a pattern is a shift and a mask for all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from canvas.models.pattern import Element, Pattern

WALL = (-1, -1)
"""The owner of an empty place between two units."""


class Row:
    """The places of some units: where each word and word class stands."""

    def __init__(self) -> None:
        self.masks: dict[str, int] = defaultdict(int)
        self.phrases: dict[str, list[tuple[int, int]]] = {}
        self.owners: list[tuple[int, int]] = []
        self.walls = 0

    def step(self, element: Element, state: int) -> int:
        """Return the places after the element, from the places before it."""
        if element.is_gap:
            return self._skip(state, element.low, element.high)
        masks = self.masks
        out = state if element.optional else 0
        for words in element.words:
            here = state
            for word in words:
                here = (here & masks.get(word, 0)) << 1
                if not here:
                    break
            out |= here
        for name in element.classes:
            out |= (state & masks.get(name, 0)) << 1
            for starts, length in self.phrases.get(name, ()):
                out |= (state & starts) << length
        return out

    def back(self, element: Element, state: int) -> int:
        """Return the places before the element, from the places after it."""
        if element.is_gap:
            return self._skip_back(state, element.low, element.high)
        masks = self.masks
        out = state if element.optional else 0
        for words in element.words:
            here = state
            for word in reversed(words):
                here = (here >> 1) & masks.get(word, 0)
                if not here:
                    break
            out |= here
        for name in element.classes:
            out |= (state >> 1) & masks.get(name, 0)
            for starts, length in self.phrases.get(name, ()):
                out |= (state >> length) & starts
        return out

    def _skip(self, state: int, low: int, high: int) -> int:
        out = state if low == 0 else 0
        for count in range(1, high + 1):
            state = (state & ~self.walls) << 1
            if count >= low:
                out |= state
        return out

    def _skip_back(self, state: int, low: int, high: int) -> int:
        out = state if low == 0 else 0
        for count in range(1, high + 1):
            state = (state >> 1) & ~self.walls
            if count >= low:
                out |= state
        return out

    def spans(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """Yield first and last place of every match, the shortest at each end, none overlapping the one before."""
        states = [(1 << len(self.owners)) - 1]
        for element in pattern:
            states.append(self.step(element, states[-1]))
            if not states[-1]:
                return
        ends, before = states[-1], -1
        while ends:
            end = ends & -ends
            ends ^= end
            state = end
            for element, allowed in zip(reversed(pattern), reversed(states[:-1]), strict=True):
                state = self.back(element, state) & allowed
            first, last = state.bit_length() - 1, end.bit_length() - 2
            if first > before and last >= first:
                yield first, last
                before = last
