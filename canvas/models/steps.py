"""The steps from one list of words to another, looked for only where that surely ends soon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

_MOST_PAIRS = 200_000
"""Equal pairs of two lists up to which all steps are looked for; two texts of 4,000 words have fewer."""
Step = tuple[str, int, int, int, int]
"""What happens ("equal", "replace", "delete", "insert"), and from where to where in the old and the new list."""


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    """Return the steps from one list to another, in order, as difflib tells them.

    Lists that say the same thing over and over have so many equal pairs that it would take minutes: there the
    step between what begins alike and what ends alike is one.
    """
    import difflib

    held = Counter(new)
    if sum(held[entry] for entry in old) <= _MOST_PAIRS:
        return list(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    shorter = min(len(old), len(new))
    head = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    most = shorter - head
    tail = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    ends = len(old) - tail, len(new) - tail
    kind = "insert" if head == ends[0] else "delete" if head == ends[1] else "replace"
    found = [
        ("equal", 0, head, 0, head),
        (kind, head, ends[0], head, ends[1]),
        ("equal", ends[0], len(old), ends[1], len(new)),
    ]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]
