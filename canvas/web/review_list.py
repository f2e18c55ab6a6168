"""The whole batch as the desk's list shows it: a line a student, by tickets and numbers, never by names."""

from __future__ import annotations

from typing import Any

from canvas.desk.marking import mark_of, shown
from canvas.models.review import MarkingRubric, Review
from canvas.models.vocabulary import Level, Mistake
from canvas.store.review_records import SubmissionEntry
from canvas.store.shared import the_store
from canvas.web.review_for_all import given_to_all
from canvas.web.review_known import KnownBatch, flagged, known

LEVEL_NAMES = {Level.NOT_YET: "Not yet", Level.BASIC: "Basic", Level.GOOD: "Good", Level.EXCELLENT: "Excellent"}
CHECKING = 0.8
"""Seconds that one request spends on texts that were not checked yet; the list asks again for the rest."""


def overview(batch_id: str, reviewer: str) -> dict[str, Any]:
    """Return the batch for the list. `pending` says that some texts are still to be checked.

    `for_all` counts the remarks that were accepted for everybody, by mistake.
    """
    store = the_store()
    batch, entries, rubric = known(batch_id), store.submissions(batch_id), store.rubric(batch_id)
    found = flagged.of(batch_id, CHECKING)
    reviews = {review.student: review for review in store.reviews(batch_id, reviewer)}
    by_key = {entry.key: entry for entry in entries}
    lines = []
    for ticket in batch.order:
        key = batch.keys[ticket]
        review = reviews.get(key) or Review(student=key, reviewer=reviewer)
        lines.append(_line(batch, ticket, by_key[key], review, rubric, found.get(key)))
    return {
        "title": batch.title,
        "brief": store.batch_head(batch_id).brief,
        "reviewer": reviewer,
        "rubric": rubric_object(rubric),
        "mistakes": {mistake.value: short_name(mistake) for mistake in Mistake},
        "students": lines,
        "bank": bank_object(),
        "for_all": given_to_all(reviews.values()),
        "pending": len(found) < len(entries),
    }


def short_name(mistake: Mistake) -> str:
    """Return a name of a mistake that fits in a narrow column."""
    return mistake.value.replace("_", " ").capitalize()


def rubric_object(rubric: MarkingRubric) -> dict[str, Any]:
    """Return the rubric for the desk."""
    rows = [
        {
            "id": row.id,
            "title": row.title,
            "levels": [
                {"name": LEVEL_NAMES[one.level], "says": one.says, "points": shown(one.points)}
                for one in row.levels
            ],
        }
        for row in rubric.rows
    ]
    return {"maximum": shown(rubric.maximum), "rows": rows}


def bank_object() -> list[dict[str, Any]]:
    """Return the comments to use again, those used most first."""
    return [comment.model_dump(mode="json") for comment in the_store().bank()]


def _line(
    batch: KnownBatch,
    ticket: str,
    entry: SubmissionEntry,
    review: Review,
    rubric: MarkingRubric,
    mistakes: tuple[Mistake, ...] | None,
) -> dict[str, Any]:
    return {
        "ticket": ticket,
        "number": batch.numbers[ticket],
        "state": review.state.value,
        "mark": shown(mark_of(review, rubric)),
        "levels": review.levels,
        "comments": len(review.comments),
        "words": entry.words,
        "format": batch.formats[ticket],
        "late": entry.late,
        "origin": entry.origin.value,
        "objections": max(0, entry.objections - len(review.replies)),
        "same": [batch.numbers[other] for other in batch.same.get(ticket, ())],
        "mistakes": None if mistakes is None else [mistake.value for mistake in mistakes],
    }
