"""The Word document: real headings, lists and tables, made from the view model; same input, same bytes."""

from __future__ import annotations

from canvas.exchange.outgoing.document import KICKER, SECTION_ONLY, Choice, document_of
from canvas.exchange.outgoing.flow import flow_of
from canvas.exchange.outgoing.paper import Paper
from canvas.models.finding import Report
from canvas.models.workbook import Workbook


def to_docx(workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY) -> bytes:
    """Return the export as a Word file, with the remarks if a report is given. choice: what else stands in it.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    view = document_of(workbook, report, choice)
    paper = Paper(view.title, author=view.author, size=choice.paper)
    paper.title(view.title, above=KICKER, below=view.author)
    paper.add(flow_of(view))
    return paper.finished()
