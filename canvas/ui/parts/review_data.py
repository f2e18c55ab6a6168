"""What the parts of a review read together: batch, reports, reviews; read once while nothing changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from canvas.desk.fresh_check import identical_work, nearly_identical_work
from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.review import Batch, MarkingRubric, Review
from canvas.ui import state
from canvas.ui.parts.review_name import reviewer
from canvas.web.review_known import KnownBatch, checker, known, reports


class ClassData(Frozen):
    """A whole class. reports: by key."""

    batch: Batch
    reports: Mapping[str, Report]


def class_data(batch_id: str) -> ClassData:
    """Return a batch with a report on every text. StaleRevisionError when it is gone."""
    return _read(batch_id, known(batch_id), checker())


@lru_cache(maxsize=2)
def _read(batch_id: str, as_known: KnownBatch, checked_by: str) -> ClassData:
    """Read everything. as_known, checked_by: one of them is another one after an upload, or with other rules."""
    return ClassData(batch=state.store().batch(batch_id), reports=reports(batch_id))


def same_work(batch_id: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the keys of those who handed in the same words, and of those with nearly the same."""
    return _same(batch_id, known(batch_id), checker())


@lru_cache(maxsize=2)
def _same(
    batch_id: str, as_known: KnownBatch, checked_by: str
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    batch = _read(batch_id, as_known, checked_by).batch
    return identical_work(batch), nearly_identical_work(batch)


def own_reviews(batch_id: str) -> dict[str, Review]:
    """Return the reviews of whoever reviews in this browser, by key."""
    return {review.student: review for review in state.store().reviews(batch_id, reviewer())}


def rubric_of(batch_id: str) -> MarkingRubric:
    """Return the rubric of a batch."""
    return state.store().rubric(batch_id)


def student_name(batch: KnownBatch, key: str) -> str:
    """Return how a student is called as long as names stay hidden."""
    return f"Student {batch.numbers[batch.ticket_of[key]]:02d}"


def students(batch_id: str) -> KnownBatch:
    """Return who hides behind which number."""
    return known(batch_id)
