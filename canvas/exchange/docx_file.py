"""The Word document: real headings, lists and tables, made from the view model; same input, same bytes."""

from __future__ import annotations

from canvas.exchange.document import SECTION_ONLY, Choice, Table, document_of
from canvas.exchange.paper import Paper
from canvas.models.finding import Report
from canvas.models.workbook import Workbook


def to_docx(workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY) -> bytes:
    """Return the export as a Word file, with the remarks if a report is given. choice: what else stands in it.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    view = document_of(workbook, report, choice)
    paper = Paper(view.title, author=view.author, size=choice.paper)
    paper.title(view.title, view.author)
    paper.heading("Customer Relationships")
    paper.plain(view.section)
    if view.tables:
        paper.heading("The plan: who gets which relationship")
        for table in view.tables:
            _add_table(paper, table)
    return paper.bytes()


def _add_table(paper: Paper, table: Table) -> None:
    rows = [(row.name, [[(line.label, line.words) for line in cell] for cell in row.cells]) for row in table.rows]
    paper.table(("Relationship", *table.segments), rows)
