"""Whose words a section is made of: each sentence with the answer it came from, or as the student's own.

A sentence is "not your words yet" when it repeats an example, the sample plan or a lesson, or when it is one
of a template whose gap nobody has filled. The openers of the lesson never count, and a heading made by a shape is
neither.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from canvas.models.base import Frozen
from canvas.models.workbook import BuiltSentence, Workbook
from canvas.writing.own_words_index import is_opener, lesson_index
from canvas.writing.section import GAP
from canvas.writing.sentences import Sentence, likeness, sentences, words_of
from canvas.writing.standing import places_of

_STILL_FROM = 0.6
"""Share of common words from which on a changed sentence still comes from its answer."""
Kind = Literal["answer", "edited", "own", "frame", "gap", "copied"]


class OwnSentence(Frozen):
    """One sentence of the draft: `draft[start:end] == text`.

    kind: from an `answer` as it was built, from one but `edited` since, the student's `own`, a `frame` (an opener
    or heading), a `gap` that is still open, or `copied` from where it stands in our texts. origin: the path of the
    answer, "" for none. where and ours: the place and the sentence it repeats.
    """

    text: str
    start: int
    end: int
    kind: Kind
    origin: str = ""
    where: str = ""
    ours: str = ""

    @property
    def is_yours(self) -> bool:
        """False for what is "not your words yet"."""
        return self.kind not in ("gap", "copied")


def own_words(workbook: Workbook) -> tuple[OwnSentence, ...]:
    """Return every sentence of the draft in order, with whose words it is. Never raises."""
    text = workbook.draft.text
    standing = _Standing(workbook.draft.built, text)
    return tuple(_told(sentence, standing) for sentence in sentences(text))


class _Standing:
    """Where the sentences that were built from answers stand unedited, and which of them do not any more."""

    def __init__(self, built: tuple[BuiltSentence, ...], text: str) -> None:
        spans = []
        self._edited: list[tuple[frozenset[str], str]] = []
        for sentence in built:
            places = places_of(sentence.text, text)
            spans += [(start, end, sentence) for start, end in places]
            if not places:
                parts = [one.text for one in sentences(sentence.text) if not GAP.search(one.text)]
                self._edited += [(frozenset(words_of(part)), sentence.origin) for part in parts]
        self._spans = sorted(spans, key=lambda span: (span[0], span[1]))
        self._starts = [start for start, _, _ in self._spans]

    def at(self, sentence: Sentence) -> BuiltSentence | None:
        """Return the built sentence in which a sentence of the draft stands."""
        last = bisect_right(self._starts, sentence.start) - 1
        if last < 0 or self._spans[last][1] < sentence.end:
            return None
        return self._spans[last][2]

    def edited_from(self, text: str) -> str:
        """Return the path of the answer of which a sentence is an edited one, "" for none."""
        words = frozenset(words_of(text))
        best = max(((likeness(words, known), origin) for known, origin in self._edited), default=(0.0, ""))
        return best[1] if best[0] >= _STILL_FROM else ""


def _told(sentence: Sentence, standing: _Standing) -> OwnSentence:
    built = standing.at(sentence)
    origin = built.origin if built else ""
    place = {"text": sentence.text, "start": sentence.start, "end": sentence.end}
    if GAP.search(sentence.text):
        return OwnSentence(**place, kind="gap", origin=origin)
    if origin.startswith("shape.") or is_opener(sentence.text):
        return OwnSentence(**place, kind="frame")
    if origin.endswith(".name"):  # the student's segment and types in a sentence of ours
        return OwnSentence(**place, kind="answer", origin=origin)
    if found := lesson_index().match(sentence.text):
        return OwnSentence(**place, kind="copied", origin=origin, where=found.where, ours=found.text)
    if origin:
        return OwnSentence(**place, kind="answer", origin=origin)
    edited = standing.edited_from(sentence.text)
    return OwnSentence(**place, kind="edited" if edited else "own", origin=edited)
