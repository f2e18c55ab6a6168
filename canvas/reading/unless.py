"""What silences the hits of a rule: its `unless` patterns, of which few can stand in a unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from canvas.reading.row import Row, Steps
from canvas.reading.sieve import weight


class Unless:
    """The `unless` patterns of one rule, each found by the words of its rarest step."""

    def __init__(self, patterns: Sequence[Steps]) -> None:
        self._patterns = patterns
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for index, steps in enumerate(patterns):
            needed = [step.anchors for step in steps if step.needed]
            for key in min(needed, key=weight):
                self._by_key[key].append(index)

    def silencing(self, row: Row, unit: int, first: int, last: int) -> tuple[int, int] | None:
        """Return first and last place of the first pattern that stands in a clause of a hit, None without one.

        unit: where the hit stands. No clause and no pattern reaches beyond it, so others need not be looked at.
        """
        here = self._by_key.keys() & row.keys_in(unit)
        hit = (2 << last) - (1 << first)
        for index in sorted({index for key in here for index in self._by_key[key]}):
            for clauses, begin, close in self._found(row, index):
                if clauses & hit:
                    return begin, close
        return None

    def _found(self, row: Row, index: int) -> list[tuple[int, int, int]]:
        """Return the clauses in which a pattern stands, with its places; looked for once a row."""
        steps = self._patterns[index]
        known = row.silenced.get(steps)
        if known is None:
            known = row.silenced[steps] = [
                (row.clauses_of(first, last), first, last) for first, last in row.spans(steps)
            ]
        return known
