"""The part of the store that keeps reviews: one for each student and reviewer, none overwritten unseen."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from canvas.errors import InputError, StaleRevisionError
from canvas.models.review import BankComment, Review
from canvas.store import batch_rows
from canvas.store.database import Database
from canvas.store.review_records import ReviewEntry
from canvas.store.tables_reviews import bank_comments, bank_uses, reviews, submissions

_ENTRY = ("student", "reviewer", "state", "revision", "saved_at")


class Reviews(Database):
    """Reviews, and the comments that reviewers use again."""

    def review(self, batch_id: str, student: str, reviewer: str) -> Review:
        """Return what one reviewer wrote about one student; an empty one with revision 0 before the first save."""
        query = select(reviews.c.content).filter_by(batch_id=batch_id, student=student, reviewer=reviewer)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            content = connection.execute(query).scalar()
        if content is None:
            return Review(student=student, reviewer=reviewer)
        return Review.model_validate_json(content)

    def reviews(self, batch_id: str, reviewer: str | None = None) -> tuple[Review, ...]:
        """Return all reviews of a batch, of one reviewer or (None) of all, by student and reviewer."""
        query = select(reviews.c.content).where(reviews.c.batch_id == batch_id)
        if reviewer is not None:
            query = query.where(reviews.c.reviewer == reviewer)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            kept = connection.execute(query.order_by(reviews.c.student, reviews.c.reviewer)).scalars().all()
        return tuple(Review.model_validate_json(content) for content in kept)

    def review_entries(self, batch_id: str) -> tuple[ReviewEntry, ...]:
        """Return how far each review of a batch is, without reading what it says."""
        query = select(*(reviews.c[name] for name in _ENTRY)).where(reviews.c.batch_id == batch_id)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            rows = connection.execute(query.order_by(reviews.c.student, reviews.c.reviewer)).mappings()
            return tuple(ReviewEntry.model_validate(dict(row)) for row in rows)

    def save_review(self, batch_id: str, review: Review, base_revision: int, now: datetime) -> Review:
        """Keep a review as the next revision and return it as it was kept.

        StaleRevisionError when `base_revision` is not the newest: nothing is written then. InputError for a
        student who is not in the batch, and for a review that could not be read again.
        """
        saved = _readable(review.model_copy(update={"revision": base_revision + 1, "saved_at": now}))
        with self._write() as connection:
            _check_student(connection, batch_id, review.student)
            if not _written(connection, batch_id, saved):
                raise StaleRevisionError(
                    "This review was changed in another tab or window.",
                    mend="Look at the newer one; what you typed here is still on this page.",
                )
            _note_uses(connection, batch_id, saved)
        return saved

    def bank(self) -> tuple[BankComment, ...]:
        """Return the comments to use again, those used most first."""
        uses = select(bank_uses.c.comment_id, func.count()).group_by(bank_uses.c.comment_id)
        with self._read() as connection:
            used = {row[0]: row[1] for row in connection.execute(uses)}
            rows = connection.execute(select(bank_comments)).mappings().all()
        kept = [BankComment(**row, used=used.get(row["id"], 0)) for row in rows]
        return tuple(sorted(kept, key=lambda one: (-one.used, one.says.casefold(), one.id)))

    def save_bank_comment(self, comment: BankComment) -> None:
        """Keep a comment to use again, new or changed; what reviews already say stays as it is."""
        values = {"says": comment.says, "row": comment.row}
        with self._write() as connection:
            known = update(bank_comments).where(bank_comments.c.id == comment.id).values(values)
            if connection.execute(known).rowcount == 0:
                connection.execute(insert(bank_comments).values(id=comment.id, **values))

    def delete_bank_comment(self, comment_id: str) -> None:
        """Take a comment out of the bank; reviews that hold it keep their words."""
        with self._write() as connection:
            connection.execute(delete(bank_comments).where(bank_comments.c.id == comment_id))


def new_comment_id() -> str:
    """Return an id for a comment, in a review or in the bank."""
    return secrets.token_hex(8)


def _readable(review: Review) -> Review:
    """Return a review as it will be read again: one that breaks a limit would hide its whole batch."""
    try:
        return Review.model_validate_json(review.model_dump_json())
    except ValueError as error:  # pydantic's errors of reading and of writing are both of this kind
        raise InputError(
            "This review holds more than a review can.", mend="Take some comments out, or make them shorter."
        ) from error


def _check_student(connection: Connection, batch_id: str, student: str) -> None:
    """Refuse a key that is nowhere in the batch; who handed in nothing may get a mark too."""
    row = batch_rows.head(connection, batch_id)
    there = select(submissions.c.student).filter_by(batch_id=batch_id, student=student)
    if connection.execute(there).one_or_none() is None and student not in batch_rows.keys_without_work(row):
        raise InputError("This student is not in the batch.", mend="Reload the page.")


def _written(connection: Connection, batch_id: str, review: Review) -> bool:
    """Write the review over the revision before it; False when that one is not the newest."""
    key = {"batch_id": batch_id, "student": review.student, "reviewer": review.reviewer}
    new = {
        "revision": review.revision,
        "state": review.state.value,
        "saved_at": review.saved_at,
        "content": review.model_dump_json(),
    }
    if review.revision == 1:
        with suppress(IntegrityError), connection.begin_nested():  # somebody else may save the first word too
            connection.execute(insert(reviews).values(key | new))
            return True
        return False
    before = update(reviews).filter_by(**key, revision=review.revision - 1)
    return connection.execute(before.values(new)).rowcount == 1


def _note_uses(connection: Connection, batch_id: str, review: Review) -> None:
    key = {"batch_id": batch_id, "student": review.student, "reviewer": review.reviewer}
    connection.execute(delete(bank_uses).filter_by(**key))
    used = sorted({comment.bank for comment in review.comments if comment.bank})
    if used:
        connection.execute(insert(bank_uses), [key | {"comment_id": name} for name in used])
