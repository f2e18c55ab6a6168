"""What `canvas review` gives back: the filled sheet, the feedback of every student, and the overview."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from canvas.cli.review_files import FEEDBACK, OVERVIEW, write_into
from canvas.desk.feedback.text import reviews_of
from canvas.desk.feedback.zip import feedback_zip
from canvas.desk.marking import default_rubric
from canvas.desk.overview import overview_csv
from canvas.desk.sheets.filling import LeftOut, too_high
from canvas.desk.sheets.sheet import Sheet
from canvas.models.counted import counted
from canvas.models.finding import Report
from canvas.models.review import Batch, Marks

_SHOWN = 5
"""Students that are named on the terminal."""
_NO_MARKS = Marks.model_validate({"max": 10, "students": {}})


def gave_back(
    batch: Batch,
    reports: Mapping[str, Report],
    originals: Mapping[str, bytes],
    sheet: Sheet | None,
    marks: Marks | None,
    out: Path,
) -> list[str]:
    """Write the files that go back, and return what to say about them. reports: of each student, by key.

    Raises InputError when a sheet and marks do not belong together.
    """
    given = marks or _NO_MARKS
    lines: list[str] = []
    if sheet is not None:
        filled = sheet.filled(given, batch)
        write_into(out, sheet.name, filled.data)
        lines += [f"{sheet.name}: {counted(len(filled.changes), 'cell', 'cells')} filled.", *filled.notes]
        lines += _left_out(filled.left_out, given)
    reviews = reviews_of(batch, given)
    rubric = default_rubric().model_copy(update={"maximum": given.max})
    feedback = feedback_zip(batch, reviews, rubric, originals.__getitem__, sheet, reports=reports)
    write_into(out, FEEDBACK, feedback.data)
    given_back = counted(len(reviews) - _among(feedback.left_out, reviews), "student", "students")
    lines += [f"{FEEDBACK}: feedback for {given_back}.", *feedback.notes]
    high = [
        LeftOut(key=item.key, name=item.name, why=why)
        for item in batch.submissions
        if (mark := given.students.get(item.key)) and (why := too_high(mark, given))
    ]
    lines += _left_out([*high, *(item for item in feedback.left_out if item.key in reviews)], given)
    write_into(out, OVERVIEW, overview_csv(batch, reports, reviews, rubric))
    return lines


def _among(left_out: Sequence[LeftOut], keys: Collection[str]) -> int:
    return sum(item.key in keys for item in left_out)


def _left_out(left_out: Sequence[LeftOut], marks: Marks) -> list[str]:
    """Name those who have a mark and are left out; students without one are only counted."""
    named = [item for item in left_out if item.key in marks.students]
    lines = [f"  left out: {item.name or 'unknown'} ({item.key}): {item.why}" for item in named[:_SHOWN]]
    if more := len(named) - len(lines):
        lines.append(f"  … and {more} more.")
    if others := len(left_out) - len(named):
        lines.append(f"  without a mark: {others}")
    return lines
