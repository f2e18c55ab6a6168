"""From a word as it is written to the base forms it may have, without a dictionary of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_SPELLING = (
    ("is", re.compile(r"(?<=[a-z]{3})is(e|es|ed|er|ers|ing|able|ation|ations|ational)$"), r"iz\1"),
    ("ys", re.compile(r"(?<=[a-z]{3})ys(e|es|ed|er|ers|ing)$"), r"yz\1"),
    ("our", re.compile(r"(?<=[a-z]{2})our(s|ed|ing|ite|ites|able|al|ful|er|hood|hoods)?$"), r"or\1"),
    ("ogramme", re.compile(r"ogramme(s|d|r|rs)?$"), r"ogram\1"),
    ("tre", re.compile(r"(?<=[a-z]{2})tre(s?)$"), r"ter\1"),
    ("alogue", re.compile(r"alogue(s?)$"), r"alog\1"),
    ("ll", re.compile(r"(?<=[a-z]{3})ll(ed|ing|er|ers)$"), r"l\1"),
    ("ence", re.compile(r"(?<=[a-z]{2})ence(s?)$"), r"ense\1"),
)
"""The letters without which a spelling does not apply, where it does, and the spelling that is kept."""
_KEPT = frozenset(
    "our your four hour tour pour wise rise raise exercise promise advise premise noise precise otherwise".split()
)
_DOUBLE = re.compile(r"([a-z])\1")


def spelled(word: str) -> str:
    """Return one spelling for British and American words (`personalise` and `personalize` are the same)."""
    if len(word) < 5 or word in _KEPT:
        return word
    for letters, pattern, form in _SPELLING:
        if letters in word and (changed := pattern.sub(form, word)) != word:
            return changed
    return word


def collapsed(word: str) -> str:
    """Return the word without double letters, which learners most often miss (`recomend`, `asistance`)."""
    return _DOUBLE.sub(r"\1", word) if _DOUBLE.search(word) else word


def base_forms(word: str) -> Iterator[str]:
    """Yield what the word may be the form of, the word first; some are no words, which harms nobody."""
    yield word
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith("es") and len(word) > 3:
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        yield word[:-1]
    if word.endswith("ied") and len(word) > 4:
        yield word[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1:
            yield stem
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
    if word.endswith("ings") and len(word) > 6:
        yield word[:-1]
        yield word[:-4]
        yield word[:-4] + "e"


class Lemmas:
    """The base forms that matter: those in a given vocabulary. Remembers every word it has seen (bounded)."""

    _MOST = 50_000

    def __init__(self, vocabulary: frozenset[str], irregular: dict[str, str], spelling: dict[str, str]) -> None:
        self._canonical = {spelled(word): word for word in vocabulary} | {word: word for word in vocabulary}
        self._collapsed = {collapsed(word): word for word in self._canonical if len(word) > 5}
        self._irregular = irregular
        self._spelling = spelling
        self._seen: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """Return the words of the vocabulary that this lower-case word may be a form of."""
        known = self._seen.get(word)
        if known is None:
            known = self._find(word)
            if len(self._seen) < self._MOST:
                self._seen[word] = known
        return known

    def _find(self, word: str) -> tuple[str, ...]:
        found = dict.fromkeys(self._lookup(word, self._canonical, spelled))
        if word in self._spelling:
            word = self._spelling[word]
            found |= dict.fromkeys(self._lookup(word, self._canonical, spelled))
        if word in self._irregular:
            found |= dict.fromkeys(self._lookup(self._irregular[word], self._canonical, spelled))
        if not found and len(word) > 5:
            found = dict.fromkeys(self._lookup(word, self._collapsed, lambda form: collapsed(spelled(form))))
        return tuple(found)

    @staticmethod
    def _lookup(word: str, table: dict[str, str], change: Callable[[str], str]) -> Iterator[str]:
        for form in base_forms(word):
            for spelling in (form, change(form)):
                if spelling in table:
                    yield table[spelling]
