"""What an answer to a case is judged by, and what can be measured in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from canvas.models.base import Frozen, Identifier
from canvas.models.rule import Patterns
from canvas.models.vocabulary import Mistake, RelationshipType


class JudgedBy(StrEnum):
    """What reads the answers to a case: the case's own wordings, or the checks of a section besides."""

    CRITERIA = "criteria"
    SECTION = "section"


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
    SAYS = "says"
    """Sentences with one of the criterion's own wordings."""
    AVOIDS = "avoids"
    """None of the criterion's own wordings; an answer that is empty or off the point never meets it."""
    TYPES = "types"
    """Different relationship types the answer describes; of a section only."""
    CHECK = "check"
    """A check of the tool that finds nothing to remark; of a section only."""


class Criterion(Frozen):
    """One thing an answer is judged by: met when the measure finds at least `needs`; 0 means two, for `says` one.

    asks: shown before writing. met, unmet: the reason given afterwards. question: asked back when unmet.
    wordings, unless: for `says` and `avoids`. types: those that count for `types`, all when empty. check: the
    mistake that `check` looks for.
    """

    id: Identifier
    name: str
    measure: Measure
    needs: int = Field(default=0, ge=0, le=9)
    asks: str
    hint: str
    met: str
    unmet: str
    question: str
    advice: bool = False
    wordings: Patterns = ()
    unless: Patterns = ()
    types: tuple[RelationshipType, ...] = ()
    check: Mistake | None = None

    @property
    def enough(self) -> int:
        """How many the measure has to find."""
        return self.needs or (1 if self.measure is Measure.SAYS else 2)

    @model_validator(mode="after")
    def _has_what_its_measure_needs(self) -> Self:
        if self.measure in (Measure.SAYS, Measure.AVOIDS) and not self.wordings:
            raise ValueError(f"a criterion that measures '{self.measure.value}' needs wordings. Add them")
        if self.measure is Measure.CHECK and self.check is None:
            known = ", ".join(Mistake)
            raise ValueError(f"a criterion that measures 'check' needs a check. Add one of {known}")
        return self
