"""Which patterns may stand in a unit at all, told by its words alone: a bit a pattern, all patterns at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from canvas.reading.row import Step, Steps

_OF_A_CLASS = 40
"""How many words a word class stands for, roughly."""
_ASKED = 4
"""Steps of a pattern that are asked for, the rarest first; more would hardly sort out any."""


class Sieve:
    """The patterns of a rule book by the words without which they cannot stand in a unit.

    What a unit holds is one whole number with a field for each step that is asked for, and in each field a bit
    for each pattern: it is set when a word of the unit may be that step. A pattern is tried when its bit is set
    in every field.
    """

    def __init__(self, patterns: Sequence[Steps]) -> None:
        self._many = len(patterns)
        self._anchored: dict[str, list[Step]] = defaultdict(list)
        known = {step for steps in patterns for step in steps}
        for step in known:
            for key in step.anchors:
                self._anchored[key].append(step)
        common = {key: _commonness(key, steps) for key, steps in self._anchored.items()}
        rarity = {step: sum([common[key] for key in step.anchors]) for step in known}
        fields = [1 << (field * self._many) for field in range(_ASKED)]
        rests = [sum(fields[field:]) for field in range(_ASKED)]  # a short pattern asks for its last step again
        self._asked: dict[Step, int] = defaultdict(int)
        for index, steps in enumerate(patterns):
            needed = [step for step in steps if step.needed]
            needed.sort(key=rarity.__getitem__)
            last = min(len(needed), _ASKED) - 1
            for field in range(last):
                self._asked[needed[field]] |= fields[field] << index
            self._asked[needed[last]] |= rests[last] << index
        self._bits: dict[str, int] = {}

    def bits(self, keys: Iterable[str]) -> int:
        """Return what words and word classes add to the number of a unit."""
        found = 0
        for key in keys:
            known = self._bits.get(key)
            if known is None:  # made when a word is met: a text holds few of all the words that rules know
                known = 0
                for step in self._anchored.get(key, ()):
                    known |= self._asked.get(step, 0)
                self._bits[key] = known
            found |= known
        return found

    def passed(self, held: int) -> int:
        """Return the patterns that may stand in a unit, a bit each, from the number of what it holds."""
        together = held
        for field in range(1, _ASKED):
            together &= held >> (field * self._many)
        return together & ((1 << self._many) - 1)


def places(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def weight(keys: Collection[str]) -> int:
    """Return how probable it is that a text holds one of these words or classes; a class stands for many words."""
    return sum([_OF_A_CLASS if key[0] == "<" else 1 for key in keys])


def _commonness(key: str, steps: Sequence[Step]) -> int:
    """Return how many steps a word or class can be; a class stands for many words."""
    return len(steps) + (_OF_A_CLASS if key[0] == "<" else 0)
