"""The class as a table for a spreadsheet: a row a student, a column a mistake and a criterion.

This is not the writer of sheets that go back: here no cell may act as a formula, there none may change.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from canvas.checks.run import title_of
from canvas.content.library import library
from canvas.desk.marking import mark_of, shown
from canvas.models.finding import Report
from canvas.models.review import Batch, Key, MarkingRubric, Review, Submission
from canvas.models.vocabulary import Mistake, Stage, Verdict
from canvas.writing.plain_text import word_count

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_VERDICTS = {Verdict.FLAGGED: "yes", Verdict.CLEAR: "no", Verdict.SKIPPED: "not judged"}
_LATE = {True: "yes", False: "no", None: ""}


def overview_csv(
    batch: Batch,
    reports: Mapping[Key, Report],
    reviews: Mapping[Key, Review] | None = None,
    rubric: MarkingRubric | None = None,
) -> bytes:
    """Return the table as CSV with a byte order mark, as spreadsheets open it; same input, same bytes."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _table(batch, reports, reviews or {}, rubric):
        writer.writerow([safe_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that begins like it gets an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _table(
    batch: Batch, reports: Mapping[Key, Report], reviews: Mapping[Key, Review], rubric: MarkingRubric | None
) -> list[Sequence[str]]:
    criteria = [row.title for row in rubric.rows] if rubric else []
    head = ["Id", "Name", "File", "Late", "Origin", "Words", *map(title_of, Mistake), "Types", "Stages", *criteria]
    rows: list[Sequence[str]] = [[*head, "Mark", "State", "Note"]]
    for item in batch.submissions:
        report, review = reports.get(item.key), reviews.get(item.key)
        rows.append([*_about(item), *_found(report), *_reviewed(review, rubric), _note(item)])
    for skipped in batch.skipped:
        if not skipped.key:
            rows.append(["", "", skipped.path, *[""] * (len(head) - 1), skipped.why])
    rows += [[key, name, *[""] * len(head), "Nothing was handed in."] for key, name in batch.missing]
    return rows


def _about(item: Submission) -> list[str]:
    words = str(word_count(item.text))
    return [item.key, item.name, item.judged.path, _LATE[item.late], item.judged.origin.value, words]


def _note(item: Submission) -> str:
    return " ".join(filter(None, (item.judged.unread, *item.remarks)))


def _found(report: Report | None) -> list[str]:
    if report is None:
        return [""] * (len(Mistake) + 2)
    found = [_VERDICTS[report.findings[mistake].verdict] for mistake in Mistake]
    types = dict.fromkeys(library().types[item.type].name for item in report.types)
    return [*found, ", ".join(types), ", ".join(stage.value for stage in Stage if stage in report.stages)]


def _reviewed(review: Review | None, rubric: MarkingRubric | None) -> list[str]:
    if rubric is None:
        return ["", ""]
    if review is None:
        return [*[""] * len(rubric.rows), "", ""]
    levels = [
        row.levels[index].level.value.replace("_", " ")
        if (index := review.levels.get(row.id)) is not None and index < len(row.levels)
        else ""
        for row in rubric.rows
    ]
    mark = mark_of(review, rubric)
    return [*levels, "" if mark is None else shown(mark, "."), review.state.value]
