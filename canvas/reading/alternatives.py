"""Which alternatives of a rule no example of it uses: words that nobody has ever tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from canvas.models.pattern import Element, Pattern
from canvas.reading.patterns import Matcher
from canvas.reading.row import Row, Step, steps_of
from canvas.reading.units import units


def uncovered(patterns: Sequence[Pattern], examples: Iterable[str], matcher: Matcher) -> Iterator[tuple[int, str]]:
    """Yield (index of the pattern, alternative) for each alternative that stands in no match of any example.

    matcher: of a book with the word classes of the patterns. A word class is one alternative, whatever it holds.
    """
    rows = [row for example in examples for row in matcher.rows(units(example))]
    known: dict[Element, Step] = {}
    tried = [
        (index, name, steps_of(narrow, known))
        for index, pattern in enumerate(patterns)
        for name, narrow in _narrowed(pattern)
    ]
    for index, name, steps in tried:
        if not any(_matches(row, steps) for row in rows):
            yield index, name


def _matches(row: Row, steps: tuple[Step, ...]) -> bool:
    return next(row.spans(steps), None) is not None


def _narrowed(pattern: Pattern) -> Iterator[tuple[str, Pattern]]:
    """Yield each alternative with the pattern that allows it alone at its place."""
    for index, element in enumerate(pattern):
        if element.is_gap:
            continue
        for words in element.words:
            only = Element(words=(words,))
            yield " ".join(words), (*pattern[:index], only, *pattern[index + 1 :])
        for name in element.classes:
            yield f"<{name}>", (*pattern[:index], Element(classes=(name,)), *pattern[index + 1 :])
