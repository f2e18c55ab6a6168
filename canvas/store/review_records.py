"""What the desk's part of the store gives back in lists: frozen models, never rows."""

from __future__ import annotations

from datetime import datetime

from canvas.models.base import Frozen
from canvas.models.intake import Origin
from canvas.models.review import Platform, ReviewState


class BatchEntry(Frozen):
    """One line of the list of batches. submissions, late, skipped, missing: how many.

    drafts, reviewed, released: students by how far the furthest review of them is.
    deleted_at: None for one that is not deleted.
    """

    id: str
    title: str
    platform: Platform
    seed: int
    made_at: datetime
    submissions: int
    late: int
    skipped: int
    missing: int
    drafts: int
    reviewed: int
    released: int
    deleted_at: datetime | None = None


class SubmissionEntry(Frozen):
    """One line of the list of a batch; the work itself is not read for it.

    late: None when the platform does not say. words: of the text that is judged. objections: how many the
    student's own file carries.
    """

    key: str
    name: str
    late: bool | None
    words: int
    origin: Origin
    files: int
    objections: int


class ReviewEntry(Frozen):
    """How far one review is, without what it says."""

    student: str
    reviewer: str
    state: ReviewState
    revision: int
    saved_at: datetime
