"""What all models share: frozen, unknown fields refused, clean text types with limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from canvas.models import limits
from canvas.models.clean_text import clean_text


def _clean(value: object) -> object:
    """Clean a text; what is no text is returned as it came, for pydantic to refuse."""
    return clean_text(value) if isinstance(value, str) else value


Clean = BeforeValidator(_clean)
Name = Annotated[str, StringConstraints(max_length=limits.NAME), Clean]
Short = Annotated[str, StringConstraints(max_length=limits.SHORT), Clean]
Answer = Annotated[str, StringConstraints(max_length=limits.ANSWER), Clean]
DraftText = Annotated[str, StringConstraints(max_length=limits.DRAFT), Clean]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]


class Frozen(BaseModel):
    """A value that never changes; an edit makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
