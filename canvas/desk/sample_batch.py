"""The sample batch: an invented class of 24, as the zip and the worksheet that Moodle would give."""

from __future__ import annotations

import csv
import io
import re
from functools import cache

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.content.sample_class import sample_class
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import export
from canvas.exchange.outgoing.paper import Paper
from canvas.exchange.outgoing.pdf_file import to_pdf
from canvas.exchange.same_bytes import packed
from canvas.models.base import Frozen
from canvas.models.sample import SampleFile, SampleStudent
from canvas.models.workbook import Draft, Workbook
from canvas.writing.plain_text import text_blocks

TITLE = "Customer Relationships (sample class)"
_DUE = "Friday, 6 March 2026, 12:00 PM"
_HEAD = (
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
    "Feedback comments",
)
_LOST_IN_A_NAME = re.compile("[&<>\"`|':\\\\/]")


class SampleBatch(Frozen):
    """The two files an instructor would download."""

    zip_name: str
    zip: bytes
    sheet_name: str
    sheet: bytes


@cache
def sample_batch() -> SampleBatch:
    """Return the zip of the class and its worksheet; the same bytes each time."""
    students = sample_class()
    return SampleBatch(
        zip_name="PLAN101-Customer Relationships-31.zip",
        zip=_zip(students),
        sheet_name="Grades-PLAN101-Customer Relationships-31.csv",
        sheet=_sheet(students),
    )


def _zip(students: tuple[SampleStudent, ...]) -> bytes:
    return packed({_path(student, file): _content(file) for student in students for file in student.file})


def _path(student: SampleStudent, file: SampleFile) -> str:
    """Return the path as Moodle writes it: some signs of a name are lost."""
    plugin = "onlinetext" if file.online else "file"
    name = _LOST_IN_A_NAME.sub("", student.name.replace("_", " "))
    return f"{name}_{student.number}_assignsubmission_{plugin}/{file.name}"


def _content(file: SampleFile) -> bytes:
    if file.bytes is not None:
        return bytes.fromhex(file.bytes)
    if file.plan is not None:
        return _exported(file, file.plan)
    text = (file.text or "").strip() + "\n"
    match file.name.rpartition(".")[2]:
        case "docx":
            return _word(text)
        case "pdf":
            return to_pdf(Workbook(title="My plan", draft=Draft(text=text))).data
        case _:
            return text.encode("utf-8")


def _exported(file: SampleFile, plan: Workbook) -> bytes:
    """Return the export of a plan; where words are replaced, as a student does who edits it afterwards."""
    kind = file.name.rpartition(".")[2]
    if kind not in ("docx", "pdf", "html", "md"):
        raise AssertionError(f"{file.name}: no export has this ending")
    report = check_text(plan.draft.text, load_rules(), plan)
    data = export(plan, kind, report, Choice(plan=True)).data  # type: ignore[arg-type]  # looked at above
    if not file.replaced:
        return data
    before, after = file.replaced
    return data.decode("utf-8").replace(before, after, 1).encode("utf-8")


def _word(text: str) -> bytes:
    """Return a Word file: a line with `# ` is a heading, a line with `- ` a bullet."""
    paper = Paper("Business plan")
    for block in text_blocks(text):
        if block.kind == "list":
            paper.bullets(block.lines)
            continue
        for line in block.lines:
            if line.startswith("# "):
                paper.heading(line[2:])
            else:
                paper.paragraph(line)
    return paper.finished()


def _sheet(students: tuple[SampleStudent, ...]) -> bytes:
    """Return the offline grading worksheet of an English site: everybody stands in it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(_row(student) for student in students)
    return held.getvalue().encode("utf-8")


def _row(student: SampleStudent) -> tuple[str, ...]:
    status = "Submitted for grading" if student.file else "No submission"
    if student.late:
        status += f" - {student.late} late"
    mail = f"s{student.number}@students.example"
    changed = _DUE if student.file else "-"
    return (
        f"Participant {student.number}",
        student.name,
        mail,
        status,
        "",
        "10.00",
        "Yes",
        changed,
        "-",
        "",
    )
