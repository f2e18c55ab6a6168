"""One answer as a clause: what may stand behind a connector, changed in its first letter and end mark only."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from canvas.models.base import Frozen
from canvas.writing import words as lists

_BULLET = re.compile(r"^\s*(?:(?:[-*•–—▪◦]|\d{1,2}[.)])\s+|[-•–](?=[^\W\d_]))")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|approx|Mr|Mrs|Ms|Dr|St|No|vs|ca|max|min)|\b[A-Z])\.$", re.I)
_LONGEST_ABBREVIATION = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDED_INSIDE = re.compile(r"[.!?…][\"”’)]+$")
_ENDED = re.compile(r"[.!?…][\"”’)]*$")
_LOWER_I = re.compile(r"(?<![\w'’.])i(?=(?:\s+|(?=['’]))(['’]?[^\W\d_]+(?:['’][^\W\d_]+)*))")
_NEAR = 60
"""Signs before an "i" in which the word before it stands."""
_LAST_WORD = re.compile(r"([^\W\d_]*)[^\w.!?:;,\n-]*$")
_LAST_SIGN = re.compile(r"(?<!&amp)(?<!&lt)(?<!&gt)[.,;:]+$")


_AFTER_PARTICLE = lists.OBJECTS | {"with", "on", "by", "in", "after"}


class Form(StrEnum):
    """What an answer is, as far as it is sure."""

    SENTENCE = "sentence"  # "We call every customer": stands behind "After the purchase, "
    MOMENT = "moment"  # "After two weeks, Mia calls": opens with a moment of its own, needs no connector
    ACTION = "action"  # "Call every customer": stands behind "After the purchase, we "
    WHOLE = "whole"  # "Ceramics last for years": a sentence, but its first word may be a name
    PHRASE = "phrase"  # anything else: stands behind a colon, where every form is correct English


class Known(NamedTuple):
    """What a plan itself shows about its words. names: stay capital. small: stand in small letters somewhere."""

    names: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


NOTHING_KNOWN = Known()


class Clause(Frozen):
    """An answer ready for a template.

    mid: the first sentence as it stands inside a sentence, without its end mark. start: the same with a capital.
    end: its end mark. rest: what follows the first sentence, with a space in front, or "".
    """

    form: Form
    mid: str
    start: str
    end: str
    rest: str

    @property
    def colon(self) -> str:
        """Return the sign in front of the clause; a dash where the clause has a colon of its own."""
        return " –" if ":" in self.mid else ":"

    def __bool__(self) -> bool:
        return bool(self.mid)


def pieces(answer: str) -> tuple[str, ...]:
    """Return the sentences and list entries of an answer, as written, without bullet signs."""
    found: list[str] = []
    for line in answer.splitlines():
        begin = 0
        entry = _BULLET.sub("", line).strip()
        for stop in _SENTENCE_END.finditer(entry):
            near = max(begin, stop.start() - _LONGEST_ABBREVIATION)
            if not _ABBREVIATION.search(entry, near, stop.start()):
                found.append(entry[begin : stop.end()].strip())
                begin = stop.end()
        found.append(entry[begin:].strip())
    return tuple(piece for piece in found if piece)


def clause(answer: str, known: Known = NOTHING_KNOWN) -> Clause:
    """Return an answer as a clause; an empty answer gives an empty one."""
    answer = with_pronoun(answer)
    found = pieces(answer)
    if not found:
        return Clause(form=Form.PHRASE, mid="", start="", end="", rest="")
    forms = [form_of(piece, known) for piece in found]
    form = forms[0]
    if _is_list(answer, found):
        bare = [_LAST_SIGN.sub("", piece) for piece in found]
        first, end, rest = "; ".join([bare[0], *(small(piece, known) for piece in bare[1:])]), ".", ""
        form = form if set(forms) in ({Form.SENTENCE}, {Form.ACTION}) else Form.PHRASE
    else:
        first, end = _without_end(found[0])
        rest = "".join(f" {whole(piece)}" for piece in found[1:])
    return Clause(form=form, mid=small(first, known), start=capital(first), end=end, rest=rest)


def _is_list(answer: str, found: tuple[str, ...]) -> bool:
    """Say whether the entries of an answer belong together behind one connector: bullets, or lines without ends.

    An entry of several sentences, or one that asks or shouts, stays a sentence of its own.
    """
    lines = [line for line in answer.splitlines() if line.strip()]
    if (
        len(lines) < 2
        or len(lines) != len(found)
        or any(piece.endswith(("!", "?", "…", "...")) for piece in found)
    ):
        return False
    bulleted = all(_BULLET.match(line) for line in lines)
    return bulleted or not any(_ENDED.search(piece) for piece in found)


def with_pronoun(text: str) -> str:
    """Return the text with "i" as a capital where it surely is the pronoun: "i show", "i'm", "when i call"."""
    return _LOWER_I.sub(lambda found: "I" if _is_pronoun(_before(text, found.start()), found[1]) else "i", text)


def _before(text: str, place: int) -> str:
    return text[max(0, place - _NEAR) : place]


def _is_pronoun(before: str, following: str) -> bool:
    """Say whether the words around an "i" show that it is the pronoun, and no numeral or foreign "and"."""
    last = _LAST_WORD.search(before)
    previous = last[1].lower() if last else ""
    if not previous or previous in lists.BEFORE_I:
        return True
    word = following.lower().replace("’", "'")
    stem = word.removesuffix("ed")
    verbs = lists.SURE_VERBS | lists.UNSURE_VERBS
    return word in lists.AFTER_I or word in verbs or (stem != word and (stem in verbs or f"{stem}e" in verbs))


def small(text: str, known: Known = NOTHING_KNOWN) -> str:
    """Return the text with a small first letter, if its first word is surely no name."""
    found = _WORD.match(text)
    if found is None or found[0] in known.names or found[0][1:] != found[0][1:].lower() or _stem(found[0]) == "I":
        return text
    word = _stem(found[0]).lower()
    seen = {word, f"{word}s", word.removesuffix("s")} & known.small
    return text[0].lower() + text[1:] if seen or word in lists.SMALL or _inflected(word) else text


def _stem(word: str) -> str:
    """Return a word without what an apostrophe joins to it: We've, customer's."""
    return word.replace("’", "'").partition("'")[0]


def _inflected(word: str) -> bool:
    """Say whether a word is an adverb (personally; not Emily or Italy) or the -ing form of a verb we know."""
    verbs = lists.SURE_VERBS | lists.UNSURE_VERBS
    stem = word.removesuffix("ing")
    known = stem in verbs or f"{stem}e" in verbs or (stem[-1:] == stem[-2:-1] and stem[:-1] in verbs)
    return (word.endswith("ly") and len(word) > 6) or (stem != word and known)


def capital(text: str) -> str:
    """Return the text with a capital first letter; a brand such as iFix keeps its own spelling."""
    found = _WORD.match(text)
    return text[0].upper() + text[1:] if found and found[0] == found[0].lower() and len(text) else text


def form_of(piece: str, known: Known = NOTHING_KNOWN) -> Form:
    """Return the form of one sentence or list entry; PHRASE whenever it is not sure."""
    tokens = [found[0] for found in _WORD.finditer(piece)]
    if not tokens or piece[0].lower() != tokens[0][0].lower():
        return Form.PHRASE
    first, following = tokens[0].lower(), tokens[1].lower() if len(tokens) > 1 else ""
    if first in lists.SURE_VERBS or (first in lists.UNSURE_VERBS and _object(tokens, 1)):
        after_particle = tokens[2].lower() if len(tokens) > 2 else ""
        noun = following == "of" or (following in lists.PARTICLES and after_particle not in _AFTER_PARTICLE)
        return Form.PHRASE if noun else Form.ACTION
    begin = _stem(first)
    subject = begin == "i" or (begin in lists.PRONOUNS and not tokens[0].isupper())
    if subject and following:
        return Form.SENTENCE
    if tokens[0] in known.names and following in lists.SURE_THIRD | lists.UNSURE_THIRD:
        return Form.SENTENCE
    if not _has_finite_verb([found[0] for found in _WORD.finditer(piece.partition(":")[0])]):
        return Form.PHRASE
    if first in lists.TIME_WORDS and first not in lists.DETERMINERS:
        return Form.MOMENT
    stays = (
        small(piece, known) != piece or first in lists.SMALL or tokens[0] in known.names or tokens[0][0].islower()
    )
    return Form.SENTENCE if stays else Form.WHOLE


def _has_finite_verb(tokens: list[str]) -> bool:
    """Say whether a verb surely belongs to the main sentence."""
    for index, token in enumerate(tokens[:24]):
        word = token.lower()
        before = tokens[index - 1].lower() if index else ""
        if word in lists.RELATIVES and not (index == 0 and word in lists.TIME_WORDS | lists.CONDITIONS):
            return False
        if index == 0:
            continue
        if word in ("i", "we", "they", "he", "she", "you") and index + 1 < len(tokens):
            return tokens[0].lower() in lists.TIME_WORDS | lists.CONDITIONS
        if word in lists.AUXILIARIES or word in lists.SURE_THIRD:
            return True
        if word in lists.UNSURE_THIRD and (_object(tokens, index + 1) or _particle(tokens, index + 1)):
            return True
        plural = before.endswith("s") or before in ("staff", "team", "people", "men", "women", "children")
        if plural and index == 1 and before in lists.COMMON_WORDS and word in lists.SURE_VERBS:
            return True
        if plural and word in lists.SURE_VERBS | lists.UNSURE_VERBS and _object(tokens, index + 1):
            return True
    return False


def _object(tokens: list[str], index: int) -> bool:
    """Say whether an object of a verb stands here: "every customer", but not "every week"."""
    if index >= len(tokens) or tokens[index].lower() not in lists.OBJECTS:
        return False
    after = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
    return not (tokens[index].lower() in ("each", "every") and after in lists.TIMES)


def _particle(tokens: list[str], index: int) -> bool:
    return index < len(tokens) and tokens[index].lower() in lists.PARTICLES


def _without_end(sentence: str) -> tuple[str, str]:
    """Return a sentence without its end mark, and the mark it gets."""
    if not _LAST_SIGN.sub("", sentence).strip("!?… ") or _ENDED_INSIDE.search(sentence):
        return sentence, ""
    if sentence.endswith(("!", "?", "…", "...")):
        mark = "..." if sentence.endswith("...") else sentence[-1]
        return sentence.removesuffix(mark), mark
    return _LAST_SIGN.sub("", sentence), "."


def whole(sentence: str) -> str:
    """Return one sentence or list entry with a capital and an end mark."""
    words, end = _without_end(sentence)
    return capital(words) + end
