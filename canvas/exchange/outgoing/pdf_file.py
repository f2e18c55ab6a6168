"""The PDF: typeset from the view model, tagged for screen readers; same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.exchange.outgoing.canvas_picture import canvas_data
from canvas.exchange.outgoing.document import KICKER, SECTION_ONLY, Choice, PaperSize, document_of
from canvas.exchange.outgoing.flow import Drawing, Item, flow_of
from canvas.exchange.outgoing.typeset import PdfFile, typst_pdf
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
    return pdf_of(view.title, flow_of(view), above=KICKER, author=view.author, size=choice.paper, attached=copy)


def pdf_of(
    title: str,
    items: Iterable[Item],
    *,
    above: str = "",
    below: str = "",
    author: str = "",
    size: PaperSize = "a4",
    attached: str = "",
) -> PdfFile:
    """Return any flow as PDF. above, below: small lines around the title; below it the author, else.

    author: also kept in the properties. attached: a copy kept inside the file.
    """
    data = {
        "title": title,
        "above": above,
        "below": below or author,
        "author": author,
        "paper": size,
        "copy": attached,
        "items": [_data(item) for item in items],
    }
    return typst_pdf("document.typ", data)


def _data(item: Item) -> dict[str, object]:
    held = item.model_dump(mode="json")
    return held | canvas_data(item.blocks) if isinstance(item, Drawing) else held
