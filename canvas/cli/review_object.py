"""The JSON object of a batch, in the fixed form of `canvas review`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from canvas.cli.report_text import report_object
from canvas.models.finding import Report
from canvas.models.review import Batch, Submission, SubmittedFile, SubmittedKind


def batch_object(batch: Batch, reports: Mapping[str, Report]) -> dict[str, Any]:
    """Return the batch as `batch.json` holds it. reports: of every file that was read, by its path."""
    files = [
        _file_object(submission, file, reports[file.path])
        for submission in batch.submissions
        for file in submission.files
        if not file.unread
    ]
    files += [
        {"file": path, "student_key": "", "name": "", "kind": SubmittedKind.IGNORED.value, "late": None}
        for path in batch.ignored
    ]
    return {
        "lms": batch.platform.value,
        "files": files,
        "skipped": [{"file": item.path, "why": item.why} for item in batch.skipped],
    }


def _file_object(submission: Submission, file: SubmittedFile, report: Report) -> dict[str, Any]:
    return {
        "file": file.path,
        "student_key": submission.key,
        "name": submission.name,
        "kind": file.kind.value,
        "late": file.late,
        "origin": file.origin.value,
        "judged": file is submission.judged,
        "report": {**report_object(report), "text": file.text},
    }
