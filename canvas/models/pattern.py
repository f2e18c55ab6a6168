"""The pattern language of the rules: `(assign|give out) <0-6> <person> own? manager`, parsed into elements."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

LONGEST_GAP = 12
"""Words a gap may skip: a longer one would join what does not belong together."""
_PIECE = re.compile(r"\(([^()]+)\)(\??)|<(\d+)-(\d+)>|<([a-z_]+)>(\??)|([^\s()<>|?]+)(\??)|(\s+)|(.)")

_POSSESSIVES = frozenset(("'", "'s"))
"""Endings that reading takes from a word; after a group they stand alone: `(bank|dealer)'s`."""
_CLASS = re.compile(r"<[a-z_]+>")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[$€£%]")


class Element(NamedTuple):
    """One step of a pattern.

    words: the alternatives, each one or more words in their base form; classes: alternatives that are names
    of word classes; low, high: the words a gap skips (0, 0 for anything else); optional: may be left out.
    """

    words: tuple[tuple[str, ...], ...] = ()
    classes: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    optional: bool = False

    @property
    def is_gap(self) -> bool:
        """Tell whether this element skips words instead of matching them."""
        return not self.words and not self.classes


Pattern = tuple[Element, ...]


def parse(text: str) -> Pattern:
    """Return the elements of one pattern. Raises ValueError for what the language does not know."""
    elements: list[Element] = []
    for piece in _PIECE.finditer(text):
        group, group_optional, low, high, name, name_optional, word, word_optional, space, wrong = piece.groups()
        if wrong:
            raise ValueError(
                f"“{wrong}” at sign {piece.start() + 1} of “{text}” is not part of the pattern language"
            )
        if space or word in _POSSESSIVES:
            continue
        if low is not None:
            elements.append(_gap(int(low), int(high), text))
        elif group is not None:
            elements.append(_group(group, bool(group_optional), text))
        elif name is not None:
            elements.append(Element(classes=(name,), optional=bool(name_optional)))
        else:
            elements.append(Element(words=(_words(word, text),), optional=bool(word_optional)))
    if not any(not element.is_gap and not element.optional for element in elements):
        raise ValueError(f"“{text}” has no word that must be there")
    if elements[0].is_gap or elements[-1].is_gap:
        raise ValueError(f"“{text}” begins or ends with a gap")
    if any(left.is_gap and right.is_gap for left, right in pairwise(elements)):
        raise ValueError(f"“{text}” has two gaps side by side: write one")
    return tuple(elements)


def named_classes(pattern: Pattern) -> set[str]:
    """Return the word classes that a pattern names, alone or inside an alternative of several words."""
    inside = {word.strip("<>") for one in pattern for words in one.words for word in words if word[0] == "<"}
    return inside | {name for element in pattern for name in element.classes}


def _gap(low: int, high: int, text: str) -> Element:
    if not low <= high <= LONGEST_GAP or high == 0:
        raise ValueError(f"the gap <{low}-{high}> in “{text}” must rise and skip at most {LONGEST_GAP} words")
    return Element(low=low, high=high)


def _group(inside: str, optional: bool, text: str) -> Element:
    words, classes = [], []
    for alternative in inside.split("|"):
        parts = alternative.split()
        if len(parts) == 1 and parts[0].startswith("<"):
            classes.append(parts[0].strip("<>"))
        elif parts:
            words.append(tuple(word for part in parts for word in _words(part, text)))
    return Element(words=tuple(words), classes=tuple(classes), optional=optional)


def _words(written: str, text: str) -> tuple[str, ...]:
    """Return a word as reading cuts it: `3d` and `self-service` are two words, `members'` has no sign."""
    if _CLASS.fullmatch(written) or written in "^$":
        return (written,)
    parts = _WORD.findall(written.lower())
    if "".join(parts) != written.lower().rstrip("'").replace("-", ""):
        raise ValueError(f"“{written}” in “{text}” can never stand in a text: signs are no words")
    return tuple(parts)
