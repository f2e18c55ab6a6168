"""The view model of a section: everything a template needs, worked out, so that templates only place words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from canvas.models.base import Frozen
from canvas.models.vocabulary import KeyQuestion, RelationshipType, Stage
from canvas.models.workbook import Commitment, Segment, Workbook
from canvas.writing.clauses import Clause, Known, capital, clause, pieces, small
from canvas.writing.suggestions import said_in_plan

_NAME_INSIDE = re.compile(r"(?<=[\w,;] )[A-Z][^\W\d_]+")
_SMALL_INSIDE = re.compile(r"(?<=[\w,;] )[a-z]{3,}(?=[ ,.;])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_PACE_OPENS = frozenset(
    "within every each once twice daily weekly monthly yearly always after before at in on during until around "
    "whenever when immediately day three with without by".split()
)
"""First words with which a pace follows a sentence without brackets: "…, within two hours"."""
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "none", "nothing", "tbd", "to do", "?", "x"))
"""What people write into a field to say that there is nothing yet: a gap, as an empty field is."""
_MISSING_STAGE = {
    Stage.BEFORE: "what happens before the purchase",
    Stage.DURING: "what happens during the purchase",
    Stage.AFTER: "what happens after the purchase",
}
_MISSING_ANSWER = {
    KeyQuestion.ATTRACT: "how you attract customers",
    KeyQuestion.INTERACT: "how you interact with customers",
    KeyQuestion.RETAIN: "how you retain customers",
    KeyQuestion.PERSONAL_OR_AUTOMATED: "whether the relationship is personal or automated",
    KeyQuestion.FEEDBACK: "how you handle feedback and complaints",
}


class Part(Frozen):
    """One answer and where it comes from; missing: what is not answered yet, or ""."""

    origin: str
    clause: Clause
    missing: str = ""


class Hands(Frozen):
    """Who does it and how fast, for one relationship of one segment. told: the pace as it follows the person."""

    origin: str
    type: str
    who: str
    pace: str
    told: str


class StageView(Frozen):
    """One stage of the journey of one segment: what happens, or what is missing."""

    parts: tuple[Part, ...]


class SegmentView(Frozen):
    """One segment: its name at the start of a sentence and inside one, its relationships and its journey."""

    origin: str
    start: str
    inside: str
    types: str
    needs: Part
    before: StageView
    during: StageView
    after: StageView
    hands: tuple[Hands, ...]
    pace_missing: str

    @property
    def short(self) -> tuple[tuple[str, Part], ...]:
        """Return one part for the time up to the purchase and one for the time after it."""
        named = (("before", self.before), ("during", self.during))
        first = next(((name, s.parts[0]) for name, s in named if not s.parts[0].missing), None)
        return (first or ("before", self.before.parts[0]), ("after", self.after.parts[0]))


class SectionView(Frozen):
    """A whole plan, ready for a template."""

    name: str
    offer: Part
    promise: Part
    segments: tuple[SegmentView, ...]
    answers: dict[str, Part]


def section_view(workbook: Workbook) -> SectionView:
    """Return the view of a plan. Never raises: whatever is empty comes out as missing or is left out."""
    known, said = _known(workbook), said_in_plan(workbook)
    venture = workbook.venture
    return SectionView(
        name=venture.name.strip(),
        offer=Part(origin="venture.offer", clause=clause(venture.offer, known)),
        promise=Part(origin="venture.value_proposition", clause=clause(venture.value_proposition, known)),
        segments=tuple(_segment(workbook, segment, known) for segment in venture.segments),
        answers={question.value: _answer(workbook, question, known, said) for question in KeyQuestion},
    )


def type_name(type_: RelationshipType) -> str:
    """Return a type inside a sentence: "self-service", "dedicated personal assistance"."""
    name = {RelationshipType.SELF_SERVICE: "self-service", RelationshipType.CO_CREATION: "co-creation"}
    return name.get(type_, type_.value.replace("_", " "))


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    *front, last = [*words] or [""]
    return f"{', '.join(front)} and {last}" if front else last


def _segment(workbook: Workbook, segment: Segment, known: Known) -> SegmentView:
    own = [commitment for commitment in workbook.commitments if commitment.segment == segment.id]
    name = " ".join(segment.name.split()) or "customers"
    hands = tuple(_hands(commitment) for commitment in own if commitment.who.strip() or commitment.pace.strip())
    stages = {stage.value: _stage(own, stage, known) for stage in Stage}
    return SegmentView(
        origin=f"venture.segments.{segment.id}.name",
        start=capital(name),
        inside=small(name, known),
        types=listed(type_name(commitment.type) for commitment in own),
        needs=Part(origin=f"venture.segments.{segment.id}.needs", clause=clause(segment.needs, known)),
        hands=hands,
        pace_missing=_pace_missing(own),
        **stages,
    )


def _stage(own: list[Commitment], stage: Stage, known: Known) -> StageView:
    filled = tuple(
        Part(origin=f"{_path(commitment)}.{stage.value}", clause=clause(commitment.at(stage), known))
        for commitment in own
        if _says_something(commitment.at(stage))
    )
    if filled or not own:
        return StageView(parts=filled or (Part(origin="", clause=clause(""), missing=_MISSING_STAGE[stage]),))
    gap = Part(origin=f"{_path(own[0])}.{stage.value}", clause=clause(""), missing=_MISSING_STAGE[stage])
    return StageView(parts=(gap,))


def _says_something(answer: str) -> bool:
    return answer.strip(" .!\n").casefold() not in _NOTHING


def _path(commitment: Commitment) -> str:
    return f"commitments.{commitment.segment}.{commitment.type.value}"


def _hands(commitment: Commitment) -> Hands:
    who = small(" ".join(commitment.who.split())).rstrip(".,;:")
    pace = small(" ".join(commitment.pace.split())).rstrip(".,;:")
    told = f", {pace}" if pace.partition(" ")[0] in _PACE_OPENS else f" ({pace})"
    singular = {
        RelationshipType.COMMUNITIES: "the community",
        RelationshipType.AUTOMATED_SERVICES: "the automated service",
    }
    return Hands(
        origin=f"{_path(commitment)}.{'who' if who else 'pace'}",
        type=capital(singular.get(commitment.type) or type_name(commitment.type)),
        who=who,
        pace=pace,
        told=told if pace else "",
    )


def _pace_missing(own: list[Commitment]) -> str:
    """Return the path of the field to fill, where no relationship of the segment says how fast or how often."""
    return "" if not own or any(item.pace.strip() for item in own) else f"{_path(own[0])}.pace"


def _answer(workbook: Workbook, question: KeyQuestion, known: Known, said: frozenset[str]) -> Part:
    """Return an answer without what the cells of the plan already say."""
    origin, answer = f"answers.{question.value}", workbook.answers.to(question)
    if not _says_something(answer):
        return Part(origin=origin, clause=clause(""), missing=_MISSING_ANSWER.get(question, ""))
    new = [piece for piece in pieces(answer) if piece.strip(" .,;:!").casefold() not in said]
    if len(new) == len(pieces(answer)):
        return Part(origin=origin, clause=clause(answer, known))
    return Part(origin=origin, clause=clause("\n".join(new), known))


def _known(workbook: Workbook) -> Known:
    """Return what the plan shows about its words: capitals inside a sentence, who does it, the business's name."""
    data = workbook.model_dump_json(exclude={"draft"})
    found = {*_NAME_INSIDE.findall(data), *_FIRST_WORD.findall(workbook.venture.name)}
    for commitment in workbook.commitments:
        found.update(_FIRST_WORD.findall(commitment.who)[:1])
    names = frozenset(word for word in found if small(word) == word)
    return Known(names=names, small=frozenset(_SMALL_INSIDE.findall(data)))
