"""Splitting an answer into the activities it proposes, each with the details that belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from canvas.casework.meaning import Meaning, is_circumstance, is_rejected
from canvas.casework.reader import Found, Sentence, Sign
from canvas.models.case import Activity, Case, CaseLanguage, Proposed
from canvas.models.finding import Quote

_COORDINATED = frozenset(("and", "or", "plus", "also", "&"))
_JOINED = 3
"""Words from "and" to the end of an activity's "a short": farther away they join something else."""
_PLANNING = frozenset("should could must can might may need have ought also".split())
"""Second words that make "they" the firm, with a new plan; "they will" are the people of the activity before."""
_EARLY = 12
"""Words in which a new proposal tells whom and when it is about."""
_NEW_VERB = frozenset(("and", word) for word in ("to", "they", "we", "i", "also", "should", "secondly"))
"""Pairs that begin a second thing to do: "to study the market and to keep in touch"."""
_PARTS = frozenset("let lets them him her they ask asks fill answer with who which where".split())
"""Words that make what follows a part of the activity before: "and lets them vote"."""


_REFERRING = frozenset(
    "they these this those there it then the afterwards after each every during who everybody everyone "
    "whatever their his her its".split()
)
"""First words of a sentence that may go on about the activity before."""


@dataclass
class _Item:
    """One proposal while the answer is read: its activity and the parts of sentences that belong to it."""

    activity: Activity
    quote: Quote
    parts: list[tuple[Sentence, int, int]] = field(default_factory=list)


def activities_of(case: Case, language: CaseLanguage) -> dict[str, Activity]:
    """Return all activities by id: the case's model ideas, what does not listen, and the language's own."""
    ideas = [
        Activity(id=idea.id, name=idea.name, idea=idea.id, covers=idea.covers, wordings=idea.wordings)
        for idea in case.ideas
    ]
    return {one.id: one for one in (*ideas, *case.activities, *language.activities)}


def proposals(
    sentences: Sequence[Sentence], meant: Sequence[Meaning], activities: Mapping[str, Activity]
) -> tuple[Proposed, ...]:
    """Return the different activities proposed, in the order of the text; the same one twice is one."""
    items: list[_Item] = []
    for sentence, meaning in zip(sentences, meant, strict=True):
        if meaning is Meaning.PLANNED:
            _read_sentence(sentence, items, activities)
    return _merged(items)


def _read_sentence(sentence: Sentence, items: list[_Item], activities: Mapping[str, Activity]) -> None:
    """Add the sentence to the proposals: it goes on with the last one, or begins one or more."""
    new = not items or sentence.opens or _begins_next(sentence)
    start = 0
    for found in _kept(sentence, activities, None if new else items[-1].activity):
        activity = activities[found.id]
        boundary = _boundary(sentence, found.first) if start or items else 0
        if items and not new and start < boundary:
            items[-1].parts.append((sentence, start, boundary))
        items.append(_Item(activity, found.quote))
        start, new = max(start, boundary), False
    if items:
        items[-1].parts.append((sentence, start, len(sentence.unit.words)))


def _begins_next(sentence: Sentence) -> bool:
    return any(found.first <= 3 for found in sentence.of(Sign.NEXT_PROPOSAL))


def _kept(sentence: Sentence, activities: Mapping[str, Activity], current: Activity | None) -> list[Found]:
    """Return the activities that begin a proposal here; parts of the current one and wide wordings fall away."""
    hits = [found for found in sentence.of(Sign.ACTIVITY) if not is_rejected(sentence, found)]
    hits = [found for found in hits if activities[found.id].listens or not is_circumstance(sentence, found)]
    specific = [found for found in hits if activities[found.id].specific]
    apart = not _refers_back(sentence)
    kept: list[Found] = []
    for found in specific:
        parts = bool(current and found.id in current.covers) and not apart and not _coordinated(sentence, found)
        covering = [other for other in specific if _covers(activities, other, found)]
        parts |= bool(covering) and not any(_equal(sentence, found, other) for other in covering)
        same = (current and found.id == current.id) or any(other.id == found.id for other in kept)
        if not parts and not same and not _inside(found, specific):
            kept.append(found)
    if not specific and hits and (current is None or _stands_alone(sentence, activities[hits[0].id], current)):
        kept = hits[:1]
    return kept


def _stands_alone(sentence: Sentence, activity: Activity, current: Activity) -> bool:
    """Tell whether a wide wording is a proposal of its own: it says how many and when."""
    own = {detail.id for detail in sentence.of(Sign.DETAIL) if detail.first <= _EARLY}
    return _sort_of(activity) != _sort_of(current) and not _refers_back(sentence) and {"how_many", "when"} <= own


def _refers_back(sentence: Sentence) -> bool:
    """Tell whether a sentence goes on about the activity before: it begins with "they", not with a plan."""
    first, second = [word.text for word in (*sentence.unit.words, *sentence.unit.words)][:2]
    own_time = any(found.id == "when" and found.first <= 1 for found in sentence.of(Sign.DETAIL))
    return first in _REFERRING and second not in _PLANNING and not own_time


def _covers(activities: Mapping[str, Activity], whole: Found, part: Found) -> bool:
    """Tell whether one activity is a part of the other; of two that hold each other the first is the whole."""
    mutual = whole.id in activities[part.id].covers
    return part.id in activities[whole.id].covers and not (mutual and part.first < whole.first)


def _inside(found: Found, others: Sequence[Found]) -> bool:
    """Tell whether another activity's words hold these words."""
    return any(
        other.id != found.id
        and other.first <= found.first
        and found.last <= other.last
        and (other.last - other.first) > (found.last - found.first)
        for other in others
    )


def _equal(sentence: Sentence, one: Found, other: Found) -> bool:
    """Tell whether two activities of a sentence are joined as equals: "a focus group and a survey"."""
    return _coordinated(sentence, max(one, other, key=lambda found: found.first))


def _coordinated(sentence: Sentence, found: Found) -> bool:
    """Tell whether "and", "or", "plus" joins the activity to what stands before it."""
    before = [word.text for word in sentence.unit.words[max(0, found.first - _JOINED) : found.first]]
    words = [word.text for word in sentence.unit.words[: found.first]]
    if any(pair in _NEW_VERB for pair in pairwise(words)):
        return True
    begins = sentence.unit.words[found.first].text
    return bool(_COORDINATED & set(before)) and not _PARTS & {begins, *before}


def _boundary(sentence: Sentence, first: int) -> int:
    """Return the word where the part of a sentence begins that belongs to the activity at `first`."""
    words = sentence.unit.words
    for index in range(first - 1, 0, -1):
        if not words[index].text or words[index].text in _COORDINATED:
            return index
    return 0


def _merged(items: Sequence[_Item]) -> tuple[Proposed, ...]:
    """Return one proposal an activity with all details; a wide wording gives way where it alone repeats."""
    merged: dict[str, _Item] = {}
    for item in items:
        name = _sort_of(item.activity)
        if name in merged:
            merged[name].parts += item.parts
        else:
            merged[name] = _Item(item.activity, item.quote, list(item.parts))
    return tuple(
        Proposed(
            activity=_sort_of(item.activity),
            name=item.activity.name,
            idea=item.activity.idea,
            listens=item.activity.listens,
            quote=item.quote,
            details=_details(item),
        )
        for item in merged.values()
    )


def _sort_of(activity: Activity) -> str:
    """Return what makes two wordings one activity: a model idea of the case, or else the activity itself."""
    return activity.id if activity.idea == "other" else activity.idea


def _details(item: _Item) -> dict[str, Quote]:
    found: dict[str, Quote] = {}
    for sentence, first, end in item.parts:
        for detail in sentence.of(Sign.DETAIL):
            if first <= detail.first < end and not _is_the_case(sentence, detail):
                found.setdefault(detail.id, detail.quote)
    return found


def _is_the_case(sentence: Sentence, detail: Found) -> bool:
    """Tell whether a time is that of the story ("a month before Christmas") and not of the proposal."""
    facts = sentence.of(Sign.FACT) if detail.id == "when" else ()
    return any(fact.first <= detail.last and detail.first <= fact.last for fact in facts)
