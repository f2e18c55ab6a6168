"""What is taught: cards for types, mistakes and questions, the glossary, the rubric, the lessons."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from canvas.models.base import Frozen
from canvas.models.vocabulary import Block, KeyQuestion, Mistake, RelationshipType, Stage
from canvas.models.workbook import Workbook

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Lines = Annotated[tuple[Text, ...], Field(min_length=1)]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class LessonPart(StrEnum):
    """What a lesson can show between its paragraphs; a line `::: id` in the Markdown stands for it."""

    CANVAS = "canvas"
    KEY_QUESTIONS = "key_questions"
    TYPE_CARDS = "type_cards"
    LOOK_CLOSER = "look_closer"
    FIRST_QUESTION = "first_question"
    MISTAKES = "mistakes"
    OPENERS = "openers"
    WEAK_EXAMPLE = "weak_example"
    RUBRIC = "rubric"


class Journey(Frozen):
    """One small scene, told before, during and after the purchase."""

    before: Text
    during: Text
    after: Text

    def at(self, stage: Stage) -> str:
        """Return what happens at a stage."""
        return {Stage.BEFORE: self.before, Stage.DURING: self.during, Stage.AFTER: self.after}[stage]


class TypeCard(Frozen):
    """One of the six relationship types. icon: a Material Symbols name. color: dark enough for text on white."""

    id: RelationshipType
    name: Text
    what_it_is: Text
    example: Text
    scene: Text
    when_it_fits: Lines
    what_it_costs: Lines
    what_goes_wrong: Lines
    journey: Journey
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")]
    color: Color


class MistakeCard(Frozen):
    """One of the four mistakes as a refutation. lesson: the slug of the lesson that explains it."""

    id: Mistake
    name: Text
    many_think: Text
    but: Text
    weak: Text
    better: Text
    ask: Text
    lesson: Slug


class QuestionCard(Frozen):
    """A key question in its fixed wording, with a hint and an example answer."""

    id: KeyQuestion
    text: Text
    hint: Text
    example: Text


class BlockCard(Frozen):
    """One block of the canvas: the question it answers and what to write in it."""

    id: Block
    name: Text
    ask: Text
    hint: Text


class RubricRow(Frozen):
    """One row of the rubric with its four levels, the lowest first."""

    id: Slug
    title: Text
    not_yet: Text
    basic: Text
    good: Text
    excellent: Text

    @property
    def levels(self) -> tuple[tuple[str, str], ...]:
        """The four levels as (name, description)."""
        return (
            ("Not yet", self.not_yet),
            ("Basic", self.basic),
            ("Good", self.good),
            ("Excellent", self.excellent),
        )


class Term(Frozen):
    """A glossary entry. aliases: other forms of the term in a text, plurals included."""

    term: Text
    meaning: Text
    aliases: tuple[Text, ...] = ()


class Option(Frozen):
    """A possible answer. says: why it is right or wrong, for every option."""

    text: Text
    says: Text
    right: bool = False


class TryIt(Frozen):
    """A question about a new little situation, with exactly one right answer."""

    situation: Text
    ask: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _one_right_answer(self) -> TryIt:
        right = sum(option.right for option in self.options)
        if right != 1:
            raise ValueError(f"exactly one option must be right, and {right} are")
        return self


class LessonHead(Frozen):
    """What stands between the `+++` lines of a lesson file. terms: glossary terms the lesson explains."""

    title: Text
    summary: Text
    terms: tuple[Text, ...] = ()
    try_it: Annotated[tuple[TryIt, ...], Field(min_length=1, max_length=3)]


class Lesson(LessonHead):
    """One short lesson: its head, its slug (the file's name without the number) and its Markdown body."""

    slug: Slug
    body: Text

    @property
    def minutes(self) -> int:
        """Reading time at 130 words a minute, the questions included; at least two minutes."""
        parts = sum(line.startswith("::: ") for line in self.body.splitlines())
        words = len(self.body.split()) + 60 * len(self.try_it) + 120 * parts
        return max(2, round(words / 130))


class WeakExample(Frozen):
    """The lesson's weak example: shown with a question, never as a model."""

    text: Text
    ask: Text
    what_works: Text
    improve: Lines
    better: Text


class Writing(Frozen):
    """What helps to write the section: sentence openers and the weak example."""

    openers: Lines
    weak_example: WeakExample


class Library(Frozen):
    """Everything that is taught, loaded and checked."""

    types: dict[RelationshipType, TypeCard]
    mistakes: dict[Mistake, MistakeCard]
    questions: dict[KeyQuestion, QuestionCard]
    blocks: dict[Block, BlockCard]
    rubric: tuple[RubricRow, ...]
    glossary: tuple[Term, ...]
    lessons: tuple[Lesson, ...]
    openers: tuple[str, ...]
    weak_example: WeakExample
    sample: Workbook
