"""How plans are called that a student did not name: copies, and texts brought along to be checked."""

from __future__ import annotations

from canvas.models import limits
from canvas.models.workbook import Workbook
from canvas.writing.edits import set_title

_COPY = " (my copy)"
_TEXT_WORDS, _TEXT_SIGNS = 8, 48


def as_copy(workbook: Workbook) -> Workbook:
    """Return the workbook under the title of a copy, which always fits into a name."""
    name = (workbook.title.strip() or workbook.venture.name.strip() or "My plan").removesuffix(_COPY)
    return set_title(workbook, f"{name[: limits.NAME - len(_COPY)]}{_COPY}")


def title_for(text: str) -> str:
    """Return the name of a checked text: its first words."""
    first = " ".join(text.split(maxsplit=_TEXT_WORDS)[:_TEXT_WORDS])
    return f"Text: {first[:_TEXT_SIGNS]}{'…' if len(text) > len(first) else ''}"
