"""The part of the store that keeps batches of submissions; they belong to the server, not to a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from canvas.errors import InputError, StaleRevisionError, StoreError
from canvas.models.finding import Report
from canvas.models.review import Batch, MarkingRubric, Submission
from canvas.store import batch_rows
from canvas.store.batch_list import entries
from canvas.store.database import Database
from canvas.store.review_records import BatchEntry, SubmissionEntry
from canvas.store.tables_reviews import batches, originals, reports, submissions

_LISTED = ("name", "late", "words", "origin", "files", "objections")
_ENTRIES = TypeAdapter(tuple[SubmissionEntry, ...])
"""All lines of a class at once: every request of the desk asks for them, to notice another upload."""
_REPORT = TypeAdapter(Report)
_NO_RUBRIC = "The rubric was changed in another tab or by another reviewer."
_NO_BRIEF = "The brief was changed in another tab or by another reviewer."
_LOOK = "Reload the page and look at it before you change it."


class Batches(Database):
    """Batches: what came in, the files as they came, the rubric, and what the checks said."""

    def create_batch(
        self, batch: Batch, originals: Mapping[str, bytes], rubric: MarkingRubric, now: datetime
    ) -> None:
        """Keep a new batch. originals: the files as they came, by path. StoreError when its id is taken."""
        head = {"id": batch.id, "rubric": rubric.model_dump_json(), "made_at": now}
        with self._write() as connection:
            batch_rows.remove_long_deleted(connection, now)
            try:
                with connection.begin_nested():
                    connection.execute(insert(batches).values(head | batch_rows.head_values(batch)))
            except IntegrityError as error:
                raise StoreError("This batch is here already.", mend="Open it from the list.") from error
            rows = [
                batch_rows.submission_values(batch.id, place, one) for place, one in enumerate(batch.submissions)
            ]
            batch_rows.add_submissions(connection, rows)
            batch_rows.add_originals(connection, batch.id, originals)

    def batches(self, *, deleted: bool = False) -> tuple[BatchEntry, ...]:
        """Return the batches with their counts, the newest first. deleted: those that can be brought back."""
        with self._read() as connection:
            return entries(connection, deleted)

    def batch(self, batch_id: str) -> Batch:
        """Return a whole batch, the texts of all students included; StaleRevisionError when it is gone."""
        query = select(submissions.c.content).where(submissions.c.batch_id == batch_id)
        with self._read() as connection:
            row = batch_rows.head(connection, batch_id)
            kept = connection.execute(query.order_by(submissions.c.place)).scalars().all()
        return batch_rows.to_batch(row, kept)

    def batch_head(self, batch_id: str) -> Batch:
        """Return a batch without its submissions: title, platform, seed, what was skipped and who is missing."""
        with self._read() as connection:
            return batch_rows.to_batch(batch_rows.head(connection, batch_id), ())

    def submissions(self, batch_id: str) -> tuple[SubmissionEntry, ...]:
        """Return one line for each student, in the order of the zip, without reading the work itself."""
        names = ("key", *_LISTED)
        query = select(submissions.c.student, *(submissions.c[name] for name in _LISTED))
        query = query.where(submissions.c.batch_id == batch_id).order_by(submissions.c.place)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            rows = connection.execute(query).all()
        return _ENTRIES.validate_python([dict(zip(names, row, strict=True)) for row in rows])

    def submission(self, batch_id: str, student: str) -> Submission:
        """Return what one student handed in; InputError for a key that is not in the batch."""
        query = select(submissions.c.content).filter_by(batch_id=batch_id, student=student)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            content = connection.execute(query).scalar()
        if content is None:
            raise InputError("This student handed in nothing here.", mend="Go back to the list of the batch.")
        return Submission.model_validate_json(content)

    def original(self, batch_id: str, path: str) -> bytes:
        """Return a file as it came; InputError for a path that is not in the batch."""
        query = select(originals.c.data).filter_by(batch_id=batch_id, path_hash=batch_rows.path_hash(path))
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            data = connection.execute(query).scalar()
        if data is None:
            raise InputError("This file is not in the batch.", where=path, mend="Upload the batch again.")
        return bytes(data)

    def replace_batch(self, batch: Batch, originals: Mapping[str, bytes]) -> None:
        """Keep a batch after another upload. originals: the files that are new. Reviews stay as they are.

        Only students whose work changed are written anew; files that no student has any more go. The brief stays:
        an upload brings none, and somebody may have changed it since `batch` was read.
        """
        with self._write() as connection:
            lock_batch(connection, batch.id)
            kept = batch_rows.to_batch(batch_rows.head(connection, batch.id), ())
            values = batch_rows.head_values(batch.model_copy(update={"brief": kept.brief}))
            connection.execute(update(batches).where(batches.c.id == batch.id).values(values))
            _replace_submissions(connection, batch)
            batch_rows.add_originals(connection, batch.id, originals)
            _remove_unused(connection, batch)

    def delete_batch(self, batch_id: str, now: datetime) -> None:
        """Hide a batch; `restore_batch` brings it back for 30 days, with its files and reviews."""
        with self._write() as connection:
            batch_rows.head(connection, batch_id)
            connection.execute(update(batches).where(batches.c.id == batch_id).values(deleted_at=now))
            batch_rows.remove_long_deleted(connection, now)

    def restore_batch(self, batch_id: str) -> None:
        """Bring a deleted batch back; StaleRevisionError when it was removed for good."""
        with self._write() as connection:
            connection.execute(update(batches).where(batches.c.id == batch_id).values(deleted_at=None))
            batch_rows.head(connection, batch_id)

    def erase_batch(self, batch_id: str) -> None:
        """Remove a batch for good, with its files, its reviews and what the checks said."""
        with self._write() as connection:
            connection.execute(delete(batches).where(batches.c.id == batch_id))

    def rubric(self, batch_id: str) -> MarkingRubric:
        """Return the rubric of a batch."""
        with self._read() as connection:
            return MarkingRubric.model_validate_json(batch_rows.head(connection, batch_id)["rubric"])

    def save_rubric(self, batch_id: str, rubric: MarkingRubric, seen: MarkingRubric | None = None) -> None:
        """Keep a rubric; marks are never kept, so every mark follows it at once.

        seen: the one its writer knows. StaleRevisionError when another one was saved since.
        """
        with self._write() as connection:
            lock_batch(connection, batch_id)
            kept = MarkingRubric.model_validate_json(batch_rows.head(connection, batch_id)["rubric"])
            if seen is not None and kept not in (seen, rubric):
                raise StaleRevisionError(_NO_RUBRIC, mend=_LOOK)
            new = {"rubric": rubric.model_dump_json()}
            connection.execute(update(batches).where(batches.c.id == batch_id).values(new))

    def save_brief(self, batch_id: str, brief: str, seen: str = "") -> None:
        """Keep what students were asked to do. seen: as for a rubric; StaleRevisionError likewise."""
        with self._write() as connection:
            lock_batch(connection, batch_id)
            kept = batch_rows.to_batch(batch_rows.head(connection, batch_id), ())
            new = Batch.model_validate(kept.model_dump() | {"brief": brief})
            if kept.brief not in (seen, new.brief):
                raise StaleRevisionError(_NO_BRIEF, mend=_LOOK)
            values = batch_rows.head_values(new)
            connection.execute(update(batches).where(batches.c.id == batch_id).values(values))

    def save_reports(self, batch_id: str, checker: str, found: Mapping[str, Report]) -> None:
        """Keep what the checks said about students, by their keys. checker: its version."""
        rows = [
            {
                "batch_id": batch_id,
                "student": key,
                "checker": checker,
                "content": _REPORT.dump_json(report).decode(),
            }
            for key, report in found.items()
        ]
        with self._write() as connection:
            lock_batch(connection, batch_id)
            batch_rows.head(connection, batch_id)
            known = set(connection.execute(select(submissions.c.student).filter_by(batch_id=batch_id)).scalars())
            rows = [row for row in rows if row["student"] in known]
            gone = (reports.c.batch_id == batch_id, reports.c.student.in_([row["student"] for row in rows]))
            connection.execute(delete(reports).where(*gone))
            if rows:
                connection.execute(insert(reports), rows)

    def reports(self, batch_id: str, checker: str, student: str | None = None) -> dict[str, Report]:
        """Return what this version of the checker said, by student; who is not in it is to be checked again.

        student: of this one only.
        """
        query = select(reports.c.student, reports.c.content).filter_by(batch_id=batch_id, checker=checker)
        if student is not None:
            query = query.filter_by(student=student)
        with self._read() as connection:
            batch_rows.head(connection, batch_id)
            rows = connection.execute(query).all()
        return {student: _REPORT.validate_json(content) for student, content in rows}


def lock_batch(connection: Connection, batch_id: str) -> None:
    """Let nobody else change a batch before this transaction ends; SQLite has locked with its beginning."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(batches.c.id).where(batches.c.id == batch_id).with_for_update())


def _replace_submissions(connection: Connection, batch: Batch) -> None:
    """Write the rows that differ; a report on a work that changed goes with the row."""
    mine = submissions.c.batch_id == batch.id
    query = select(submissions.c.student, submissions.c.place, submissions.c.content).where(mine)
    kept = {student: (place, content) for student, place, content in connection.execute(query)}
    rows = [batch_rows.submission_values(batch.id, place, one) for place, one in enumerate(batch.submissions)]
    changed = [row for row in rows if kept.get(row["student"], (0, None))[1] != row["content"]]
    staying = {row["student"] for row in rows} - {row["student"] for row in changed}
    gone = [student for student in kept if student not in staying]
    for start in range(0, len(gone), 500):
        connection.execute(delete(submissions).where(mine, submissions.c.student.in_(gone[start : start + 500])))
    batch_rows.add_submissions(connection, changed)
    for row in rows:
        if row["student"] in staying and kept[row["student"]][0] != row["place"]:
            here = (mine, submissions.c.student == row["student"])
            connection.execute(update(submissions).where(*here).values(place=row["place"]))


def _remove_unused(connection: Connection, batch: Batch) -> None:
    paths = [file.path for one in batch.submissions for file in one.files] + [one.path for one in batch.skipped]
    used = {batch_rows.path_hash(path) for path in paths}
    kept = connection.execute(select(originals.c.path_hash).filter_by(batch_id=batch.id)).scalars()
    batch_rows.remove_originals(connection, batch.id, [name for name in kept if name not in used])
