"""A review: a batch of submissions, the rubric with its points, and what a reviewer wrote about each student."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from canvas.models import limits
from canvas.models.base import Answer, Clean, DraftText, Frozen, Identifier, Name
from canvas.models.intake import Claim, Origin
from canvas.models.vocabulary import Level, Mistake
from canvas.models.workbook import Workbook

Key = Annotated[str, StringConstraints(min_length=1, max_length=200), Clean]
"""What the learning platform needs back to find a student: a number, a user name, a file name."""
Feedback = Annotated[str, StringConstraints(max_length=limits.FEEDBACK), Clean]
Brief = Annotated[str, StringConstraints(max_length=limits.BRIEF), Clean]
Points = Annotated[Decimal, Field(ge=0, le=100, decimal_places=20)]
"""Points of a level or weight of a row; with a million decimals one mark would take minutes."""


class Platform(StrEnum):
    """Where a batch came from; the value is what `canvas review` prints as `lms`."""

    MOODLE = "moodle"
    CANVAS = "canvas"
    BLACKBOARD = "blackboard"
    EDX = "edx"
    FOLDER = "folder"


class SubmittedKind(StrEnum):
    """What one entry of a batch is."""

    FILE = "file"
    ONLINE_TEXT = "onlinetext"
    URL = "url"
    RECEIPT = "receipt"
    IGNORED = "ignored"


class SubmittedFile(Frozen):
    """One file of a student. path: in the zip or folder. text: what is judged, "" for what holds none.

    name: as the student called it. workbook, claim, origin and its note come from the embedded copy.
    section: the heading by which the section was found in a longer text. link: the address of a handed-in link.
    digest: SHA-256 of the bytes, hexadecimal. lost: what the intake could not take, in plain words.
    unread: why the file could not be read at all; it still stands here, so that its student can be marked.
    """

    path: str
    kind: SubmittedKind
    name: str = ""
    format: str = ""
    text: DraftText = ""
    late: bool | None = None
    origin: Origin = Origin.NO_DATA
    workbook: Workbook | None = None
    claim: Claim | None = None
    note: str = ""
    section: str = ""
    link: str = ""
    lost: tuple[str, ...] = ()
    digest: str = ""
    unread: str = ""


class Skipped(Frozen):
    """A file that could not be read, and why in plain words. key and name: whose it is, where that is known."""

    path: str
    why: str
    key: str = ""
    name: str = ""


class Submission(Frozen):
    """Everything one student (or one group) handed in.

    key: what the platform needs back. name: as the platform wrote it, shown only after it is revealed.
    main: the index of the file that is judged. group: True when the key names a group.
    comment: what the student wrote to the instructor beside the files. remarks: what the reviewer should know,
    such as which of several files is judged.
    """

    key: Key
    name: str
    files: Annotated[tuple[SubmittedFile, ...], Field(min_length=1)]
    main: int = 0
    group: bool = False
    comment: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def judged(self) -> SubmittedFile:
        """Return the file that is judged."""
        return self.files[self.main]

    @property
    def text(self) -> str:
        """Return the text that is judged and that comments point into."""
        return self.judged.text

    @property
    def late(self) -> bool | None:
        """Tell whether anything came late; None when the platform does not say."""
        known = [file.late for file in self.files if file.late is not None]
        return any(known) if known else None


class Batch(Frozen):
    """Submissions of one assignment. seed: of the marking order, kept so that the order stays.

    missing: keys that stand in the sheet but handed in nothing, with their names.
    ignored: paths of files that no student made, such as those a computer puts into every folder.
    brief: what students were asked to do, as the instructor gives it.
    """

    id: Identifier
    title: Name
    platform: Platform
    seed: int
    submissions: tuple[Submission, ...]
    skipped: tuple[Skipped, ...] = ()
    ignored: tuple[str, ...] = ()
    missing: tuple[tuple[Key, str], ...] = ()
    brief: Brief = ""


class MarkingLevel(Frozen):
    """One level of a row: which of the four it is, what it says, and its points."""

    level: Level
    says: str
    points: Points


class MarkingRow(Frozen):
    """One row of a marking rubric. weight: how much it counts beside the other rows."""

    id: Identifier
    title: Annotated[str, Field(max_length=160)]
    weight: Points
    levels: Annotated[tuple[MarkingLevel, ...], Field(min_length=2, max_length=6)]


class MarkingRubric(Frozen):
    """A rubric with points. maximum: of the sheet; step: marks are rounded half up to a multiple of it.

    The mark is maximum × Σ(weight × points) ÷ Σ(weight × highest points of the row).
    """

    title: Name
    rows: Annotated[tuple[MarkingRow, ...], Field(min_length=1, max_length=20)]
    maximum: Annotated[Decimal, Field(gt=0, le=limits.MARK, decimal_places=20)] = Decimal(10)
    step: Annotated[Decimal, Field(gt=0, le=1000, decimal_places=20)] = Decimal("0.5")

    @model_validator(mode="after")
    def _can_be_scored(self) -> MarkingRubric:
        """Refuse a rubric with two rows of one id, or one that nobody can get a point in."""
        if len({row.id for row in self.rows}) < len(self.rows):
            raise ValueError("two rows have the same id")
        if not any(row.weight and any(level.points for level in row.levels) for row in self.rows):
            raise ValueError("no row gives a point")
        return self


class ReviewState(StrEnum):
    """How far a review is; only released ones reach a student."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    RELEASED = "released"


class ReviewComment(Frozen):
    """A comment on exact words: `text[start:end] == quote` in the judged text; no quote for one on the whole.

    bank: the id of the saved comment it was made from. mistake: the accepted automatic remark it stands for.
    """

    id: Identifier
    says: Annotated[str, StringConstraints(max_length=limits.ANSWER), Clean]
    quote: str = ""
    start: int = 0
    end: int = 0
    bank: Identifier | None = None
    mistake: Mistake | None = None


class ObjectionReply(Frozen):
    """The answer to "I disagree because …". accepted: the remark is taken back."""

    mistake: Mistake
    words: Annotated[str, StringConstraints(max_length=limits.QUOTED), Clean]
    accepted: bool
    reply: Answer = ""


class Review(Frozen):
    """What one reviewer wrote about one submission. revision: counts every save, so that none is overwritten.

    levels: the index of the chosen level of a row, by row id. override: the mark as the reviewer sets it, None
    for the computed one. private_note: never leaves the desk. summary: the closing words for the student.
    """

    student: Key
    reviewer: Name = ""
    levels: dict[Identifier, int] = Field(default_factory=dict)
    override: Annotated[Decimal, Field(ge=0, le=limits.MARK, decimal_places=20)] | None = None
    comments: Annotated[tuple[ReviewComment, ...], Field(max_length=limits.COMMENTS)] = ()
    replies: Annotated[tuple[ObjectionReply, ...], Field(max_length=limits.OBJECTIONS)] = ()
    summary: Feedback = ""
    private_note: Feedback = ""
    state: ReviewState = ReviewState.DRAFT
    revision: int = 0
    saved_at: datetime | None = None


class BankComment(Frozen):
    """A comment to use again. used: how many reviews hold it. row: the row of the rubric it belongs to."""

    id: Identifier
    says: Annotated[str, StringConstraints(min_length=1, max_length=limits.ANSWER), Clean]
    row: Identifier | None = None
    used: int = 0


class GivenMark(Frozen):
    """A mark and a comment for one student, as `MARKS.json` holds them; None leaves the mark out."""

    mark: Annotated[Decimal, Field(ge=0, le=limits.MARK)] | None
    comment: Feedback = ""


class Marks(Frozen):
    """What goes into a platform's sheet, keyed by what the platform needs back."""

    max: Annotated[Decimal, Field(gt=0, le=limits.MARK)]
    students: dict[Key, GivenMark]
