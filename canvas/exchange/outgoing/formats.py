"""The one door to every export: makes the document in a format and puts the embedded copy in."""

from __future__ import annotations

from typing import Literal

from canvas import CHECKER_VERSION
from canvas.exchange.embedded import sealed
from canvas.exchange.embedded_places import put_docx, put_html, put_markdown
from canvas.exchange.incoming.read_docx import read_docx
from canvas.exchange.incoming.read_text import read_html, shown_markdown
from canvas.exchange.outgoing.document import SECTION_ONLY, Choice
from canvas.exchange.outgoing.docx_file import to_docx
from canvas.exchange.outgoing.html import to_html
from canvas.exchange.outgoing.json_file import to_json
from canvas.exchange.outgoing.markdown import to_markdown
from canvas.exchange.outgoing.pdf_file import to_pdf
from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.intake import Claim
from canvas.models.workbook import Workbook

ExportFormat = Literal["docx", "pdf", "html", "md", "json"]


class Exported(Frozen):
    """A file to take home. ending: of its name, with the dot. note: "" or what the reader should know about it."""

    data: bytes
    media_type: str
    ending: str
    note: str = ""


MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
    "md": "text/markdown",
    "json": "application/json",
}


def export(
    workbook: Workbook, kind: ExportFormat, report: Report | None = None, choice: Choice = SECTION_ONLY
) -> Exported:
    """Return the document in a format, with the whole plan as its embedded copy. report: prints the remarks.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    note = ""
    match kind:
        case "docx":
            data = _docx(workbook, report, choice)
        case "pdf":
            made = to_pdf(workbook, report, choice, copy=sealed(workbook, None, _claim(report)))
            data, note = made.data, made.note
        case "html":
            page = to_html(workbook, report, choice)
            copy = sealed(workbook, read_html(page).text, _claim(report))
            data = put_html(page, copy).encode("utf-8")
        case "md":
            text = to_markdown(workbook, report, choice)
            copy = sealed(workbook, shown_markdown(text), _claim(report))
            data = put_markdown(text, copy).encode("utf-8")
        case "json":
            data = to_json(workbook).encode("utf-8")
    return Exported(data=data, media_type=MEDIA_TYPES[kind], ending=f".{kind}", note=note)


def _docx(workbook: Workbook, report: Report | None, choice: Choice) -> bytes:
    document = to_docx(workbook, report, choice)
    copy = sealed(workbook, read_docx("the document", document).text, _claim(report))
    return put_docx(document, copy)


def _claim(report: Report | None) -> Claim:
    """Return what the export says of itself: the verdicts only where the remarks are printed too."""
    if report is None:
        return Claim(checker_version=CHECKER_VERSION)
    return Claim(
        checker_version=CHECKER_VERSION, flagged=report.flagged, types=tuple(found.type for found in report.types)
    )
