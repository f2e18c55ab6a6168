"""What all models share: frozen, unknown fields refused, clean text types with limits."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from canvas.models import limits

_KEPT_CONTROLS = frozenset("\n\t")


def without_control_characters(text: object) -> object:
    """Return the text with LF line ends and without control characters and lone surrogates.

    Tab and newline stay. Everything else a person can type, in any script, stays as it is. What is no
    text is returned as it came, for pydantic to refuse.
    """
    if not isinstance(text, str) or text.isprintable():  # the common case: one line of ordinary text
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in unified if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in ("Cc", "Cs")
    )


Clean = BeforeValidator(without_control_characters)
Name = Annotated[str, StringConstraints(max_length=limits.NAME), Clean]
Short = Annotated[str, StringConstraints(max_length=limits.SHORT), Clean]
Answer = Annotated[str, StringConstraints(max_length=limits.ANSWER), Clean]
DraftText = Annotated[str, StringConstraints(max_length=limits.DRAFT), Clean]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]


class Frozen(BaseModel):
    """A value that never changes; an edit makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
