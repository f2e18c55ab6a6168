"""The draft: filled once from the answers, then the student's. Later answers are offered, never forced.

`draft.built` remembers, for each answer, the sentence the student has last seen from it. An offer is where the
plan now makes another one. Only a sentence that still stands unedited is ever replaced or taken out.
"""

from __future__ import annotations

from typing import Literal

from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.steps import steps
from canvas.models.vocabulary import Shape
from canvas.models.workbook import BuiltSentence, Draft, Workbook
from canvas.writing.section import GAP, Section, assemble, build, connectors, settled, too_long
from canvas.writing.sentences import sentences
from canvas.writing.standing import inserted_after, new_line_after, place_of, replaced


class Offer(Frozen):
    """What the plan now says in place of one sentence.

    before: the sentence as the student knows it, "" for a new answer. now: the sentence the plan makes, "" for an
    answer that is gone. in_draft: whether `before` still stands unedited in the draft.
    gap_of: the answer whose gap `before` is, where another one fills it.
    """

    origin: str
    before: str
    now: str
    in_draft: bool
    gap_of: str = ""


class Difference(Frozen):
    """One sentence of a comparison: it stays, goes, or comes."""

    kind: Literal["same", "removed", "added"]
    text: str


def fill(workbook: Workbook, shape: Shape) -> Workbook:
    """Return the workbook with its draft built from the answers; the store keeps an older draft as a revision.

    Raises InputError for a section too long.
    """
    section = build(workbook, shape)
    return _with_draft(workbook, Draft(text=section.text, shape=shape, built=section.sentences))


def rebuild_preview(workbook: Workbook, shape: Shape) -> tuple[Difference, ...]:
    """Compare the draft with what building again would make, sentence by sentence, in reading order."""
    versions = (workbook.draft.text, assemble(workbook, shape).text)
    old, new = ([sentence.text for sentence in sentences(text)] for text in versions)
    found: list[Difference] = []
    for kind, i1, i2, j1, j2 in steps(old, new):
        if kind == "equal":
            found += [Difference(kind="same", text=text) for text in old[i1:i2]]
            continue
        found += [Difference(kind="removed", text=text) for text in old[i1:i2]]
        found += [Difference(kind="added", text=text) for text in new[j1:j2]]
    return tuple(found)


def offers(workbook: Workbook) -> tuple[Offer, ...]:
    """Return what the plan says differently since the draft was filled, in reading order; removed answers last."""
    draft = workbook.draft
    if not draft.built:
        return ()
    seen = {sentence.origin: sentence.text for sentence in draft.built}
    now = {sentence.origin: sentence.text for sentence in assemble(workbook, draft.shape).sentences}
    filled = _filled_gaps(seen, now)
    found = []
    for origin, text in now.items():
        before = seen.get(filled.get(origin, origin), "")
        if not GAP.search(before) and not (before and GAP.fullmatch(text)):
            text = settled(text)  # a new gap is shown beside the plan, not pushed into the text
        if text == before or place_of(text, draft.text) or _same_answer(before, text):
            continue
        if before or not GAP.search(text):
            standing = _stands(before, draft.text)
            found.append(
                Offer(origin=origin, before=before, now=text, in_draft=standing, gap_of=filled.get(origin, ""))
            )
    for origin, before in seen.items():
        if origin not in now and origin not in filled.values() and _stands(before, draft.text):
            found.append(Offer(origin=origin, before=before, now="", in_draft=True))
    return tuple(found)


def _filled_gaps(seen: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """Return, for a new answer, the gap that it fills where that stood at another relationship of the segment."""
    new = [origin for origin in now if origin not in seen and not GAP.search(now[origin])]
    found: dict[str, str] = {}
    for gap, text in seen.items():
        if gap in now or not GAP.search(text):
            continue
        match = next((origin for origin in new if origin not in found and _same_cell(origin, gap)), None)
        if match:
            found[match] = gap
    return found


def _same_cell(one: str, other: str) -> bool:
    """Say whether two fields of relationships are the same moment, or the same question, for one segment."""
    a, b = one.split("."), other.split(".")
    return a[0] == b[0] == "commitments" and (a[1], a[-1]) == (b[1], b[-1])


def take(workbook: Workbook, offer: Offer) -> Workbook:
    """Take an offer over: in place of the old sentence if that stands unedited, else behind its neighbour.

    Raises InputError when the draft would grow beyond its limit.
    """
    draft = workbook.draft
    place = _place_of_old(draft, offer)
    if place:
        text = replaced(draft.text, place, offer.now)
    elif offer.now and not place_of(offer.now, draft.text):
        text = _added(workbook, offer)
    else:
        text = draft.text
    if len(text) > limits.DRAFT:
        raise too_long()
    return _with_draft(workbook, Draft(text=text, shape=draft.shape, built=_seen(draft, offer)))


def decline(workbook: Workbook, offer: Offer) -> Workbook:
    """Leave the draft as it is and remember that this sentence was offered."""
    draft = workbook.draft
    return _with_draft(workbook, Draft(text=draft.text, shape=draft.shape, built=_seen(draft, offer)))


def _with_draft(workbook: Workbook, draft: Draft) -> Workbook:
    return Workbook.model_validate(
        {**{name: getattr(workbook, name) for name in Workbook.model_fields}, "draft": draft}
    )


def _place_of_old(draft: Draft, offer: Offer) -> tuple[int, int] | None:
    """Return where the old sentence stands: with twins (two equal gaps), the one behind its own neighbours."""
    anchor = 0
    for sentence in draft.built:
        if sentence.origin == (offer.gap_of or offer.origin):
            break
        if not GAP.fullmatch(sentence.text) and (place := place_of(sentence.text, draft.text, anchor)):
            anchor = max(anchor, place[1])
    return place_of(offer.before, draft.text, anchor)


def _stands(sentence: str, draft: str) -> bool:
    return place_of(sentence, draft) is not None


def _seen(draft: Draft, offer: Offer) -> tuple[BuiltSentence, ...]:
    """Return what the student has seen, after this offer."""
    new = (BuiltSentence(origin=offer.origin, text=offer.now),) if offer.now else ()
    replaced_origin = offer.gap_of or offer.origin
    if not any(sentence.origin == replaced_origin for sentence in draft.built):
        return (*draft.built, *new)
    kept: list[BuiltSentence] = []
    for sentence in draft.built:
        kept += new if sentence.origin == replaced_origin else (sentence,)
    return tuple(kept)


def _same_answer(before: str, now: str) -> bool:
    """Say whether only the connector differs: another answer came or went, and this one did not change."""
    return bool(before) and _answer_in(before) == _answer_in(now)


def _answer_in(sentence: str) -> str:
    """Return a built sentence without its connector, in small letters."""
    front = next(front for front in connectors() if sentence.startswith(front))
    return sentence.removeprefix(front).removeprefix("we ").casefold()


def _added(workbook: Workbook, offer: Offer) -> str:
    """Return the draft with the offered sentence where the section would have it."""
    draft, section = workbook.draft, assemble(workbook, workbook.draft.shape)
    seen = {sentence.origin: sentence.text for sentence in draft.built}
    before_it: list[tuple[str, int]] = []
    for number, block in enumerate(section.blocks):
        for sentence in block.sentences:
            if sentence.origin == offer.origin:
                return _insert(draft.text, offer, section, number, before_it, seen)
            before_it.append((sentence.origin, number))
            seen.setdefault(sentence.origin, sentence.text)
    return _insert(draft.text, offer, section, len(section.blocks) - 1, before_it, seen)


def _insert(
    text: str, offer: Offer, section: Section, number: int, neighbours: list[tuple[str, int]], seen: dict[str, str]
) -> str:
    """Put the sentence behind the nearest earlier sentence that still stands, else at the end."""
    kind = section.blocks[number].kind
    line = f"- {offer.now}" if kind == "bullet" else offer.now
    for origin, block in reversed(neighbours):
        if not GAP.fullmatch(seen[origin]) and (place := place_of(seen[origin], text)):
            if block == number:
                return inserted_after(text, place, offer.now)
            return new_line_after(text, place, line, apart=kind == "paragraph")
    return f"{text.rstrip()}\n\n{line}" if text.strip() else line
