"""Between a batch and its rows: one row a student, so that opening one student reads one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from canvas.errors import StaleRevisionError
from canvas.models.review import Batch, Submission
from canvas.store.tables_reviews import batches, originals, submissions
from canvas.writing.plain_text import word_count

KEPT_DELETED = timedelta(days=30)
"""How long a deleted batch can be brought back; then it is removed for good, files and reviews with it."""
_AT_ONCE = 50
_NAMED = ("id", "title", "platform", "seed")
_REST = set(Batch.model_fields) - {*_NAMED, "submissions"}


def head(connection: Connection, batch_id: str) -> RowMapping:
    """Return the row of a batch; StaleRevisionError for one that is not there, or deleted."""
    query = select(batches).where(batches.c.id == batch_id, batches.c.deleted_at.is_(None))
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise StaleRevisionError("This batch is not here any more.", mend="Go to Review and open another one.")
    return row


def whole(connection: Connection, batch_id: str) -> Batch:
    """Return a whole batch, the texts of all students included; StaleRevisionError as above."""
    row = head(connection, batch_id)
    query = select(submissions.c.content).where(submissions.c.batch_id == batch_id)
    return to_batch(row, connection.execute(query.order_by(submissions.c.place)).scalars())


def new_upload() -> str:
    """Return a sign for an upload: by another one it is noticed that a batch has changed."""
    return secrets.token_hex(8)


def head_values(batch: Batch) -> dict[str, Any]:
    """Return the columns of a batch without its rubric and its time."""
    return {
        "title": batch.title,
        "platform": batch.platform.value,
        "seed": batch.seed,
        "rest": batch.model_dump_json(include=_REST),
        "skipped": len(batch.skipped),
        "missing": len(batch.missing),
    }


def to_batch(row: RowMapping, kept: Iterable[str]) -> Batch:
    """Return the batch of a row and the contents of its submissions, in their order."""
    submitted = tuple(Submission.model_validate_json(content) for content in kept)
    named = {name: row[name] for name in _NAMED}
    return Batch.model_validate({**named, "submissions": submitted, **json.loads(row["rest"])})


def keys_without_work(row: RowMapping) -> set[str]:
    """Return the keys of those who handed in nothing, or nothing that could be read."""
    batch = to_batch(row, ())
    return {key for key, _ in batch.missing} | {skipped.key for skipped in batch.skipped if skipped.key}


def submission_values(batch_id: str, place: int, submission: Submission) -> dict[str, Any]:
    """Return the row of a submission."""
    workbook = submission.judged.workbook
    return {
        "batch_id": batch_id,
        "student": submission.key,
        "place": place,
        "name": submission.name,
        "late": submission.late,
        "words": word_count(submission.text),
        "origin": submission.judged.origin.value,
        "files": len(submission.files),
        "objections": len(workbook.objections) if workbook else 0,
        "content": submission.model_dump_json(),
    }


def add_submissions(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Write the rows of submissions."""
    if rows:
        connection.execute(insert(submissions), rows)


def add_originals(connection: Connection, batch_id: str, files: Mapping[str, bytes]) -> None:
    """Keep files as they came, in place of those of the same path; a few at a time, since they may be large."""
    paths = list(files)
    for start in range(0, len(paths), _AT_ONCE):
        some = {path_hash(path): bytes(files[path]) for path in paths[start : start + _AT_ONCE]}
        remove_originals(connection, batch_id, some)
        rows = [{"batch_id": batch_id, "path_hash": name, "data": data} for name, data in some.items()]
        connection.execute(insert(originals), rows)


def remove_originals(connection: Connection, batch_id: str, hashes: Iterable[str]) -> None:
    """Remove files of a batch by the hashes of their paths."""
    gone = (originals.c.batch_id == batch_id, originals.c.path_hash.in_(list(hashes)))
    connection.execute(delete(originals).where(*gone))


def path_hash(path: str) -> str:
    """Return the key under which a file of a batch is kept."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()


def remove_long_deleted(connection: Connection, now: datetime) -> None:
    """Remove batches for good that were deleted long ago, with everything that belongs to them."""
    connection.execute(delete(batches).where(batches.c.deleted_at < now - KEPT_DELETED))
