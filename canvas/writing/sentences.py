"""The sentences of a draft, and which sentence of one version became which sentence of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from canvas.models.base import Frozen
from canvas.models.receipt import Change
from canvas.models.steps import steps
from canvas.writing.clauses import pieces
from canvas.writing.section import GAP

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ALIKE = 0.5
"""Share of common words from which on two sentences are one sentence that was edited."""
_INSIDE = 0.8
"""Share of the shorter one's words found in the longer one: it was only made longer, or shorter."""
_SHORT_WORD = 3
"""Words of up to this many letters say little about what a sentence is about."""
_MOST_COMPARISONS = 100_000


class Sentence(Frozen):
    """A sentence, list entry or gap: `draft[start:end] == text`."""

    text: str
    start: int
    end: int


class Aligned(Frozen):
    """One sentence in two versions of a text; one of them is None where it came or went."""

    change: Change
    before: Sentence | None
    after: Sentence | None


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences, list entries and gaps of a draft in order, without bullet signs.

    As in reading, a line that goes on in small letters belongs to the one before.
    """
    found: list[Sentence] = []
    at = 0
    for line in text.splitlines():
        for part in GAP.sub(r"\n\g<0>\n", line).splitlines():
            for piece in pieces(part):
                start = text.index(piece, at)
                at = start + len(piece)
                if found and _goes_on(text, found[-1], start):
                    start = found.pop().start
                found.append(Sentence(text=text[start:at], start=start, end=at))
    return tuple(found)


def _goes_on(text: str, before: Sentence, start: int) -> bool:
    """Tell whether a sentence goes on at `start`, in the next line of a text with lines of equal length."""
    between = text[before.end : start]
    return (
        between.count("\n") == 1
        and not between.strip()
        and before.text[-1] not in ".!?:;…]"
        and text[start].islower()
    )


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without signs: what two sentences are compared by."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike two sentences are by their words, from 0 to 1; at least .5 where one holds the other."""
    common = len(one & other)
    if not common:
        return 0.0
    alike = 2 * common / (len(one) + len(other))
    inside = common / min(len(one), len(other))
    return max(alike, _ALIKE) if inside >= _INSIDE and common > 1 else alike


def aligned(before: str, after: str) -> tuple[Aligned, ...]:
    """Pair the sentences of two versions, in the order of the newer one; what went stands where it was.

    First come sentences with the same words in the same order, then those that moved, then the most alike ones,
    and last what stands between the same neighbours. Same input, same output.
    """
    old, new = sentences(before), sentences(after)
    pairing = _Pairing([words_of(one.text) for one in old], [words_of(one.text) for one in new])
    return tuple(_rows(old, new, pairing.partner))


class _Pairing:
    """Finds for each new sentence the old one it comes from. partner: new index → (old index, what happened)."""

    def __init__(self, old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> None:
        self._old, self._new = old, new
        self.partner: dict[int, tuple[int, Change]] = {}
        self._taken: set[int] = set()
        self._same()
        self._moved()
        self._edited()
        self._rewritten()

    def _pair(self, old: int, new: int, change: Change) -> None:
        self.partner[new] = (old, change)
        self._taken.add(old)

    def _free(self) -> tuple[list[int], list[int]]:
        """Return the old and new sentences without a partner."""
        return (
            [index for index in range(len(self._old)) if index not in self._taken],
            [index for index in range(len(self._new)) if index not in self.partner],
        )

    def _same(self) -> None:
        for kind, start, end, place, _ in steps(self._old, self._new):
            for step in range(end - start if kind == "equal" else 0):
                self._pair(start + step, place + step, "same")
        self._anchors = sorted(self.partner)

    def _moved(self) -> None:
        old, new = self._free()
        waiting: dict[tuple[str, ...], list[int]] = {}
        for index in reversed(old):
            waiting.setdefault(self._old[index], []).append(index)
        for index in new:
            if places := waiting.get(self._new[index]):
                self._pair(places.pop(), index, "moved")

    def _edited(self) -> None:
        old, new = self._free()
        if len(old) * len(new) > _MOST_COMPARISONS:
            return
        bags = {index: _telling(self._old[index]) for index in old}
        found = []
        for place in new:
            mine = _telling(self._new[place])
            for index in old:
                if (alike := likeness(bags[index], mine)) >= _ALIKE:
                    found.append((-alike, abs(index - place), index, place))
        for _, _, index, place in sorted(found):
            if index not in self._taken and place not in self.partner:
                self._pair(index, place, "edited")

    def _rewritten(self) -> None:
        """Pair in order what stands behind the same unchanged sentence."""
        old, new = self._free()
        anchors = [self.partner[place][0] for place in self._anchors]
        waiting: dict[int, list[int]] = {}
        for index in reversed(old):
            waiting.setdefault(bisect_left(anchors, index), []).append(index)
        for place in new:
            if places := waiting.get(bisect_left(self._anchors, place)):
                self._pair(places.pop(), place, "rewritten")


def _telling(words: Sequence[str]) -> frozenset[str]:
    """Return the words by which a sentence is known; all of them where every one is short."""
    long_ones = frozenset(word for word in words if len(word) > _SHORT_WORD or word.isdigit())
    return long_ones or frozenset(words)


def _rows(
    old: Sequence[Sentence], new: Sequence[Sentence], partner: dict[int, tuple[int, Change]]
) -> Iterator[Aligned]:
    gone = sorted(set(range(len(old))) - {index for index, _ in partner.values()}, reverse=True)
    for place, sentence in enumerate(new):
        if place not in partner:
            yield Aligned(change="added", before=None, after=sentence)
            continue
        index, change = partner[place]
        while gone and gone[-1] < index and change != "moved":
            yield Aligned(change="removed", before=old[gone.pop()], after=None)
        yield Aligned(change=change, before=old[index], after=sentence)
    for index in reversed(gone):
        yield Aligned(change="removed", before=old[index], after=None)
