"""What is taught, as sentences to compare with: examples, the sample plan, cards, lessons. Built once a process.

Two texts are compared by runs of three words, so that a changed word or two does not hide a copied sentence. The
openers and the key questions are there to be used; they are not in the index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from canvas.content.library import library
from canvas.models.base import Frozen
from canvas.writing.clauses import pieces
from canvas.writing.section import connectors
from canvas.writing.sentences import likeness, words_of

_RUN = 3
_FEWEST = 5
"""Words below which two people may well write the same by chance."""
_LONG = 8
_MOST_OF = 0.6
"""Share of the runs of a longer sentence that stand in one sentence of ours."""
_ALIKE = 0.8
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^[#>*\s-]+|\*\*|__|`", re.MULTILINE)
_NO_SENTENCES = frozenset(("id", "icon", "color", "slug", "lesson", "title", "name", "term", "aliases", "terms"))


class Source(Frozen):
    """A sentence of ours. where: what it stands in, as it is told a student: "an example answer"."""

    text: str
    where: str


class _Entry(NamedTuple):
    source: Source
    words: frozenset[str]


class Index:
    """Finds the sentence of ours that a sentence repeats."""

    def __init__(self, sources: Iterator[Source]) -> None:
        self._entries: list[_Entry] = []
        self._holders: dict[tuple[str, ...], list[int]] = {}
        for source in sources:
            words = words_of(source.text)
            if len(words) < _FEWEST:
                continue
            for run in set(_runs(words)):
                self._holders.setdefault(run, []).append(len(self._entries))
            self._entries.append(_Entry(source, frozenset(words)))

    def match(self, sentence: str) -> Source | None:
        """Return the sentence of ours that this one repeats word for word or nearly so, or None."""
        words = words_of(_without_frame(sentence))
        runs = _runs(words)
        if len(words) < _FEWEST:
            return None
        shared = Counter(number for run in runs for number in self._holders.get(run, ()))
        if not shared:
            return None
        best, count = min(shared.items(), key=lambda item: (-item[1], item[0]))
        entry = self._entries[best]
        enough = len(runs) if len(words) < _LONG else _MOST_OF * len(runs)
        nearly = len(words) >= _LONG and likeness(frozenset(words), entry.words) >= _ALIKE
        return entry.source if count >= enough or nearly else None


@cache
def lesson_index() -> Index:
    """Return the index of all that is taught."""
    return Index(_sources())


def is_opener(sentence: str) -> bool:
    """Say whether a sentence is one of the openers of the lesson and nothing else."""
    return bool(words_of(sentence)) and not words_of(_without_frame(sentence))


def _without_frame(sentence: str) -> str:
    """Return a sentence without an opener of the lesson or a connector in front."""
    plain = " ".join(sentence.split())
    for front in (*_openers(), *connectors()):
        if front and plain.casefold().startswith(front.casefold()):
            return plain[len(front) :]
    return plain


@cache
def _openers() -> tuple[str, ...]:
    return tuple(opener.rstrip(" .…") for opener in library().openers)


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + _RUN] for start in range(len(words) - _RUN + 1)]


def _sources() -> Iterator[Source]:
    """Yield every sentence a student may have copied, the places where examples stand first."""
    taught = library()
    yield from _of(taught.sample.model_dump(mode="json"), "the finished sample plan")
    for question in taught.questions.values():
        yield from _of(question.example, "an example answer")
    for card in taught.mistakes.values():
        yield from _of(card.model_dump(mode="json"), "a card about a mistake")
    for kind in taught.types.values():
        yield from _of(kind.model_dump(mode="json"), "a card about a relationship type")
    yield from _of(
        taught.weak_example.model_dump(mode="json", exclude={"ask"}), "the example section of the lesson"
    )
    for lesson in taught.lessons:
        yield from _of(_plain(lesson.body), f"the lesson “{lesson.title}”")
        for task in lesson.try_it:
            yield from _of(task.model_dump(mode="json", exclude={"ask"}), f"the lesson “{lesson.title}”")
    for row in taught.rubric:
        yield from _of(row.model_dump(mode="json"), "the rubric")
    for term in taught.glossary:
        yield from _of(term.meaning, "the glossary")


def _of(value: Any, where: str) -> Iterator[Source]:
    """Yield the sentences of a text, or of every text inside an object."""
    if isinstance(value, str):
        for piece in pieces(value):
            yield Source(text=piece, where=where)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NO_SENTENCES:
                yield from _of(inner, where)
    elif isinstance(value, list):
        for inner in value:
            yield from _of(inner, where)


def _plain(markdown: str) -> str:
    """Return a lesson without its signs, openers and parts that are drawn."""
    lines = [line for line in markdown.splitlines() if not line.startswith(":::")]
    return _MARKS.sub("", _LINK.sub(r"\1", "\n".join(lines)))
