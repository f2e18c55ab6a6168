"""The steps that lead to an answer of one's own: sort what others propose, finish half an answer, write."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from canvas.models.base import Frozen

StepName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,19}$")]
"""The name of a step inside its case; what a student writes there is kept under it."""


class Bin(Frozen):
    """One of the places into which proposals are sorted."""

    id: StepName
    name: str


class Item(Frozen):
    """A proposal to be sorted. belongs: the id of its bin. why: the reason, told for every choice.

    wrong: for a bin somebody may choose instead, what is said before the reason.
    """

    id: StepName
    text: str
    belongs: str
    why: str
    wrong: dict[str, str] = Field(default_factory=dict)


class SortStep(Frozen):
    """Proposals of others, each to be sorted into a bin. closing: said when all are sorted."""

    kind: Literal["sort"]
    id: StepName
    title: str
    says: str
    bins: tuple[Bin, ...] = Field(min_length=2, max_length=6)
    items: tuple[Item, ...] = Field(min_length=2, max_length=20)
    closing: str = ""

    @model_validator(mode="after")
    def _every_place_is_a_bin(self) -> Self:
        known = [one.id for one in self.bins]
        ids = [one.id for one in self.items]
        twice = sorted({one for one in (*ids, *known) if ids.count(one) > 1 or known.count(one) > 1})
        if twice:
            raise ValueError(f"the id '{twice[0]}' is used twice. Rename one")
        for item in self.items:
            unknown = sorted({item.belongs, *item.wrong} - set(known))
            if unknown:
                raise ValueError(
                    f"the item '{item.id}' names the unknown bin '{unknown[0]}'. Use {', '.join(known)}"
                )
        return self


class CompleteStep(Frozen):
    """Half an answer to be finished. missing: what it still lacks. finished: one way, shown after a try."""

    kind: Literal["complete"]
    id: StepName
    title: str
    says: str
    beginning: str
    missing: tuple[str, ...] = Field(min_length=1)
    finished: str = ""


class WriteStep(Frozen):
    """A whole answer. hints: the hints of the case stand beside the field; the last step has none."""

    kind: Literal["write"]
    id: StepName
    title: str
    says: str
    hints: bool = False


Step = Annotated[SortStep | CompleteStep | WriteStep, Field(discriminator="kind")]
