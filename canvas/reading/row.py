"""The places of some units as bits of whole numbers: a step of a pattern is a shift and a mask for all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from canvas.models.pattern import Element, Pattern

WALL = (-1, -1)
"""The owner of an empty place between two units."""
Starts = tuple[int, tuple[tuple[int, int], ...]]
"""Where an element stands: the places of its single words, and (first places, length) of each of its phrases."""


class Step:
    """An element of patterns made ready; equal elements of all patterns share one step, compared by identity.

    anchors: words and classes of which one must stand where the step does. needed: neither a gap nor optional.
    """

    __slots__ = ("anchors", "high", "is_gap", "low", "needed", "optional", "phrase_keys", "phrases", "singles")

    def __init__(self, element: Element) -> None:
        alternatives, classes, self.low, self.high, self.optional = element
        singles = [words[0] for words in alternatives if len(words) == 1]
        self.phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        if len(singles) < len(alternatives):
            for words in alternatives:
                if len(words) > 1:
                    key = rarest(words)
                    self.phrases[key] = (*self.phrases.get(key, ()), words)
        self.singles = frozenset(singles + [f"<{name}>" for name in classes])
        self.phrase_keys = frozenset(self.phrases)
        self.anchors = self.singles | self.phrase_keys if self.phrases else self.singles
        self.is_gap = not self.anchors
        self.needed = not (self.is_gap or self.optional)


Steps = tuple[Step, ...]


class Row:
    """The places of some units: where each word and word class stands.

    held: for each unit what it holds, as the sieve counts it. unit_keys: for each unit the words and word classes
    that each of its words can be; keys: those of all units, once it is whole. silenced: where an `unless` stands,
    once it was looked for.
    """

    def __init__(self) -> None:
        self.masks: dict[str, int] = defaultdict(int)
        self.phrases: dict[str, tuple[tuple[int, int], ...]] = {}
        self.owners: list[tuple[int, int]] = []
        self.walls = 0
        self.held: dict[int, int] = {}
        self.keys: frozenset[str] = frozenset()
        self.borders = 0
        self.unit_keys: dict[int, list[tuple[str, ...]]] = {}
        self.silenced: dict[Steps, list[tuple[int, int, int]]] = {}
        self._keys_in: dict[int, frozenset[str]] = {}
        self._starts: dict[Step, Starts] = {}

    def keys_in(self, unit: int) -> frozenset[str]:
        """Return the words and word classes of a unit; put together when it is first asked for."""
        known = self._keys_in.get(unit)
        if known is None:
            known = self._keys_in[unit] = frozenset(chain.from_iterable(self.unit_keys[unit]))
        return known

    def together(self, words: Sequence[str]) -> int:
        """Return the places at which these words stand one after the other."""
        here = self.masks.get(words[0], 0)
        for count, word in enumerate(words[1:], 1):
            if not here:
                break
            here &= self.masks.get(word, 0) >> count
        return here

    def starts_of(self, step: Step) -> Starts:
        """Return where a step stands; found when it is first asked for, and remembered."""
        ones, keys = 0, self.keys
        longer: tuple[tuple[int, int], ...] = ()
        for key in step.singles & keys:
            ones |= self.masks[key]
            if key in self.phrases:
                longer += self.phrases[key]
        if step.phrases:
            for key in step.phrase_keys & keys:
                for words in step.phrases[key]:
                    if keys.issuperset(words) and (here := self.together(words)):
                        longer += ((here, len(words)),)
        found = self._starts[step] = (ones, longer)
        return found

    def clauses_of(self, first: int, last: int) -> int:
        """Return all places of the clauses in which the places first..last (both inside) stand."""
        begin = (self.borders & ((2 << first) - 1)).bit_length() - 1
        after = self.borders >> (last + 1)
        end = last + (after & -after).bit_length() if after else len(self.owners)
        return (1 << end) - (1 << max(0, begin))

    def inside(self, first: int, last: int) -> tuple[int, int, int]:
        """Return the unit of the places first..last, and its first and last word among them."""
        first += self.owners[first] == WALL
        last -= self.owners[last] == WALL
        unit, word = self.owners[first]
        return unit, word, self.owners[last][1]

    def spans(self, pattern: Steps) -> Iterator[tuple[int, int]]:
        """Yield first and last place of every match, the shortest at each end, none overlapping the one before."""
        state = -1  # the bits of all places
        states, starts = [state], self._starts
        for step in pattern:
            if not step.needed:
                state = self._after(step, state)
            else:  # most steps, and most patterns end here: no call of its own
                ones, longer = starts.get(step) or self.starts_of(step)
                out = (state & ones) << 1
                for places, length in longer:
                    out |= (state & places) << length
                state = out
            if not state:
                return
            states.append(state)
        ends, before = states[-1], -1
        while ends:
            end = ends & -ends
            ends ^= end
            state = end
            for step, allowed in zip(reversed(pattern), reversed(states[:-1]), strict=True):
                state = self._before(step, state) & allowed
            first, last = state.bit_length() - 1, end.bit_length() - 2
            if first > before and last >= first:
                yield first, last
                before = last

    def _after(self, step: Step, state: int) -> int:
        """Return the places after the step, from the places before it."""
        if step.is_gap:
            open_places = ~self.walls
            for _ in range(step.low):
                state = (state & open_places) << 1
            out = state
            for _ in range(step.high - step.low):
                out = state | (out & open_places) << 1
            return out
        ones, longer = self._starts.get(step) or self.starts_of(step)
        out = (state & ones) << 1
        for starts, length in longer:
            out |= (state & starts) << length
        return out | state if step.optional else out

    def _before(self, step: Step, state: int) -> int:
        """Return the places before the step, from the places after it."""
        if step.is_gap:
            open_places = ~self.walls
            for _ in range(step.low):
                state = (state >> 1) & open_places
            out = state
            for _ in range(step.high - step.low):
                out = state | (out >> 1) & open_places
            return out
        ones, longer = self._starts.get(step) or self.starts_of(step)
        out = (state >> 1) & ones
        for starts, length in longer:
            out |= (state >> length) & starts
        return out | state if step.optional else out


def rarest(words: Sequence[str]) -> str:
    """Return the word of a phrase that a text most probably lacks: the longest."""
    return max(words, key=len)


def steps_of(pattern: Pattern, known: dict[Element, Step]) -> Steps:
    """Return the steps of a pattern, each made once; `known` remembers them across patterns."""
    made = []
    for element in pattern:
        step = known.get(element)
        if step is None:
            step = known[element] = Step(element)
        made.append(step)
    return tuple(made)
