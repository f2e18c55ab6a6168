"""One HTML file: no script, nothing loaded, every word of the student escaped; it prints well."""

from __future__ import annotations

from canvas.exchange.outgoing.canvas_picture import canvas_svg
from canvas.exchange.outgoing.document import KICKER, SECTION_ONLY, Choice, document_of
from canvas.models.finding import Report
from canvas.models.workbook import Workbook
from canvas.writing.page import page_of, style_hash


def to_html(workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY) -> str:
    """Return the export as one HTML page, with the remarks if a report is given; same input, same bytes.

    choice: what else stands in it; the section alone by default.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    view = document_of(workbook, report, choice)
    return page_of(
        "document.html.j2",
        view,
        style_hash=style_hash("document.css"),
        kicker=KICKER,
        picture=canvas_svg(view.canvas) if view.canvas else "",
    )
