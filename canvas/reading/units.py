"""A text as units: headings, bullets and sentences, each with its words and their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from canvas.reading.text import plain_word, readable

LONGEST = 120
"""Words of one unit; a longer one is cut, so that time stays linear in the length of the text."""
_MARK = re.compile(r"[ >]*(?:(?:[-*+•–o]|\(?(?:\d{1,2}|[a-z])\u200b?[.)]) +|•)?")
_HASHES = re.compile(r" *#{1,6} ")
_BOLD = re.compile(r" *(\*\*|__)(?P<inside>[^*_]*[^*_.!])\1:? *$")
_END = re.compile(r"(?:(?<![.!?…])[.!?…]++[\"')\]*_]*+|;)(?=\s|$)")
"""What ends a sentence; a row of dots is looked at once, from its first one, and never for a shorter rest."""
_ABBREVIATION = re.compile(
    r"(?<![\w\u200b])(?:e\.?g|i\.?e|etc|mr|mrs|ms|dr|prof|st|vs|approx|no|incl|max|min|[a-z])\.$", re.IGNORECASE
)
_UNSEEN = r"[\u200b\u0300-\u036f]"
"""An invisible sign or a loose accent."""
_LETTER = rf"(?:[^\W\d_]|{_UNSEEN})"
_TOKEN = re.compile(
    rf"[eE](?i:\u200b*-?mail(?:s|ed|ing)?)(?!{_LETTER})"
    rf"|[^\W\d_]++(?:{_UNSEEN}++[^\W\d_]*+)*+(?:'{_LETTER}++)*+"
    r"|\d+(?:[.,:/]\d+)*|[,:()–\[\]/&+|?!$€£%]"
)
"""A word, figure or sign. After the letters of a word nothing could ask for fewer: `++` looks no second time."""
_ASKING = re.compile(r"^(what|which|how|who|why|when|where|do|does|is|are|can|will)$")
_SHORT_QUESTION = 3
"""Words of a question like `Invoice stuck?` that belongs to the sentence after it."""
_LONGEST_RHETORICAL = 10
"""Words of a longer one that does not begin like a question."""
_PAUSES = frozenset(",:()–[]|?!")


class Kind(StrEnum):
    """What a unit is. Only bullets and sentences are evidence; only they count in a denominator."""

    HEADING = "heading"
    TITLE = "title"
    QUESTION = "question"
    BULLET = "bullet"
    SENTENCE = "sentence"


_EVIDENCE = (Kind.BULLET, Kind.SENTENCE)
_NO_NAME_ENDINGS = ("tion", "ment", "ing", "ness", "ity", "ship", "s")
"""Endings of words that begin a sentence and are no names."""


class Word(NamedTuple):
    """One word or pause, in lower case, with its offsets. A pause (`,` `:` `–` …) has an empty text and a sign.

    capital: it may be a name: a capital inside the sentence, or at its start in front of what somebody does.
    """

    text: str
    start: int
    end: int
    capital: bool = False
    sign: str = ""


@dataclass(frozen=True)
class Unit:
    """A heading, bullet or sentence. start, end: offsets into the given text, without marks and spaces around."""

    kind: Kind
    start: int
    end: int
    words: tuple[Word, ...]

    @cached_property
    def length(self) -> int:
        """Words in it, pauses not counted."""
        return len([word for word in self.words if word.text])

    @property
    def counts(self) -> bool:
        """Tell whether it can be evidence."""
        return self.kind in _EVIDENCE


def units(text: str) -> tuple[Unit, ...]:
    """Split a text into its units, in order; never raises, whatever the text holds."""
    return units_of(readable(text))


def units_of(clean: str) -> tuple[Unit, ...]:
    """Split a text as `readable` returns it."""
    found: list[Unit] = []
    for start, end, bullet in _blocks(clean):
        found += _units_of_block(clean, start, end, bullet)
    return tuple(_titles_settled(found))


def _titles_settled(found: list[Unit]) -> Iterator[Unit]:
    """Yield the units; a title stands above something, so titles in a row are a list of points."""
    for index, unit in enumerate(found):
        if unit.kind is not Kind.TITLE:
            yield unit
            continue
        below = found[index + 1].kind if index + 1 < len(found) else Kind.TITLE
        kind = Kind.BULLET if below is Kind.TITLE else Kind.HEADING
        yield replace(unit, kind=kind)


def _blocks(clean: str) -> list[tuple[int, int, bool]]:
    """Return the paragraphs and bullets; a line that goes on in small letters belongs to the one before."""
    blocks: list[tuple[int, int, bool]] = []
    at, open_line = 0, False
    for line in clean.split("\n"):
        end = at + len(line)
        body = line.strip()
        mark = _MARK.match(line)
        marked = bool(mark and mark.group().strip(" >"))
        if not body:
            open_line = False
        elif (
            open_line
            and not marked
            and body[0].islower()
            and clean[blocks[-1][1] - 1 : blocks[-1][1]] not in ".!?:;"
        ):
            blocks[-1] = (blocks[-1][0], at + len(line.rstrip()), blocks[-1][2])
        else:
            blocks.append((at + (mark.end() if mark and marked else 0), at + len(line.rstrip()), marked))
            open_line = True
        at = end + 1
    return blocks


def _units_of_block(clean: str, start: int, end: int, bullet: bool) -> list[Unit]:
    pieces, at = [], start
    for stop in _END.finditer(clean, start, end):
        if _ABBREVIATION.search(clean, max(at, stop.start() - 8), stop.start() + 1):
            continue
        if _closes_a_quote(clean, stop, end):
            continue
        if clean[stop.start()] == "?" and stop.end() < end and _is_rhetorical(clean[at : stop.start()]):
            continue
        pieces.append((at, stop.end()))
        at = stop.end()
    pieces.append((at, end))
    line = clean[start:end]
    heading = bool(_HASHES.match(line)) or (not bullet and bool(_BOLD.match(line)) and len(line.split()) <= 10)
    alone = len([piece for piece in pieces if clean[piece[0] : piece[1]].strip()]) == 1
    made: list[Unit] = []
    for piece_start, piece_end in pieces:
        words = _words(clean, piece_start, piece_end)
        if not any(word.text for word in words):
            continue
        kind = Kind.HEADING if heading else _kind(clean[piece_start:piece_end], words, bullet, alone)
        for cut in range(0, len(words), LONGEST):
            part = words[cut : cut + LONGEST]
            made.append(Unit(kind, part[0].start, part[-1].end, part))
    return made


def _is_rhetorical(asked: str) -> bool:
    """Tell whether a question belongs to the sentence after it: `Invoice stuck? …`, `Cup broken on the bus? …`."""
    words = asked.split()
    if len(words) <= _SHORT_QUESTION:
        return True
    return len(words) <= _LONGEST_RHETORICAL and not _ASKING.match(words[0].strip("*_\"'(").lower())


def _closes_a_quote(clean: str, stop: re.Match[str], end: int) -> bool:
    """Tell whether the sentence goes on after a quoted one: `answers 'can I deduct this?' from your ledger`."""
    return stop.group()[-1] in "\"'" and clean[stop.end() : end].lstrip()[:1].islower()


def _kind(piece: str, words: tuple[Word, ...], bullet: bool, alone: bool) -> Kind:
    bare = piece.strip(" *_\"'\u200b")
    if bare.endswith("?"):
        return Kind.QUESTION
    if alone and bare.endswith(":") and len(words) <= 9:
        return Kind.HEADING
    if alone and not bullet and len(words) <= 6 and bare[-1:] not in ".!" and _is_title(bare):
        return Kind.TITLE
    return Kind.BULLET if bullet else Kind.SENTENCE


def _is_title(bare: str) -> bool:
    """Tell whether every longer word begins with a capital, as in `Customer Relationships`."""
    long_words = [word for word in re.sub("[*_]", "", bare).split() if len(word) > 3]
    return len(long_words) > 1 and all(not word[0].islower() for word in long_words)


def _words(clean: str, start: int, end: int) -> tuple[Word, ...]:
    words: list[Word] = []
    for found in _TOKEN.finditer(clean, start, end):
        first, last = found.span()
        text = clean[first:last]
        if text in _PAUSES:
            words.append(Word("", first, last, sign=text))
        elif text not in "+/&":
            plain = plain_word(text)
            inside = bool(words) and plain != text and text[0].isupper() and not text.isupper()
            words.append(Word(plain.replace("e-mail", "email"), first, last, inside))
    while words and not words[-1].text:
        words.pop()
    while words and not words[0].text:
        words.pop(0)
    if len(words) > 1 and _acts(clean[words[0].start : words[0].end], words[1].text):
        words[0] = words[0]._replace(capital=True)
    return tuple(words)


def _acts(first: str, second: str) -> bool:
    """Tell whether a sentence may begin with a person who does something: `Pierre visits every kitchen`."""
    looks = first[:1].isupper() and first[1:].islower() and not first.endswith(_NO_NAME_ENDINGS)
    return looks and len(second) > 3 and second.endswith("s") and not second.endswith(("ss", "us", "is"))
