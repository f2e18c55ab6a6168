"""The sample batch: an invented class, kept as data, from which the zip of a platform is built."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from canvas.models.base import DraftText, Frozen, Name
from canvas.models.workbook import Workbook

Number = Annotated[int, Field(ge=1)]
"""What the platform calls a student."""
Hexadecimal = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{2})*$")]


class SampleFile(Frozen):
    """One file, made of exactly one thing: a text, a plan (then it is an export of the tool), or bare bytes.

    online: typed into the form of the platform. replaced: words of an export that were changed afterwards, and
    what stands there now.
    """

    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    online: bool = False
    text: DraftText | None = None
    plan: Workbook | None = None
    bytes: Hexadecimal | None = None
    replaced: Annotated[tuple[str, ...], Field(max_length=2)] = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> SampleFile:
        """Refuse a file without content, or with two."""
        if sum(value is not None for value in (self.text, self.plan, self.bytes)) != 1:
            raise ValueError("a file has a text, a plan or bytes")
        return self


class SampleStudent(Frozen):
    """An invented student. late: by how much, "" for in time; without a file nothing was handed in."""

    name: Name
    number: Number
    late: str = ""
    file: tuple[SampleFile, ...] = ()
