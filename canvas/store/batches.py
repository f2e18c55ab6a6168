"""The part of the store that keeps batches of submissions; they belong to the server, not to a workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from canvas.desk.batch import merged
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
"""All lines of a class at once."""
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
        head["upload"] = batch_rows.new_upload()
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
        with self._read() as connection:
            return batch_rows.whole(connection, batch_id)

    def upload_of(self, batch_id: str) -> str:
        """Return the sign of the newest upload into a batch; no sign ever comes again."""
        with self._read() as connection:
            return str(batch_rows.head(connection, batch_id)["upload"])

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

    def add_upload(self, batch_id: str, upload: Batch, originals: Mapping[str, bytes]) -> tuple[Batch, Batch]:
        """Join another upload to a batch, and return the batch before and after it. originals: its files, by path.

        The batch is read, joined and written while nobody else can change it: of two uploads at the same time both
        come in. Only students whose work changed are written anew; files that no student has any more go. Reviews
        and the brief stay. InputError for an upload of another platform.
        """
        with self._write() as connection:
            lock_batch(connection, batch_id)
            old = batch_rows.whole(connection, batch_id)
            new = merged(old, upload)
            values = batch_rows.head_values(new) | {"upload": batch_rows.new_upload()}
            connection.execute(update(batches).where(batches.c.id == batch_id).values(values))
            changed = _write_changed(connection, old, new)
            paths = {file.path for one in changed for file in one.files}
            batch_rows.add_originals(connection, batch_id, {path: originals[path] for path in paths})
            _remove_unused(connection, new)
        return old, new

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

    def save_reports(self, batch_id: str, checker: str, checked: Sequence[tuple[Submission, Report]]) -> None:
        """Keep what the checks said, each beside the work it is about. checker: its version.

        What is about a work that was replaced since by another upload is left out.
        """
        mine = submissions.c.batch_id == batch_id, submissions.c.student.in_([work.key for work, _ in checked])
        with self._write() as connection:
            lock_batch(connection, batch_id)
            batch_rows.head(connection, batch_id)
            kept = connection.execute(select(submissions.c.content).where(*mine)).scalars()
            here = {one.key: one for one in map(Submission.model_validate_json, kept)}
            rows = [
                {
                    "batch_id": batch_id,
                    "student": work.key,
                    "checker": checker,
                    "content": _REPORT.dump_json(report).decode(),
                }
                for work, report in checked
                if here.get(work.key) == work
            ]
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


def _write_changed(connection: Connection, old: Batch, new: Batch) -> list[Submission]:
    """Write who is new or handed in again, and return their works; a report on an older one goes with its row."""
    before = {one.key: one for one in old.submissions}
    changed = [(place, one) for place, one in enumerate(new.submissions) if before.get(one.key) != one]
    gone = [one.key for _, one in changed if one.key in before]
    for start in range(0, len(gone), 500):
        mine = (submissions.c.batch_id == new.id, submissions.c.student.in_(gone[start : start + 500]))
        connection.execute(delete(submissions).where(*mine))
    rows = [batch_rows.submission_values(new.id, place, one) for place, one in changed]
    batch_rows.add_submissions(connection, rows)
    return [one for _, one in changed]


def _remove_unused(connection: Connection, batch: Batch) -> None:
    paths = [file.path for one in batch.submissions for file in one.files] + [one.path for one in batch.skipped]
    used = {batch_rows.path_hash(path) for path in paths}
    kept = connection.execute(select(originals.c.path_hash).filter_by(batch_id=batch.id)).scalars()
    batch_rows.remove_originals(connection, batch.id, [name for name in kept if name not in used])
