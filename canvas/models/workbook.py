"""The workbook: a student's unfinished work. It always saves; what is complete is judged in `complete_plan`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from canvas.models import limits
from canvas.models.base import Answer, Clean, DraftText, Frozen, Identifier, Name, Short
from canvas.models.vocabulary import KeyQuestion, Level, Mistake, RelationshipType, Shape, Stage

SCHEMA_NUMBER: Literal[1] = 1
"""The number of this file format; docs/export-format.md tells its history."""

Origin = Annotated[str, Field(max_length=160, pattern=r"^[a-z_]+(\.[a-z0-9_-]+)*$")]
"""The path of the answer a sentence came from, for example `commitments.commuters.self_service.after`."""


class Segment(Frozen):
    """One customer segment. The id stays when the name changes, so its commitments stay too."""

    id: Identifier
    name: Name = ""
    needs: Answer = ""
    customer_count: Annotated[int, Field(ge=0, le=limits.CUSTOMERS)] | None = None


class Venture(Frozen):
    """What the business is: its name, its offer, whom it serves, and the other blocks of the canvas."""

    name: Name = ""
    offer: Answer = ""
    segments: Annotated[tuple[Segment, ...], Field(max_length=limits.SEGMENTS)] = ()
    value_proposition: Answer = ""
    channels: Answer = ""
    revenue_streams: Answer = ""
    key_resources: Answer = ""
    key_activities: Answer = ""
    key_partners: Answer = ""
    cost_structure: Answer = ""


class Commitment(Frozen):
    """One relationship offered to one segment, and what happens at each stage of the journey.

    segment: the id of a segment. who: the person or tool that does it. pace: how often or how fast.
    """

    segment: Identifier
    type: RelationshipType
    before: Answer = ""
    during: Answer = ""
    after: Answer = ""
    who: Short = ""
    pace: Short = ""

    def at(self, stage: Stage) -> str:
        """Return what happens at a stage, as the student wrote it."""
        return {Stage.BEFORE: self.before, Stage.DURING: self.during, Stage.AFTER: self.after}[stage]


class KeyAnswers(Frozen):
    """The answers to the five key questions and the optional sixth."""

    attract: Answer = ""
    interact: Answer = ""
    retain: Answer = ""
    personal_or_automated: Answer = ""
    feedback: Answer = ""
    grow: Answer = ""

    def to(self, question: KeyQuestion) -> str:
        """Return the answer to one question."""
        return str(getattr(self, question.value))


class BuiltSentence(Frozen):
    """A sentence as it was built from one answer, so that an unedited one can be traced back."""

    origin: Origin
    text: DraftText


class Draft(Frozen):
    """The student's text. It is filled once from the answers; from then on only the student changes it.

    built: the sentences it was filled with, or that the student has since seen as an offer.
    """

    text: DraftText = ""
    shape: Shape = Shape.BY_SEGMENT
    built: Annotated[tuple[BuiltSentence, ...], Field(max_length=limits.SENTENCES)] = ()


class CheckedDraft(Frozen):
    """The draft as it was when the student asked for a check, and when that was."""

    text: DraftText
    at: AwareDatetime


class Objection(Frozen):
    """A remark the student disagrees with, and why.

    words: the quotes of the remark, one a line; "" for an absence, which has no words.
    """

    mistake: Mistake
    words: Annotated[str, StringConstraints(max_length=limits.QUOTED), Clean] = ""
    because: Answer = ""


class SelfRating(Frozen):
    """The level at which the student sees one row of the rubric. row: the id of the row."""

    row: Identifier
    level: Level


class Workbook(Frozen):
    """Everything a student has written for one plan, at any state of completion.

    checked: the last drafts that were checked, the oldest first. self_assessment: each row of the rubric once.
    """

    schema_number: Literal[1] = SCHEMA_NUMBER
    title: Name = ""
    venture: Venture = Venture()
    commitments: Annotated[tuple[Commitment, ...], Field(max_length=limits.COMMITMENTS)] = ()
    answers: KeyAnswers = KeyAnswers()
    draft: Draft = Draft()
    checked: Annotated[tuple[CheckedDraft, ...], Field(max_length=limits.CHECKED)] = ()
    objections: Annotated[tuple[Objection, ...], Field(max_length=limits.OBJECTIONS)] = ()
    self_assessment: Annotated[tuple[SelfRating, ...], Field(max_length=limits.RATINGS)] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Workbook:
        """Refuse what no page can make: two segments with one id, one relationship listed twice."""
        ids = [segment.id for segment in self.venture.segments]
        pairs = [(commitment.segment, commitment.type) for commitment in self.commitments]
        if len(set(ids)) < len(ids):
            raise ValueError("two segments have the same id")
        if len(set(pairs)) < len(pairs):
            raise ValueError("one segment has the same relationship type twice")
        if len({rating.row for rating in self.self_assessment}) < len(self.self_assessment):
            raise ValueError("one row of the rubric is rated twice")
        return self
