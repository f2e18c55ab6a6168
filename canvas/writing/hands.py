"""Who does it and how fast, as a sentence of its own; and where the pace is a gap."""

from __future__ import annotations

import re
from enum import StrEnum

from canvas.models.base import Frozen
from canvas.models.nothing import says_something
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.models.workbook import Commitment, Workbook
from canvas.writing.clauses import Form, Known, capital, form_of, small, with_pronoun
from canvas.writing.naming import type_name

_PACE_OPENS = frozenset(
    "within every each once twice daily weekly monthly yearly always after before at in on during until around "
    "whenever when immediately day three with without by".split()
)
"""First words with which a pace follows a sentence without brackets: "…, within two hours"."""
_ME = frozenset(("i", "me", "myself", "i myself", "me myself", "only me", "just me", "only i", "i alone"))
_US = frozenset(("we", "us", "ourselves", "we ourselves", "all of us"))
_BY_PEOPLE = frozenset((RelationshipType.PERSONAL_ASSISTANCE, RelationshipType.DEDICATED_PERSONAL_ASSISTANCE))
_UNITS = (
    r"(?:sec(?:ond)?s?|min(?:ute)?s?|h|hrs?|hours?|days?|nights?|evenings?|mornings?|weekends?|weeks?|months?|"
    r"quarters?|years?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_TIME = re.compile(
    rf"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|some|same|next|every|each|first|"
    rf"second|half an?|per)[ -]*(?:(?:working|business|full|single|other|second) )?{_UNITS}\b"
    r"|\b(?:hourly|daily|weekly|monthly|yearly|immediately|instantly|at once|on the spot)\b"
    r"|\b(?:straight|right) away\b"
    r"|\b24/7\b|\b\d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)


class Voice(StrEnum):
    """How a sentence about a person is built, so that its verb always agrees."""

    ME = "me"  # "I take care of this myself"
    US = "us"  # "We take care of this ourselves"
    ME_AND_OTHERS = "me_and_others"  # "I and Tom take care of this"
    SENTENCE = "sentence"  # what was written is a sentence: "I answer the phone"
    OTHERS = "others"  # "This is handled by Jana, our mechanic"
    NOBODY = "nobody"  # only the pace is known


class Hands(Frozen):
    """Who does it and how fast, for one relationship of one segment.

    what: "this", or the relationship where the segment has several. verb: "handled", "run" or "given".
    told: the pace as it follows the person. pace_missing: the gap stands here.
    """

    origin: str
    voice: Voice
    what: str
    verb: str
    who: str
    pace: str
    told: str
    pace_missing: bool

    @property
    def start(self) -> str:
        """Return what it is about, at the beginning of a sentence."""
        return capital(self.what)


def hands_of(own: list[Commitment], gap: Commitment | None, known: Known) -> tuple[Hands, ...]:
    """Return a sentence for each relationship of a segment that says who or how fast, or has the gap."""
    return tuple(
        _hands(item, item is gap, len(own) == 1, known)
        for item in own
        if item is gap or says_something(item.who) or says_something(item.pace)
    )


def pace_gap(workbook: Workbook) -> Commitment | None:
    """Return the one relationship whose pace is a gap, or None.

    The field is optional, so one gap in a whole section is enough: where a person answers, nobody has said yet
    how fast, and what happens for this segment names no time.
    """
    people = [item for item in workbook.commitments if item.type in _BY_PEOPLE]
    for_all = (workbook.answers.interact, workbook.answers.feedback)
    if any(says_something(item.pace) for item in people) or any(_TIME.search(answer) for answer in for_all):
        return None
    known = {segment.id for segment in workbook.venture.segments}
    return next((item for item in people if item.segment in known and _wants_a_time(workbook, item.segment)), None)


def _wants_a_time(workbook: Workbook, segment_id: str) -> bool:
    """Say whether something happens for a segment and nothing says when."""
    own = [item for item in workbook.commitments if item.segment == segment_id]
    moments = [words for item in own for words in map(item.at, Stage) if says_something(words)]
    others = [words for item in own for words in (item.who, item.pace)]
    return bool(moments) and not any(_TIME.search(words) for words in (*moments, *others))


def _hands(commitment: Commitment, gap: bool, alone: bool, known: Known) -> Hands:
    who, pace = _short(commitment.who, known), _short(commitment.pace, known)
    told = f", {pace}" if pace.partition(" ")[0] in _PACE_OPENS else f" ({pace})"
    voice = _voice(who, known)
    return Hands(
        origin=f"commitments.{commitment.segment}.{commitment.type.value}.who",
        voice=voice,
        what="this" if alone else _what(commitment.type),
        verb="handled" if alone else "given" if commitment.type in _BY_PEOPLE else "run",
        who=capital(who) if voice in (Voice.SENTENCE, Voice.ME_AND_OTHERS) else who,
        pace=pace,
        told=told if pace else "",
        pace_missing=gap,
    )


def _short(words: str, known: Known) -> str:
    """Return a short answer as it stands inside a sentence; "" for one that says nothing."""
    if not says_something(words):
        return ""
    one_line = with_pronoun(" ".join(words.split())).rstrip(".,;: ")
    return "I" + one_line[1:] if one_line.startswith(("i and ", "i with ")) else small(one_line, known)


def _voice(who: str, known: Known) -> Voice:
    words = who.casefold()
    if not words:
        return Voice.NOBODY
    if words in _ME:
        return Voice.ME
    if words in _US:
        return Voice.US
    if who.startswith(("I and ", "I with ")):
        return Voice.ME_AND_OTHERS
    pronoun = words.partition(" ")[0] in ("i", "we")
    return Voice.SENTENCE if pronoun and form_of(who, known) is Form.SENTENCE else Voice.OTHERS


def _what(type_: RelationshipType) -> str:
    single = {
        RelationshipType.COMMUNITIES: "the community",
        RelationshipType.AUTOMATED_SERVICES: "the automated service",
    }
    return single.get(type_) or type_name(type_)
