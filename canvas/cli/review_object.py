"""The JSON object of a batch, in the fixed form of `canvas review`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from canvas.cli.report_text import report_object
from canvas.desk.fresh_check import claim_differs, identical_work, nearly_identical_work
from canvas.models.finding import Report
from canvas.models.intake import Origin
from canvas.models.review import Batch, Submission, SubmittedFile, SubmittedKind


def batch_object(batch: Batch, reports: Mapping[str, Report]) -> dict[str, Any]:
    """Return the batch as `batch.json` holds it. reports: of every file that was read, by its path."""
    files = [
        _file_object(submission, file, reports[file.path])
        for submission in batch.submissions
        for file in submission.files
        if not file.unread
    ]
    files += [_ignored(path) for path in batch.ignored]
    return {
        "lms": batch.platform.value,
        "files": files,
        "skipped": [
            {"file": item.path, "why": item.why, "student_key": item.key, "name": item.name}
            for item in batch.skipped
        ],
        "missing": [{"student_key": key, "name": name} for key, name in batch.missing],
        "identical": [list(keys) for keys in identical_work(batch)],
        "nearly_identical": [list(keys) for keys in nearly_identical_work(batch)],
    }


def _ignored(path: str) -> dict[str, Any]:
    """Return the entry of a file that no student made."""
    return {
        "file": path,
        "student_key": "",
        "name": "",
        "kind": SubmittedKind.IGNORED.value,
        "late": None,
        "origin": Origin.NO_DATA.value,
        "report": None,
    }


def _file_object(submission: Submission, file: SubmittedFile, report: Report) -> dict[str, Any]:
    told: dict[str, Any] = {
        "file": file.path,
        "student_key": submission.key,
        "name": submission.name,
        "kind": file.kind.value,
        "late": file.late,
        "origin": file.origin.value,
        "judged": file is submission.judged,
        "report": {**report_object(report), "text": file.text},
    }
    if differs := claim_differs(file.claim, report):
        told["claim_differs"] = list(differs)
    return told
