"""The text that stands as the section in every export, and what a file that comes back is compared with."""

from __future__ import annotations

import re

from canvas.models.vocabulary import Shape
from canvas.models.workbook import Workbook

_TITLE = re.compile(r"^[\s#*_]*customer relationships?[\s:*_#]*$", re.IGNORECASE)


def section_of(workbook: Workbook) -> str:
    """Return the text that an export shows as its section: the draft; without one, what the answers make.

    A first line that only says "Customer Relationships" is left out, since every export has this heading.

    Raises InputError when the answers are too long for a section.
    """
    text = workbook.draft.text
    if not text.strip():
        from canvas.writing.section import build

        return build(workbook, Shape.BY_SEGMENT).text
    first, _, rest = text.lstrip("\n").partition("\n")
    return rest.lstrip("\n") if rest.strip() and _TITLE.match(first) else text
