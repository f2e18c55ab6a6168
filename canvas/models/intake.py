"""What came in: a file as the intake read it, and what its embedded copy says about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from canvas.models.base import Frozen
from canvas.models.vocabulary import Mistake, RelationshipType
from canvas.models.workbook import Workbook

FileFormat = Literal["docx", "pdf", "html", "md", "txt", "json"]


class Origin(StrEnum):
    """How a file relates to an export of this tool.

    intact: as exported. edited: its visible text was changed since. damaged: it holds a copy that cannot be used,
    so the visible text counts. no data: it is no export.
    """

    INTACT = "intact"
    EDITED = "edited"
    DAMAGED = "damaged"
    NO_DATA = "no data"


class Claim(Frozen):
    """What an export says about itself. It proves carelessness, not fraud: everything is checked afresh.

    flagged and types: what the checker that made it found; None when the export carries no verdicts.
    """

    checker_version: str
    flagged: tuple[Mistake, ...] | None = None
    types: tuple[RelationshipType, ...] | None = None


class FoundSection(Frozen):
    """The Customer Relationships section of a longer document. start and end: places in the whole text.

    heading: the words of the heading it was found by.
    """

    heading: str
    start: int
    end: int


class TextChange(Frozen):
    """A place where the visible text differs from the embedded copy: "" where words came or went."""

    exported: str
    visible: str


class Taken(Frozen):
    """A file as it was read.

    text: what is judged, as plain draft text (paragraphs, `- ` bullets): the found section, else the whole text.
    whole: all visible text. workbook: the embedded one, never believed for identity or marks; None without one.
    changes: what was changed after the export. lost: what could not be taken, in plain words.
    note: one sentence for the reader about the origin, "" when there is nothing to say.
    """

    name: str
    format: FileFormat
    text: str
    whole: str
    origin: Origin = Origin.NO_DATA
    workbook: Workbook | None = None
    claim: Claim | None = None
    section: FoundSection | None = None
    changes: tuple[TextChange, ...] = ()
    lost: tuple[str, ...] = ()
    note: str = ""
