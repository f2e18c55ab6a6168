"""A case, the language its answers are read with, and what a judgement of one answer says."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from canvas.models.base import Frozen, Identifier
from canvas.models.case_criteria import Criterion, JudgedBy, Measure
from canvas.models.case_steps import Step, WriteStep
from canvas.models.finding import Quote, Strength
from canvas.models.rule import Patterns


class Worded(Frozen):
    """A thing that answers word in many ways; a sentence with one of `unless` does not mean it."""

    id: Identifier
    wordings: Patterns = Field(min_length=1)
    unless: Patterns = ()


class Fact(Worded):
    """Something true in the case, to which an answer may refer."""

    statement: str


class Activity(Worded):
    """A kind of proposal; two wordings of one activity count once.

    idea: the id it is reported under ("other" unless the case names it). listens: it finds out what customers
    want. specific: False for a wide wording ("ask the players") that only counts where nothing narrower is
    said. covers: activities that are mere parts of this one when both stand in the same proposal (a beta
    version with a feedback form).
    """

    name: str
    listens: bool = True
    specific: bool = True
    idea: str = "other"
    covers: tuple[str, ...] = ()


class Idea(Worded):
    """A model idea of the case: how answers word it, and what is shown about it after an attempt."""

    name: str
    explained: str
    covers: tuple[str, ...] = ()


class Note(Frozen):
    """A remark on exact words of a sample answer."""

    quote: str
    says: str


class Sample(Frozen):
    """A sample answer with remarks, shown after an attempt."""

    title: str
    answer: str
    notes: tuple[Note, ...]


class CaseText(Frozen):
    """What stands in a case.toml.

    words: word lists for the wordings of the case; `people` adds to those who are customers in any case.
    place: in the list of cases, the lowest first. judged_by: what reads the answers. placeholder: stands in the
    empty field. steps: lead to the answer; the last one is writing it. outcome: what happened then, in Markdown,
    shown after an attempt.
    """

    title: str
    summary: str
    task: str
    minutes: int = Field(default=15, ge=1, le=240)
    place: int = Field(default=100, ge=1, le=999)
    hints: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = Field(min_length=1)
    ideas: tuple[Idea, ...] = ()
    activities: tuple[Activity, ...] = ()
    elsewhere: Patterns = ()
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    copied: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    judged_by: JudgedBy = JudgedBy.CRITERIA
    placeholder: str = ""
    steps: tuple[Step, ...] = ()
    outcome: str = ""

    @model_validator(mode="after")
    def _the_steps_end_with_writing(self) -> Self:
        names = [step.id for step in self.steps]
        if len(set(names)) < len(names):
            raise ValueError("steps: two of them have the same id. Rename one")
        if self.steps and not isinstance(self.steps[-1], WriteStep):
            raise ValueError('steps: the last one must be of the kind "write". Add it')
        return self

    @model_validator(mode="after")
    def _only_a_section_has_types_and_checks(self) -> Self:
        of_section = [one.id for one in self.criteria if one.measure in (Measure.TYPES, Measure.CHECK)]
        if of_section and self.judged_by is not JudgedBy.SECTION:
            raise ValueError(f"the criterion '{of_section[0]}' reads a section. Add judged_by = \"section\"")
        return self


class Kind(StrEnum):
    """What an answer is as a whole; all but ANSWER get one kind sentence of advice."""

    ANSWER = "answer"
    EMPTY = "empty"
    OFF_TOPIC = "off_topic"
    RETELLING = "retelling"
    PASTED = "pasted"
    INSTRUCTIONS = "instructions"


class Expected(Frozen):
    """An answer of the case's own tests: what the engine must say about it."""

    title: str
    answer: str
    criteria: dict[str, bool]
    ideas: tuple[str, ...] = ()
    kind: Kind = Kind.ANSWER


class Case(CaseText):
    """A whole case: its declaration, the brief in Markdown, and its own answers."""

    slug: Identifier
    brief: str
    answers: tuple[Expected, ...] = ()


class Details(Frozen):
    """The wordings of each kind of detail that makes a proposal fit to be carried out."""

    who: Patterns
    how_many: Patterns
    when: Patterns
    what: Patterns
    result: Patterns


class CaseLanguage(Frozen):
    """How people word answers to any case: loaded once, handed to the engine with the case.

    no_amount: wordings with a number that says nothing of how many: a time of day, "one activity".
    """

    classes: dict[str, tuple[str, ...]]
    activities: tuple[Activity, ...]
    rejected_before: Patterns
    rejected_after: Patterns
    proposing: Patterns
    told: Patterns
    defining: Patterns
    next_proposal: Patterns
    instructions: Patterns
    addressed: Patterns
    details: Details
    no_amount: Patterns = ()
    irregular: dict[str, str] = Field(default_factory=dict)
    spelling: dict[str, str] = Field(default_factory=dict)


class Outcome(Frozen):
    """The outcome for one criterion: met or not, on which words, why, and a question back."""

    met: bool
    quotes: tuple[Quote, ...] = ()
    why: str
    ask: str = ""


class Proposed(Frozen):
    """One activity the answer proposes. details: which of who, how_many, when, what, result it gives."""

    activity: str
    name: str
    idea: str
    listens: bool
    quote: Quote
    details: dict[str, Quote]


class Judgement(Frozen):
    """What the engine says about one answer; begins with what works.

    text: the answer the offsets refer to. criteria: by id, in the order of the case. ideas: listening ideas
    only. facts: the ids of the facts used. mark: criteria met. says: the kind sentence for what is no answer.
    """

    text: str
    kind: Kind
    says: str = ""
    works: tuple[Strength, ...] = ()
    criteria: dict[str, Outcome]
    ideas: tuple[str, ...] = ()
    proposals: tuple[Proposed, ...] = ()
    facts: dict[str, Quote] = Field(default_factory=dict)
    mark: int
