"""Quiet notes on the language: very long sentences, spoken words, shouting. They are never mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from canvas.models.finding import Note, Quote
from canvas.reading.facts import Facts
from canvas.reading.units import Unit, Word

_MOST = 6
_LONG = 40
"""Words from which on a sentence is very long; plain English has 15 to 20."""
_OF_A_LIST = 7
"""Words for each pause up to which a sentence is a list, which is easy to read however long it is."""
_SHOWN_WORDS = 8

_SPOKEN = {
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "kinda": "rather",
    "sorta": "rather",
    "ain't": "is not",
    "dunno": "do not know",
    "y'all": "you all",
    "lemme": "let me",
    "gimme": "give me",
    "thx": "thank you",
    "pls": "please",
    "plz": "please",
    "cuz": "because",
    "coz": "because",
    "btw": "by the way",
    "ur": "your",
    "u": "you",
    "yeah": "yes",
    "yep": "yes",
    "nope": "no",
    "lol": "",
    "omg": "",
    "lmao": "",
    "wtf": "",
    "dude": "",
    "bro": "",
}
"""Spoken words, and what a plan would say; "" where it would say nothing."""
_PART_OF_A_NAME = re.compile(r"[\w.@#/'-]")
"""A sign beside a word with which it is a name or an address: `u-bike`, `yep@bike.example`."""
_CHATTY = re.compile(
    r"\b(?:I (?:think|guess|mean|feel like)|to be honest|let'?s be honest|believe me)\b"
    r"|\b(?:and stuff|stuff like that)\b"
    r"|(?<=, )you know(?=,)|^(?:well|basically|honestly|actually|anyway|so yeah)(?=,)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?:(?<!\w)\w{1,30})?[?!]{2,}")
_STOPS = re.compile(r"[?!.]*")
_CAPITALS = re.compile(r"(?<![\w&.-])[A-Z][A-Z']+(?![\w&-])")
_LOUD = re.compile("[A-Z]{3}|[?!]{2}")
_OFTEN_SHOUTED = frozenset(
    "always never ever every everyone everybody everything best free very really great amazing huge must best now "
    "absolutely perfect happy satisfied love customer customers service quality guaranteed must your their".split()
)
"""Ordinary words that are no names; a single one in capitals is meant to be loud."""
_HEADING = 6
"""Words of a line in capitals that may be a heading."""


def language_notes(facts: Facts) -> tuple[Note, ...]:
    """Return at most six notes, in the order of the text; the same words are noted once."""
    found: dict[tuple[str, str], Note] = {}
    for unit in facts.units:
        if unit.counts:
            for note in (*_long(facts.text, facts.clean, unit), *_words(facts.text, facts.clean, unit)):
                key = note.quote.quote.lower() if note.kind == "slang" else note.kind
                found.setdefault((note.kind, key), note)
    return tuple(found.values())[:_MOST]


def _note(kind: str, text: str, start: int, end: int, says: str) -> Note:
    return Note(kind=kind, quote=Quote(quote=text[start:end], start=start, end=end), says=says)


def _long(text: str, clean: str, unit: Unit) -> Iterator[Note]:
    """Yield a note on a sentence that is very long and no list."""
    count = unit.length
    if count <= _LONG or (len(unit.words) - count + 1) * _OF_A_LIST >= count:
        return
    if clean.count("\n", unit.start, unit.end) * _OF_A_LIST >= count:
        return
    words = [word for word in unit.words if word.text][:_SHOWN_WORDS]
    quote = text[unit.start : words[-1].end]
    begin = " ".join(quote.split())
    says = f"The sentence that begins “{begin} …” has {count} words. Two or three are easier to read."
    yield _note("long_sentence", text, unit.start, words[-1].end, says)


def _words(text: str, clean: str, unit: Unit) -> Iterator[Note]:
    stops = _STOPS.match(clean, unit.end)
    sentence = clean[unit.start : stops.end() if stops else unit.end]
    for word in unit.words:
        if word.text not in _SPOKEN or _is_a_name(clean, word, unit):
            continue
        said, instead = text[word.start : word.end], _SPOKEN[word.text]
        says = f"“{said}” is spoken English. " + (
            f"A plan says “{instead}”." if instead else "A plan leaves it out."
        )
        yield _note("slang", text, word.start, word.end, says)
    for found in _CHATTY.finditer(sentence):
        if not _is_quoted(sentence, found.start()):
            says = f"“{found.group()}” sounds like talking. A plan is stronger without it."
            yield _note("chatty", text, unit.start + found.start(), unit.start + found.end(), says)
    for start, end in _shouted(sentence, unit.length):
        loud = " ".join(sentence[start:end].split())
        says = f"“{loud}” looks like shouting. Small letters and a full stop are enough."
        yield _note("shouting", text, unit.start + start, unit.start + end, says)


def _is_a_name(clean: str, word: Word, unit: Unit) -> bool:
    """Tell whether a spoken word is part of a name or address, or is quoted."""
    before, after = clean[max(0, word.start - 1) : word.start], clean[word.end : word.end + 2]
    if _PART_OF_A_NAME.match(before) or re.match(r"[\w@/'-]|\.\w", after):
        return True
    named = clean[word.start].isupper() and word.start > unit.start
    return named or _is_quoted(clean[unit.start : word.start + 1], word.start - unit.start)


def _is_quoted(sentence: str, at: int) -> bool:
    """Tell whether the words stand inside quotation marks: what customers say may be slang."""
    return sentence.count('"', 0, at) % 2 == 1 or sentence[at - 1 : at] in ("'", '"')


def _shouted(sentence: str, words: int) -> Iterator[tuple[int, int]]:
    if not _LOUD.search(sentence):
        return
    for found in _MARKS.finditer(sentence):
        if "!!" in found.group():
            yield found.span()
    run: list[re.Match[str]] = []
    for found in _CAPITALS.finditer(sentence):
        if run and sentence[run[-1].end() : found.start()].strip(" ,"):
            yield from _loud(sentence, run, words)
            run = []
        run.append(found)
    yield from _loud(sentence, run, words)


def _loud(sentence: str, run: list[re.Match[str]], words: int) -> Iterator[tuple[int, int]]:
    """Yield the place of words in capitals that are no short names (FAQ, CRM, NHS), no brand and no heading."""
    if not run or (len(run) >= words - 1 and words <= _HEADING):
        return
    ordinary = [found for found in run if found.group().lower() in _OFTEN_SHOUTED]
    long = [found for found in run if len(found.group()) >= 4]
    if len(run) == 1:
        beside = sentence[: run[0].start()].split()[-1:] + sentence[run[0].end() :].split()[:1]
        if not ordinary or any(word[:1].isupper() for word in beside if word != "I"):
            return
    elif len(long) < 2 or (len(run) < 4 and not ordinary):
        return
    yield run[0].start(), run[-1].end()
