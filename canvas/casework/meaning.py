"""What a sentence of an answer is: a plan, a story, a definition, something copied, a word to the marker."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from canvas.casework.copied import Run, is_copied
from canvas.casework.reader import Found, Sentence, Sign

_SUBORDINATE = frozenset(
    "who whom whose that which what how where when why because since as after before until while although if "
    "becuase becouse".split()
)
_ASKING = frozenset("why could should would can must do does".split())
_AFTER = 8
"""Words between an activity and the "is a waste" that rejects it."""
_CIRCUMSTANCE = frozenset("before until when while because since whenever".split())
_PERSONAL = frozenset("i my our you your".split())
_PASSIVE = frozenset("is are be been being get gets to and".split())
"""Words before a past form that make it a passive of today: "is invited"."""
_REACH = 3
"""Words between a rejecting word and the activity it rejects."""
_BREAKS = frozenset("before until unless but without and".split())


class Meaning(StrEnum):
    """Only PLANNED sentences propose; PLANNED and TOLD ones may use facts of the case."""

    PLANNED = "planned"
    TOLD = "told"
    ELSEWHERE = "elsewhere"
    DEFINED = "defined"
    COPIED = "copied"
    INSTRUCTION = "instruction"


def meanings(sentences: Sequence[Sentence], known: frozenset[Run]) -> tuple[Meaning, ...]:
    """Return the meaning of each sentence; a story of another place goes on until something is planned."""
    found: list[Meaning] = []
    for sentence in sentences:
        meaning = _meaning(sentence, known)
        went_on = found and found[-1] is Meaning.ELSEWHERE and not sentence.has(Sign.FACT)
        if went_on and not sentence.has(Sign.PROPOSING) and meaning in (Meaning.TOLD, Meaning.PLANNED):
            meaning = Meaning.ELSEWHERE
        found.append(meaning)
    return tuple(found)


def _meaning(sentence: Sentence, known: frozenset[Run]) -> Meaning:
    if sentence.has(Sign.INSTRUCTIONS):
        return Meaning.INSTRUCTION
    if is_copied(sentence.unit, known) or (sentence.has(Sign.ADDRESSED) and not sentence.has(Sign.PROPOSING)):
        return Meaning.COPIED
    if sentence.has(Sign.PROPOSING):
        return Meaning.PLANNED
    if sentence.has(Sign.ELSEWHERE) and not sentence.has(Sign.FACT) and _is_about_others(sentence):
        return Meaning.ELSEWHERE
    if _defines(sentence):
        return Meaning.DEFINED
    return Meaning.TOLD if _tells(sentence) else Meaning.PLANNED


def _is_about_others(sentence: Sentence) -> bool:
    """Tell whether another firm acts, or "I", "my" or "you": a story from one's own life or from a course book.

    A hotel or a supermarket that is only the place of a plan makes no such story.
    """
    personal = any(word.text in _PERSONAL for word in sentence.unit.words)
    return personal or _tells(sentence) or any(found.first <= 1 for found in sentence.of(Sign.ELSEWHERE))


def _defines(sentence: Sentence) -> bool:
    """Tell whether the sentence says what a word means: its subject stands within the first words."""
    return any(found.first <= 5 for found in sentence.of(Sign.DEFINING))


def _tells(sentence: Sentence) -> bool:
    """Tell whether a main verb stands in the past; a past form after `who` or `because` is a side remark."""
    words = [word.text for word in sentence.unit.words]
    for found in sentence.of(Sign.TOLD):
        clause = words[: found.first]
        if clause[-1:] and clause[-1] in _PASSIVE:
            continue
        while "" in clause:
            clause = clause[clause.index("") + 1 :]
        if not _SUBORDINATE & set(clause):
            return True
    return False


def is_rejected(sentence: Sentence, activity: Found) -> bool:
    """Tell whether the sentence takes the activity back: "no focus group please", "a survey is a waste"."""
    words = [word.text for word in sentence.unit.words]
    for found in sentence.of(Sign.REJECTED_BEFORE):
        between = words[found.last + 1 : activity.first]
        near = found.last < activity.first and len(between) <= _REACH and "" not in between
        if (
            near
            and "only" not in between
            and not _BREAKS & set(between)
            and not _negated_twice(words, found.first)
        ):
            return True
    return any(_speaks_of(sentence, found, activity) for found in sentence.of(Sign.REJECTED_AFTER))


def is_circumstance(sentence: Sentence, activity: Found) -> bool:
    """Tell whether the activity only says when or why: "before they design a new game, …"."""
    words = [word.text for word in sentence.unit.words[max(0, activity.first - _REACH) : activity.first]]
    return "" not in words and bool(_CIRCUMSTANCE & set(words))


def _speaks_of(sentence: Sentence, rejecting: Found, activity: Found) -> bool:
    """Tell whether a rejecting phrase is about this activity: the nearest one before it."""
    between = [one for one in sentence.of(Sign.ACTIVITY) if activity.last < one.first < rejecting.first]
    return not between and 0 <= rejecting.first - activity.last <= _AFTER


def _negated_twice(words: Sequence[str], first: int) -> bool:
    """Tell whether the "no" means a yes: "no launch without a beta test", "why not ask", "could they not ask"."""
    asks = words[0] in _ASKING or (words[0] in ("and", "or", "but") and words[1] in _ASKING)
    if asks or "forget" in words[first : first + 3]:
        return True
    return words[first] == "without" and any(
        word in ("no", "not", "never", "nothing") or word.endswith("n't") for word in words[:first]
    )
