"""Whether what a hit says is really done: not negated, not a mere perhaps, not what somebody else does."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from canvas.reading.clauses import BREAKS, begins_a_clause
from canvas.reading.hopes import hoped_for
from canvas.reading.units import Word

_NO = frozenset(
    "against no not never without neither nor hardly cannot none nobody nothing "
    "avoid refuse stop stopped lack lacks "
    "dont doesnt didnt cant wont isnt arent wasnt havent hasnt couldnt wouldnt".split()
)
_HARMLESS_AFTER = frozenset(
    "only just matter cost costs obligation charge extra need wait waiting risk problem queue queues fee fees "
    "fail simply merely forget forgotten forgetting hesitate later worry hassle".split()
)
_GO_ON = frozenset("one longer thanks thank way more".split())
"""After "no" these say no to what stands before: `a hotline, no thanks`; `in the app, no call` does not."""
_WHO, _HAVE = frozenset("who whoever that".split()), frozenset("have has had".split())
_DONE = frozenset("is are can may get gets receive receives".split())
"""With these goes on what is told of those who lack something."""
_STOPS = frozenset({"stop", "stopped"})
_CONDITIONS = frozenset("when whenever if while where until unless because before after".split())
"""With these a clause begins that tells the occasion: `tips that appear when a feature is not used`."""
_NEITHER = frozenset({"neither", "nor"})
_DO_NOT = frozenset("don't doesn't didn't dont doesnt didnt won't wont can't cant".split())
"""Inside a hit, before its verb, these say that it is not done: `our staff don't help customers`."""
_OF_SOME = frozenset("who whoever that which if when where until unless because so or".split())
"""After these they are about something else: `customers who don't come get a call`."""
_NOT_DONE = frozenset("not never isn't aren't won't".split())
"""Just before the last word of a hit these say that it is not done: `a broken part is not replaced`."""
_OTHERS = frozenset("competitor competitors rival rivals".split())
_COMPARED = frozenset(("unlike", "than"))
_OTHER_FIRST = frozenset("other another most many traditional big large".split())
_OTHER_SECOND = frozenset(
    "company companies firm firms shop shops store stores brands provider providers business businesses "
    "supplier suppliers gyms banks hotels chain chains".split()
)
_OUTSIDERS = frozenset(
    "supplier landlord landlady council embassy government ministry insurance municipality vicar parish".split()
)
_COMPLETE = frozenset("ours mine us alone all enough everything so true it".split())
"""What closes a sentence with "is not", so that the negation ends with it."""
_OURS = frozenset("we our us ours i my".split())
_HEADED = 4
"""Words before a colon up to which they are a heading: `Not for us: …`."""
_LIST_FOLLOWS = frozenset(
    "do offer offered have give given include included need want plan planned provide provided promise not never "
    "no these following things services yet now us you customers".split()
)
"""Before a colon these have a list after it, which the negation reaches."""
_REACH = 7
"""Words a negation before the hit reaches over."""


class Use(StrEnum):
    """What the sentence does with a hit."""

    USED = "used"
    NEGATED = "negated"
    PERHAPS = "perhaps"
    OTHERS = "others"
    UNLIKELY = "unlikely"


def use_of(words: Sequence[Word], first: int, last: int) -> Use:
    """Return how the words first..last (both inside) are used in their unit."""
    whole = [word.text for word in words]
    before = _clause_before(words, whole, first)
    inside = whole[first : last + 1]
    if (
        _negated_before(before)
        or _negated_after(whole[last + 1 : last + 9])
        or not _NEITHER.isdisjoint(inside)
        or (not _DO_NOT.isdisjoint(inside[1:3]) and _OF_SOME.isdisjoint(inside))
        or (
            not _NOT_DONE.isdisjoint(whole[max(first + 1, last - 2) : last])
            and "we" not in inside
            and _CONDITIONS.isdisjoint(inside)
        )
    ):
        return Use.NEGATED
    if hoped_for(whole, first, last):
        return Use.PERHAPS
    if _others(before):
        return Use.OTHERS
    return Use.USED


def doubted(words: Sequence[Word]) -> bool:
    """Tell whether anything in a unit is negated, or the unit is only a perhaps or about somebody else."""
    whole = [word.text for word in words]
    negated = not _NO.isdisjoint(whole) or "n't" in " ".join(whole)
    if negated and any(
        (text in _NO or text.endswith("n't")) and after not in _HARMLESS_AFTER
        for text, after in zip(whole, (*whole[1:], ""), strict=True)
    ):
        return True
    return hoped_for(whole, 0, len(whole) - 1) or _others(whole)


def _clause_before(words: Sequence[Word], whole: list[str], first: int) -> list[str]:
    """Return the words between the hit and the start of its clause; a pause before `but` or `we` starts one."""
    for index in range(first - 1, -1, -1):
        if whole[index] and whole[index] not in BREAKS:
            continue
        if begins_a_clause(words, index) or _tells_after_a_colon(words, index):
            return whole[index + 1 : first]
    return whole[:first]


def _tells_after_a_colon(words: Sequence[Word], index: int) -> bool:
    """Tell whether a statement ends with this colon: `No clerk at night: guests …`, not `We do not offer: …`."""
    return words[index].sign == ":" and index >= _HEADED and words[index - 1].text not in _LIST_FOLLOWS


_SAYING = (["say"], ["says"], ["said"])
"""Words after which a "no" is what somebody answers."""


def _negated_before(before: list[str]) -> bool:
    for distance, text in enumerate(reversed(before)):
        if distance >= _REACH:
            return False
        following = before[len(before) - distance] if distance else ""
        if (text in _NO or text.endswith("n't")) and following not in _HARMLESS_AFTER:
            if text in _STOPS and not _we_stop(before[: len(before) - distance - 1]):
                continue
            if text == "nothing" and before[: len(before) - distance - 1][-1:] == ["for"]:
                continue  # `for nothing` is free
            if text == "no" and not following and before[: len(before) - distance - 1][-1:] in _SAYING:
                continue  # `if your back says no, send it back`
            at = len(before) - distance - 1
            return not _closed(before, at) and not _tells_who(before, at)
        if text in ("instead", "rather") and following in ("of", "than"):
            return True
        if text == "longer" and len(before) > distance + 1 and before[-distance - 2] == "no":
            return True
    return False


def _we_stop(before: list[str]) -> bool:
    """Tell whether it is the firm that stops: customers who stop a delivery in the app are served all the same."""
    return not before or not _OURS.isdisjoint(before)


def _tells_who(before: list[str], at: int) -> bool:
    """Tell whether a "no" only says who is meant: `Learners who have no partner are matched`."""
    who, have = before[max(0, at - 2) : at] if at >= 2 else ("", "")
    return who in _WHO and have in _HAVE and not _DONE.isdisjoint(before[at + 2 :])


def _closed(before: list[str], at: int) -> bool:
    """Tell whether a "not" has said all it says before a pause: `The pattern is not ours: …`."""
    if before[at] != "not" or before[max(0, at - 1) : at] not in [[form] for form in ("is", "are", "was", "were")]:
        return False
    return len(before) > at + 2 and before[at + 1] in _COMPLETE and not before[at + 2]


def _negated_after(after: list[str]) -> bool:
    if after[-2:] in (["", "no"], ["", "none"], ["", "never"]):
        return True
    if _no_stands_alone(after[:3]):
        return True
    if "so" in after and _NO & set(after[after.index("so") + 1 :][:5]):
        return True
    near = after[:4]
    for index, word in enumerate(near[:-1]):
        if not word or word in _CONDITIONS or (word == "and" and near[index + 1] in _VERBS_FIRST):
            return False
        if word in ("is", "are", "will", "was", "does", "do", "would") and near[index + 1] in (
            "not",
            "no",
            "never",
        ):
            return near[index + 2 : index + 3] not in (["only"], ["just"])
        if word in ("isn't", "aren't", "won't", "doesn't", "don't"):
            return True
    return False


def _no_stands_alone(after: list[str]) -> bool:
    """Tell whether a "no" right after the hit denies it and not what follows, as in `online, no call needed`."""
    answer = after[1:] if after[:1] == [""] else after
    if not answer or answer[0] not in ("no", "none", "never", "nope"):
        return False
    return answer[0] != "no" or not answer[1:2] or not answer[1] or answer[1] in _GO_ON


_VERBS_FIRST = frozenset("will do does is are would can he she they we it nobody".split())
"""What follows an "and" with which a new statement begins: `he will bring it back and will not pay again`."""


_ELSEWHERE = (
    "next door",
    "across the road",
    "across the street",
    "down the road",
    "down the street",
    "chain store",
)
_SOMEWHERE = frozenset("next road street chain".split())
"""One of these words stands in each of them."""


def _others(before: list[str]) -> bool:
    """Tell whether the clause speaks of somebody else's customers."""
    if not _OUTSIDERS.isdisjoint(before[:4]) or "tourist office" in " ".join(before):
        return True
    if not _OTHERS.isdisjoint(before) and _COMPARED.isdisjoint(before) and "we" not in before:
        return True
    if not _OURS.isdisjoint(before):
        return False
    if not _OTHER_FIRST.isdisjoint(before):
        for index, (text, following) in enumerate(pairwise(before)):
            if text in _OTHER_FIRST and following in _OTHER_SECOND and "like" not in before[:index]:
                return True
    if _SOMEWHERE.isdisjoint(before):
        return False
    joined = f" {' '.join(before)} "
    return any(f" {phrase} " in joined for phrase in _ELSEWHERE)
