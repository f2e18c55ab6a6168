"""The view model of a section: everything a template needs, worked out, so that templates only place words."""

from __future__ import annotations

import re

from canvas.models.base import Frozen
from canvas.models.nothing import says_something
from canvas.models.vocabulary import KeyQuestion, Stage
from canvas.models.workbook import Commitment, Segment, Workbook
from canvas.writing.clauses import Clause, Form, Known, capital, clause, small
from canvas.writing.hands import Hands, hands_of, pace_gap
from canvas.writing.naming import listed, segment_name, type_name
from canvas.writing.suggestions import Said

_NAME_INSIDE = re.compile(r"(?<=[\w,;] )[A-Z][^\W\d_]+")
_SMALL_INSIDE = re.compile(r"(?<=[\w,;] )[a-z]{3,}(?=[ ,.;])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
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
_ABOUT_THE_DRAFT = {"draft", "checked", "objections", "self_assessment"}
"""What is no answer."""


class Part(Frozen):
    """One answer and where it comes from; missing: what is not answered yet, or ""."""

    origin: str
    clause: Clause
    missing: str = ""


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
    known, said, gap = _known(workbook), Said(workbook), pace_gap(workbook)
    venture = workbook.venture
    return SectionView(
        name=venture.name.strip(),
        offer=Part(origin="venture.offer", clause=clause(venture.offer, known)),
        promise=Part(origin="venture.value_proposition", clause=clause(venture.value_proposition, known)),
        segments=tuple(_segment(workbook, segment, gap, known) for segment in venture.segments),
        answers={question.value: _answer(workbook, question, known, said) for question in KeyQuestion},
    )


def _segment(workbook: Workbook, segment: Segment, gap: Commitment | None, known: Known) -> SegmentView:
    own = [commitment for commitment in workbook.commitments if commitment.segment == segment.id]
    name = segment_name(segment)
    stages = {stage.value: _stage(own, stage, known) for stage in Stage}
    return SegmentView(
        origin=f"venture.segments.{segment.id}.name",
        start=capital(name),
        inside=small(name, known),
        types=listed(type_name(commitment.type) for commitment in own),
        needs=Part(origin=f"venture.segments.{segment.id}.needs", clause=clause(segment.needs, known)),
        hands=hands_of(own, gap, known),
        **stages,
    )


def _stage(own: list[Commitment], stage: Stage, known: Known) -> StageView:
    filled = tuple(
        Part(origin=f"{_path(commitment)}.{stage.value}", clause=clause(commitment.at(stage), known))
        for commitment in own
        if says_something(commitment.at(stage))
    )
    if filled or not own:
        return StageView(parts=filled or (Part(origin="", clause=clause(""), missing=_MISSING_STAGE[stage]),))
    gap = Part(origin=f"{_path(own[0])}.{stage.value}", clause=clause(""), missing=_MISSING_STAGE[stage])
    return StageView(parts=(gap,))


def _path(commitment: Commitment) -> str:
    return f"commitments.{commitment.segment}.{commitment.type.value}"


def _answer(workbook: Workbook, question: KeyQuestion, known: Known, said: Said) -> Part:
    """Return an answer without what the cells of the plan already say."""
    origin, answer = f"answers.{question.value}", workbook.answers.to(question)
    if not says_something(answer):
        return Part(origin=origin, clause=clause(""), missing=_MISSING_ANSWER.get(question, ""))
    new = said.new_lines(answer)
    if any(said.names_a_segment(line) for line in new):  # "Students: …" is whole as it stands
        made = [clause(line, known) for line in new]
        rest = "".join(f" {item.start}{item.end}{item.rest}" for item in made[1:])
        return Part(
            origin=origin, clause=made[0].model_copy(update={"form": Form.WHOLE, "rest": made[0].rest + rest})
        )
    return Part(origin=origin, clause=clause("\n".join(new), known))


def _known(workbook: Workbook) -> Known:
    """Return what the plan shows about its words: capitals inside a sentence, who does it, the business's name."""
    data = workbook.model_dump_json(exclude=_ABOUT_THE_DRAFT)
    found = {*_NAME_INSIDE.findall(data), *_FIRST_WORD.findall(workbook.venture.name)}
    for commitment in workbook.commitments:
        found.update(_FIRST_WORD.findall(commitment.who)[:1])
    names = frozenset(word for word in found if small(word) == word)
    return Known(names=names, small=frozenset(_SMALL_INSIDE.findall(data)))
