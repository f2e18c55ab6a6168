"""The one door to every export: makes the document in a format and puts the embedded copy in."""

from __future__ import annotations

from typing import Literal

from canvas.exchange.document import SECTION_ONLY, Choice
from canvas.models.base import Frozen
from canvas.models.finding import Report
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
    """Return the document in a format, with its embedded copy. report: prints the remarks.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    note = ""
    match kind:
        case "docx":
            from canvas.exchange.docx_file import to_docx

            data = to_docx(workbook, report, choice)
        case "pdf":
            from canvas.exchange.pdf_file import to_pdf

            made = to_pdf(workbook, report, choice)
            data, note = made.data, made.note
        case "html":
            from canvas.exchange.html import to_html

            data = to_html(workbook, report, choice).encode("utf-8")
        case "md":
            from canvas.exchange.markdown import to_markdown

            data = to_markdown(workbook, report, choice).encode("utf-8")
        case "json":
            from canvas.exchange.json_file import to_json

            data = to_json(workbook).encode("utf-8")
    return Exported(data=data, media_type=MEDIA_TYPES[kind], ending=f".{kind}", note=note)
