"""A student's sentence for a whole class: without names, the business, addresses and numbers of people.

It errs on the careful side: every word with a capital letter inside a sentence counts as a name, unless it is
known to be none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from canvas.models.base import Frozen

NAME, BUSINESS, NUMBER, ADDRESS = "[name]", "[business]", "[number]", "[address]"
_PEOPLE = (
    "customers?|clients?|guests?|members?|people|persons?|students?|visitors?|users?|employees?|staff|subscribers?|"
    "followers?|families|parents|children|kids|households?|companies|firms?|hotels?|schools?|shops?|restaurants?|"
    "freelancers?|commuters?|riders?|buyers?|shoppers?|volunteers?|colleagues?|friends?|teachers?|participants?"
)
_ADDRESSES = re.compile(
    r"(?<!\S)(?>\S[^\s@]*@)\S+\.\w+|https?://\S+|www\.\S+|(?<!\w)@\w[\w.]+"
    r"|(?<![\w-])[\w-]++\.(?:com|org|net|io|de|eu|co\.uk)\b"
)
"""Each begins where a run of its signs begins, and nowhere inside it: a long run costs no more than its length."""
_NUMBERS = re.compile(
    rf"\b(?<!\d[.,'])\d++(?:[.,']\d++)*+[.,']*+\+?(?=\s++(?:[a-z-]++\s++){{0,2}}(?:{_PEOPLE})\b)"
    r"|(?<![\w€$£])\+?\d[\d ()/-]{5,}\d\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SEVERAL = re.compile(re.escape(NAME) + r"(?:(?:[ ,]+(?:and |& )?|-)" + re.escape(NAME) + r")+")
_OPENS = frozenset('.!?:;•("“„‘-–—*')
_SHORTEST = 3


class Anonymous(Frozen):
    """A sentence without names. replaced: how many places were taken out."""

    text: str
    replaced: int


class Anonymiser:
    """Takes out what names people. names: of everybody in the class.

    common: words that are used in small letters. not_names: words with a capital letter that stay.
    """

    def __init__(self, names: Iterable[str], common: Collection[str], not_names: Iterable[str]) -> None:
        parts = {part.casefold() for name in names for part in _WORD.findall(name) if len(part) >= _SHORTEST}
        self._names, self._common = frozenset(parts), common
        self._not_names = frozenset(word.casefold() for word in not_names)

    def anonymous(self, sentence: str, *, business: str = "", author: str = "") -> Anonymous:
        """Return a sentence that names nobody. business, author: as the file and the platform name them."""
        text = sentence
        for known, sign in ((business, BUSINESS), (author, NAME)):
            text = _without(text, known, sign)
        text = _NUMBERS.sub(NUMBER, _ADDRESSES.sub(ADDRESS, text))
        own = {part.casefold() for part in _WORD.findall(author) if len(part) > _SHORTEST}
        text = _WORD.sub(lambda found: self._word(found, text, own), text)
        text = _SEVERAL.sub(NAME, text)
        return Anonymous(text=text, replaced=sum(text.count(sign) for sign in (NAME, BUSINESS, NUMBER, ADDRESS)))

    def _word(self, found: re.Match[str], text: str, own: set[str]) -> str:
        word = found[0]
        if text[max(0, found.start() - 1) : found.start()] == "[" and text[found.end() : found.end() + 1] == "]":
            return word  # a sign that stands here already
        plain = re.sub(r"['’]s$", "", word).casefold()
        ending = word[len(plain) :]
        if plain in own:
            return NAME + ending
        if not word[0].isupper() or plain in self._not_names or word.casefold() in self._not_names:
            return word
        opens = _opens(text, found.start())
        if opens and plain in self._common and plain not in self._names:
            return word
        if opens and plain not in self._names and self._is_word(plain):
            return word
        return NAME + ending

    def _is_word(self, plain: str) -> bool:
        """Tell whether another form of a word is used in small letters: "Regulars" beside "regular"."""
        stems = {plain.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly", "er", "ers")}
        return any(stem in self._common or f"{stem}s" in self._common for stem in stems)


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return all words that stand in small letters in some text: they name nobody."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text) if word[0].islower())


def _opens(text: str, start: int) -> bool:
    """Tell whether a word stands at the beginning of a sentence or of something quoted."""
    while start and text[start - 1].isspace():
        start -= 1
    return not start or text[start - 1] in _OPENS


def _without(text: str, known: str, sign: str) -> str:
    """Return the text without a whole name, in any case; a very short one would be found everywhere."""
    name = " ".join(known.split())
    if len(name) < _SHORTEST:
        return text
    pattern = r"\s+".join(map(re.escape, name.split()))
    return re.sub(rf"(?<!\w){pattern}(?!\w)", sign, text, flags=re.IGNORECASE)
