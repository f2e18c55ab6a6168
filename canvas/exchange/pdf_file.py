"""The PDF: typeset from the view model, tagged for screen readers; same input, same bytes."""

from __future__ import annotations

from canvas.exchange.canvas_picture import canvas_data, canvas_words
from canvas.exchange.document import SECTION_ONLY, Choice, document_of
from canvas.exchange.typeset import PdfFile, typst_pdf
from canvas.models.finding import Report
from canvas.models.workbook import Workbook


def to_pdf(
    workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY, *, copy: str = ""
) -> PdfFile:
    """Return the export as PDF, with the remarks if a report is given. choice: what else stands in it.

    copy: the sealed plan, attached to the file.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    view = document_of(workbook, report, choice)
    data = view.model_dump(mode="json") | {
        "paper": choice.paper,
        "copy": copy,
        **canvas_data(view.canvas),
        "canvas_words": canvas_words(view.canvas),
    }
    return typst_pdf("document.typ", data)
