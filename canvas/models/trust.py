"""How far the checker can be trusted: what was measured, on which texts, when, and what it gets wrong."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from canvas.models.base import Frozen
from canvas.models.vocabulary import Mistake, RelationshipType, Stage

Line = Annotated[str, StringConstraints(min_length=1)]
Label = RelationshipType | Stage | Mistake


class TextKind(StrEnum):
    """The shapes of labelled texts; each is counted in a table of its own."""

    SECTIONS = "sections"
    SENTENCES = "sentences"
    STATEMENTS = "statements"
    VAGUE = "vague"
    ANSWERS = "answers"


class TextSet(StrEnum):
    """Whether anybody looked at the texts while the rules were written."""

    KEPT_APART = "kept_apart"
    TUNED_ON = "tuned_on"


class Estimate(Frozen):
    """A measured figure and the range, 95 of 100 times, in which it lies for all such texts."""

    value: float
    low: float
    high: float


class Share(Frozen):
    """A part of a whole, counted, with its range."""

    part: int
    whole: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The part as a number from 0 to 1; 0 of nothing is 0."""
        return self.part / self.whole if self.whole else 0.0


class Agreement(Frozen):
    """How far the checker agrees with the readers on one label, over `scored` texts.

    positives: texts that carry the label. said: texts of which the checker says it. Undefined figures are 0.
    """

    scored: int
    positives: int
    said: int
    precision: Estimate
    recall: Estimate
    f1: Estimate
    kappa: Estimate

    @property
    def prevalence(self) -> float:
        """Share of the scored texts that carry the label."""
        return self.positives / self.scored if self.scored else 0.0


class Table(Frozen):
    """All figures for texts of one shape; a figure that these texts cannot give is left out.

    accused: clean texts with at least one wrong accusation. exact: quotes that are the text's own words.
    first: statements whose type is found and stands first. sure, probable: types named with that evidence, and
    how many of them are right. near: answers whose mark is at most one off; same: whose mark is the same.
    keywords: F1 of a plain keyword list, the floor to beat; keywords_accused, keywords_first: its shares.
    """

    texts: int
    rows: dict[str, Agreement] = Field(default_factory=dict)
    sums: dict[str, Agreement] = Field(default_factory=dict)
    accused: Share | None = None
    exact: Share | None = None
    first: Share | None = None
    sure: Share | None = None
    probable: Share | None = None
    near: Share | None = None
    same: Share | None = None
    keywords: dict[str, float] = Field(default_factory=dict)
    keywords_accused: Share | None = None
    keywords_first: Share | None = None


class Measurement(Frozen):
    """One run over a set of texts. description: what these texts are, without their number."""

    set: TextSet
    day: date
    checker: Line
    description: Line
    tables: dict[TextKind, Table]

    @property
    def texts(self) -> int:
        """How many texts were read, of every shape."""
        return sum(table.texts for table in self.tables.values())


class Measurements(Frozen):
    """What `accuracy --write` keeps: one measurement a set, texts kept apart first."""

    measurements: tuple[Measurement, ...]


class KnownWeakness(Frozen):
    """A kind of text that the checker gets wrong, in plain words, with an example that proves it.

    misses: what readers see in the example and the checker does not. wrongly: what only the checker sees.
    """

    kind: Line
    example: Line
    happens: Line
    misses: tuple[Label, ...] = ()
    wrongly: tuple[Label, ...] = ()

    @model_validator(mode="after")
    def _says_what_goes_wrong(self) -> KnownWeakness:
        if not self.misses and not self.wrongly:
            raise ValueError("say in misses or wrongly what goes wrong in the example")
        return self


class Readers(Frozen):
    """How far two people who read the same texts agree with each other: what a checker can reach at best."""

    who: Line
    types_f1: float = Field(ge=0, le=1)
    kappa: dict[Mistake, float]


class TrustText(Frozen):
    """What is kept by hand beside the figures. when_wrong, how: one sentence or two each, in their order."""

    lead: Line
    when_wrong: tuple[Line, ...]
    how: tuple[Line, ...]
    weakness: tuple[KnownWeakness, ...] = Field(min_length=1)
    readers: Readers


class Trust(Frozen):
    """All that the page and the document about trust are made from."""

    measurements: tuple[Measurement, ...]
    text: TrustText

    def of(self, chosen: TextSet) -> Measurement | None:
        """Return the measurement on this set, or None where there is none yet."""
        return next((one for one in self.measurements if one.set is chosen), None)
