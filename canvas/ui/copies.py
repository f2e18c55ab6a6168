"""Where two tabs changed one plan or text, the later one stays as a copy: how it is called."""

from __future__ import annotations

from canvas.models import limits
from canvas.models.workbook import Workbook
from canvas.writing.edits import set_title

_MARK = " (my copy)"


def as_copy(workbook: Workbook) -> Workbook:
    """Return the workbook under the title of a copy, which always fits into a name."""
    name = (workbook.title.strip() or workbook.venture.name.strip() or "My plan").removesuffix(_MARK)
    return set_title(workbook, f"{name[: limits.NAME - len(_MARK)]}{_MARK}")
