"""Finding every pattern of the rule book in a text at once, in time linear in the text.

A text is a row of places, one a word, with an empty place at each pause and between units. The places where a
word stands are the bits of one whole number, so a step of a pattern is a shift and a mask, for all places at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canvas.models.pattern import Element, Pattern
from canvas.models.rule import ReadyRule, RuleBook
from canvas.reading.lemmas import Lemmas
from canvas.reading.row import WALL, Row
from canvas.reading.units import Unit, Word

_CHUNK = 400
"""Places read together: whole numbers of this size are as fast as small ones."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fires. unit: index of the unit; first, last: its words, both inside; start, end: offsets."""

    rule: ReadyRule
    unit: int
    first: int
    last: int
    start: int
    end: int


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
                    self._phrases[parts[0]].append((f"<{name}>", parts))
        vocabulary = {
            word for _, pattern in patterns for step in pattern for words in step.words for word in words
        }
        vocabulary |= {part for members in book.classes.values() for member in members for part in member.split()}
        self.lemmas = Lemmas(frozenset(vocabulary), book.irregular, book.spelling)
        self._tried = defaultdict(list)  # type: defaultdict[str, list[tuple[ReadyRule, Pattern]]]
        self._generic: dict[str, bool] = {}
        uses: dict[str, int] = defaultdict(int)
        ready = [(rule, _named(pattern)) for rule in book.rules for pattern in rule.patterns]
        for _, pattern in ready:
            for key in {key for element in pattern for key in _keys(element)}:
                uses[key] += 1
        for rule, pattern in ready:
            anchor = min((e for e in pattern if not e.is_gap and not e.optional), key=lambda e: _weight(e, uses))
            for key in set(_keys(anchor)):
                self._tried[key].append((rule, pattern))
        self._unless = {rule.id: tuple(_named(pattern) for pattern in rule.unless) for rule in book.rules}

    def hits(self, units: Sequence[Unit]) -> list[Hit]:
        """Return every hit in the units that count, in the order of the text."""
        found: list[Hit] = []
        for row in self._rows(units):
            present = [key for key in (*row.masks, *row.phrases) if key in self._tried]
            tried = {id(pattern): (rule, pattern) for key in present for rule, pattern in self._tried[key]}
            for rule, pattern in tried.values():
                found += self._hits_of(row, rule, pattern, units)
        found.sort(key=lambda hit: (hit.start, hit.end, hit.rule.id))
        return found

    def _hits_of(self, row: Row, rule: ReadyRule, pattern: Pattern, units: Sequence[Unit]) -> Iterator[Hit]:
        for first, last in row.spans(pattern):
            first += row.owners[first] == WALL
            last -= row.owners[last] == WALL
            unit, word = row.owners[first]
            if any(
                row.owners[place][0] == unit for other in self._unless[rule.id] for place, _ in row.spans(other)
            ):
                continue
            last_word = row.owners[last][1]
            words = units[unit].words
            yield Hit(rule, unit, word, last_word, words[word].start, words[last_word].end)

    def _rows(self, units: Sequence[Unit]) -> Iterator[Row]:
        row = Row()
        for index, unit in enumerate(units):
            if not unit.counts:
                continue
            if len(row.owners) > _CHUNK:
                yield self._with_phrases(row)
                row = Row()
            self._wall(row)
            for place, word in enumerate(unit.words):
                bit = 1 << len(row.owners)
                row.owners.append((index, place))
                if word.text:
                    self._place(row, word, bit)
            self._wall(row)
        yield self._with_phrases(row)

    @staticmethod
    def _wall(row: Row) -> None:
        """Add a place that no gap crosses; `^` and `$` stand there in patterns: begin and end of a unit."""
        bit = 1 << len(row.owners)
        row.walls |= bit
        row.masks["^"] |= bit
        row.masks["$"] |= bit
        row.owners.append(WALL)

    def _place(self, row: Row, word: Word, bit: int) -> None:
        text = word.text
        keys = {key for lemma in self.forms(text) for key in (lemma, *self._single.get(lemma, ()))}
        if text[0].isdigit():
            keys.add("<number>")
        if word.capital and not keys:
            keys.add("<name>")
        for key in keys:
            row.masks[key] |= bit

    def is_generic(self, text: str) -> bool:
        """Tell whether any company could use the word: `customer`, `service`, `quality`, `with`."""
        known = self._generic.get(text)
        if known is None:
            known = any("<generic>" in self._single.get(lemma, ()) for lemma in self.forms(text))
            if len(self._generic) < 50_000:
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
        for first in [word for word in row.masks if word in self._phrases]:
            for name, parts in self._phrases[first]:
                here = row.masks[first]
                for count, part in enumerate(parts[1:], 1):
                    here &= row.masks.get(part, 0) >> count
                if here:
                    row.phrases.setdefault(name, []).append((here, len(parts)))
        return row


def _named(pattern: Pattern) -> Pattern:
    """Return the pattern with class names as they stand among the words: `<customer>`."""
    return tuple(element._replace(classes=tuple(f"<{name}>" for name in element.classes)) for element in pattern)


def _keys(element: Element) -> Iterator[str]:
    for words in element.words:
        yield words[-1]
    yield from element.classes


def _weight(element: Element, uses: dict[str, int]) -> int:
    return sum(uses[key] + (40 if key.startswith("<") else 0) for key in _keys(element))
