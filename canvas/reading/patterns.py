"""Finding every pattern of the rule book in a text at once, in time linear in the text.

A text is a row of places, one a word, with an empty place at each pause and between units. The places where a
word stands are the bits of one whole number, so a step of a pattern is a shift and a mask, for all places at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from canvas.models.pattern import Element
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.reading.clauses import clause_starts, closes_a_statement
from canvas.reading.lemmas import Lemmas
from canvas.reading.row import WALL, Row, Step, rarest, steps_of
from canvas.reading.sieve import Sieve, places
from canvas.reading.units import Unit, Word
from canvas.reading.unless import Unless

_CHUNK = 500
"""Places read together: whole numbers of this size are as fast as small ones."""
_REMEMBERED = 20_000
"""Words whose forms are remembered."""
_UNITS = 4_000
"""Units whose hits are remembered, so that a text that grows is not read again with every word."""


class Hit(NamedTuple):
    """A rule that fires. unit: index of the unit; first, last: its words, both inside; start, end: offsets.

    silenced_by: offsets of the words of an `unless` of the rule in the same clause; None where there are none.
    """

    rule: ReadyRule
    unit: int
    first: int
    last: int
    start: int
    end: int
    silenced_by: tuple[int, int] | None = None


class _Found(NamedTuple):
    """A hit by the words of its unit, wherever in a text the unit stands. silenced_by: first and last word."""

    rule: ReadyRule
    first: int
    last: int
    silenced_by: tuple[int, int] | None

    def at(self, index: int, unit: Unit) -> Hit:
        """Return it as a hit in a unit of a text."""
        words, silenced_by = unit.words, None
        if self.silenced_by is not None:
            silenced_by = (words[self.silenced_by[0]].start, words[self.silenced_by[1]].end)
        start, end = words[self.first].start, words[self.last].end
        return Hit(self.rule, index, self.first, self.last, start, end, silenced_by)


class Matcher:
    """A rule book made ready for reading: which word must stand in a text before a pattern is tried."""

    def __init__(self, book: RuleBook) -> None:
        patterns = [(rule, pattern) for rule in book.rules for pattern in (*rule.patterns, *rule.unless)]
        self._single: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for name, members in book.classes.items():
            for member in members:
                parts = tuple(member.split())
                if len(parts) == 1:
                    self._single[member].append(f"<{name}>")
                else:
                    self._phrases[rarest(parts)].append((f"<{name}>", parts))
        vocabulary = {
            word for _, pattern in patterns for step in pattern for words in step.words for word in words
        }
        vocabulary |= {part for members in book.classes.values() for member in members for part in member.split()}
        self.lemmas = Lemmas(frozenset(vocabulary), book.irregular, book.spelling)
        self._generic: dict[str, bool] = {}
        self._keys: dict[str, tuple[tuple[str, ...], int]] = {}
        self._read: dict[str, tuple[_Found, ...]] = {}
        self._steps: dict[Element, Step] = {}
        self._patterns = [
            (rule, steps_of(pattern, self._steps)) for rule in book.rules for pattern in rule.patterns
        ]
        self._unless: dict[str, Unless] = {}
        self._sieve = Sieve([steps for _, steps in self._patterns])
        self._borders = self._sieve.bits("^$")
        self._name = (("<name>",), self._sieve.bits(("<name>",)))

    def hits(self, units: Sequence[Unit]) -> list[Hit]:
        """Return every hit in the units that count, in the order of the text."""
        return [hit for hit in self.found(units) if hit.silenced_by is None]

    def found(self, units: Sequence[Unit]) -> list[Hit]:
        """Return every hit in the order of the text, also those that an `unless` of their rule silences.

        No pattern reaches over a wall, so what stands in a unit depends on its own words only.
        """
        keys = {index: _key(unit) for index, unit in enumerate(units) if unit.counts}
        read = self._read  # another thread may begin a new one
        known = {key: read[key] for key in keys.values() if key in read}
        new = {key: units[index] for index, key in keys.items() if key not in known}
        known |= zip(new, self._found(tuple(new.values())), strict=True)
        kept = {key: known[key] for key in new}
        self._read = kept if len(read) > _UNITS else read
        self._read.update(kept)
        found = [one.at(index, units[index]) for index, key in keys.items() for one in known[key]]
        found.sort(key=lambda hit: (hit.start, hit.end, hit.rule.id))
        return found

    def _found(self, units: Sequence[Unit]) -> list[tuple[_Found, ...]]:
        """Return what stands in each of the units, all of which count."""
        found: list[list[_Found]] = [[] for _ in units]
        for row in self.rows(units):
            tried = 0
            for held in row.held.values():
                tried |= self._sieve.passed(held)
            for index in places(tried):
                rule, steps = self._patterns[index]
                for first, last in row.spans(steps):
                    unit, word, last_word = row.inside(first, last)
                    silenced_by = self._silenced(rule, row, unit, first, last)
                    found[unit].append(_Found(rule, word, last_word, silenced_by))
        return [tuple(each) for each in found]

    def _silenced(self, rule: ReadyRule, row: Row, unit: int, first: int, last: int) -> tuple[int, int] | None:
        """Return the first and last word of what silences a hit of a rule in its unit."""
        if not rule.unless:
            return None
        unless = self._unless.get(rule.id)
        if unless is None:  # most rules never fire in a text, so theirs are not made ready before
            unless = Unless([steps_of(pattern, self._steps) for pattern in rule.unless])
            self._unless[rule.id] = unless
        found = unless.silencing(row, unit, first, last)
        return row.inside(*found)[1:] if found else None

    def rows(self, units: Sequence[Unit]) -> Iterator[Row]:
        """Yield the units that count as rows of places, some hundred places together."""
        row = Row()
        for index, unit in enumerate(units):
            if not unit.counts:
                continue
            if len(row.owners) > _CHUNK:
                yield self._with_phrases(row)
                row = Row()
            self._wall(row)
            self._add(row, index, unit.words)
            self._wall(row)
        yield self._with_phrases(row)

    def _add(self, row: Row, index: int, words: Sequence[Word]) -> None:
        """Add the places of a unit and what stands there."""
        masks, held, bit = row.masks, self._borders, 1 << len(row.owners)
        unit_keys: list[tuple[str, ...]] = [("^", "$")]
        for start in clause_starts(words):
            row.borders |= bit << start
        for place, word in enumerate(words):
            if word.text:
                keys, bits = self._keys.get(word.text) or self._found_keys(word.text)
                if word.capital and not keys:
                    keys, bits = self._name
                held |= bits
                unit_keys.append(keys)
                for key in keys:
                    masks[key] |= bit
            elif closes_a_statement(words, place):
                row.walls |= bit
            bit <<= 1
        row.owners += [(index, place) for place in range(len(words))]
        row.held[index], row.unit_keys[index] = held, unit_keys

    @staticmethod
    def _wall(row: Row) -> None:
        """Add a place that no gap crosses; `^` and `$` stand there in patterns: begin and end of a unit."""
        bit = 1 << len(row.owners)
        row.walls |= bit
        row.borders |= bit
        row.masks["^"] |= bit
        row.masks["$"] |= bit
        row.owners.append(WALL)

    def _found_keys(self, text: str) -> tuple[tuple[str, ...], int]:
        """Return what a word can be for a pattern, and what that adds to what its unit holds."""
        found = {key: None for lemma in self.forms(text) for key in (lemma, *self._single.get(lemma, ()))}
        if text[0].isdigit():
            found["<number>"] = None
        known = (tuple(found), self._sieve.bits(tuple(found)))
        if len(self._keys) < _REMEMBERED:
            self._keys[text] = known
        return known

    def is_generic(self, text: str) -> bool:
        """Tell whether any company could use the word: `customer`, `service`, `quality`, `with`."""
        known = self._generic.get(text)
        if known is None:
            known = any("<generic>" in self._single.get(lemma, ()) for lemma in self.forms(text))
            if len(self._generic) < _REMEMBERED:
                self._generic[text] = known
        return known

    def forms(self, text: str) -> tuple[str, ...]:
        """Return the known base forms of a word, without a possessive ending."""
        if "'" in text:
            stem, _, rest = text.partition("'")
            if rest == "s" or not rest:
                return (*self.lemmas.of(stem), *self.lemmas.of(text))
            if rest == "t":
                return (*self.lemmas.of(stem.removesuffix("n")), *self.lemmas.of("not"), *self.lemmas.of(text))
            return (*self.lemmas.of(text), *self.lemmas.of(stem))
        return self.lemmas.of(text)

    def _with_phrases(self, row: Row) -> Row:
        """Return the row with the word classes of more than one word, and all its keys."""
        for key in row.masks.keys() & self._phrases.keys():
            for name, parts in self._phrases[key]:
                if here := row.together(parts):
                    row.phrases[name] = (*row.phrases.get(name, ()), (here, len(parts)))
                    row.masks[name] |= 0  # a class may stand nowhere as a single word
                    for place in places(here):
                        unit = row.owners[place][0]
                        row.held[unit] |= self._sieve.bits((name,))
                        row.unit_keys[unit].append((name,))
        row.keys = frozenset(row.masks)
        return row


def _key(unit: Unit) -> str:
    """Return all of a unit that a rule can see, one line a word."""
    return "\n".join(
        [f"{word.text}\t{word.sign}" if word.capital or word.sign else word.text for word in unit.words]
    )
