"""A case, the language its answers are read with, and what a judgement of one answer says."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from canvas.models.base import Frozen, Identifier
from canvas.models.finding import Quote, Strength
from canvas.models.rule import Patterns


class Measure(StrEnum):
    """What the engine can find in an answer; a criterion names one of them."""

    ACTIVITIES = "activities"
    """Different proposals of any kind."""
    LISTENING = "listening"
    """Different proposals that find out what customers want."""
    FACTS = "facts"
    """Different true facts of the case."""
    DETAIL = "detail"
    """Kinds of detail (who, how many, when, what, result) that one proposal gives."""


class Worded(Frozen):
    """A thing that answers word in many ways; a sentence with one of `unless` does not mean it."""

    id: Identifier
    wordings: Patterns = Field(min_length=1)
    unless: Patterns = ()


class Fact(Worded):
    """Something true in the case, to which an answer may refer."""

    statement: str


class Criterion(Frozen):
    """One thing an answer is judged by: met when the measure finds at least `needs`.

    asks: shown before writing. met, unmet: the reason given afterwards. question: asked back when unmet.
    """

    id: Identifier
    name: str
    measure: Measure
    needs: int = Field(default=2, ge=1, le=9)
    asks: str
    hint: str
    met: str
    unmet: str
    question: str
    advice: bool = False


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
    """

    title: str
    summary: str
    task: str
    minutes: int = Field(default=15, ge=1, le=240)
    hints: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = Field(min_length=1)
    ideas: tuple[Idea, ...] = ()
    activities: tuple[Activity, ...] = ()
    elsewhere: Patterns = ()
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    copied: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()


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
    """How people word answers to any case: loaded once, handed to the engine with the case."""

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
