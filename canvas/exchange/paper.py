"""A Word document of plain building blocks: headings, paragraphs, lists, tables, pictures. Same input, same bytes.

Every word goes in as text of a run, so it can never become a field, a style or a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from canvas.exchange.document import PaperSize
from canvas.exchange.paper_base import base_document
from canvas.exchange.same_bytes import packed_again
from canvas.exchange.word_marks import mark_direction, mark_header_row, shade, xml_text
from canvas.writing.plain_text import TextBlock

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

Cell = Sequence[tuple[str, Sequence[str]]]
"""A cell of a table: entries of a label in bold ("" for none) and its lines; several lines become a list."""


Row = tuple[str, Sequence[Cell]]
"""A row of a table: its name and its cells."""


class Paper:
    """A Word document in the making. title, author: also kept in the properties of the file."""

    def __init__(self, title: str, *, author: str = "", size: PaperSize = "a4") -> None:
        self.document = base_document(size)
        properties = self.document.core_properties
        properties.title = xml_text(title)[:255]
        properties.author = xml_text(author)[:255]

    def title(self, text: str, below: str = "") -> None:
        """Set the title of the document, and a line below it, for example a name."""
        self._paragraph(text, "Title")
        if below:
            self._paragraph(below, "Subtitle")

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading of a real heading style. level: 1 to 3."""
        self._paragraph(text, f"Heading {level}")

    def paragraph(self, text: str, *, label: str = "", style: str = "Normal") -> None:
        """Add a paragraph, its label in bold before it; line ends in the text stay line breaks."""
        self._paragraph(text, style, label)

    def bullets(self, lines: Iterable[str]) -> None:
        """Add a list of a real list style."""
        for line in lines:
            self._paragraph(line, "List Bullet")

    def quote(self, text: str) -> None:
        """Add words that are quoted."""
        self._paragraph(text, "Quote")

    def plain(self, blocks: Iterable[TextBlock]) -> None:
        """Add a plain text: its paragraphs and lists."""
        for block in blocks:
            if block.kind == "list":
                self.bullets(block.lines)
            else:
                self.paragraph("\n".join(block.lines))

    def table(self, head: Sequence[str], rows: Sequence[Row], summary: str = "") -> None:
        """Add a table whose first row is a header, repeated on every page, and whose rows begin with a header.

        head: the names of all columns. rows: the name of a row and a cell a further column. summary: alt text.
        """
        table = self.document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
        fill_table(table, head, rows, summary)

    def picture(self, png: bytes, alternative: str, *, width_mm: float) -> None:
        """Add a picture with its alternative text. width_mm: as printed."""
        from docx.shared import Mm

        shape = self.document.add_picture(io.BytesIO(png), width=Mm(width_mm))
        shape._inline.docPr.set("descr", xml_text(alternative))

    def landscape(self) -> None:
        """Begin a new page on which the paper lies on its side, until the end or the next `portrait`."""
        self._turned(lying=True)

    def portrait(self) -> None:
        """Begin a new page on which the paper stands upright again."""
        self._turned(lying=False)

    def bytes(self) -> bytes:
        """Return the file."""
        file = io.BytesIO()
        self.document.save(file)
        return packed_again(file.getvalue())

    def _turned(self, lying: bool) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        sides = sorted((section.page_width or 0, section.page_height or 0), reverse=lying)
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = sides[0], sides[1]

    def _paragraph(self, text: str, style: str, label: str = "") -> Paragraph:
        made = self.document.add_paragraph(style=style)
        fill_paragraph(made, text, label)
        return made


def fill_paragraph(paragraph: Paragraph, text: str, label: str = "") -> None:
    """Put words into an empty paragraph: a label in bold, then the text; line ends become line breaks."""
    if label:
        paragraph.add_run(xml_text(f"{label} " if text else label)).bold = True
    if text:
        paragraph.add_run(xml_text(text))
    mark_direction(paragraph, text or label)


def fill_table(table: Table, head: Sequence[str], rows: Sequence[Row], summary: str) -> None:
    """Put names and words into an empty table of the right size."""

    for cell, name in zip(table.rows[0].cells, head, strict=True):
        fill_paragraph(cell.paragraphs[0], "", name)
        shade(cell, "E4F2EF")
    mark_header_row(table, summary)
    for row, (name, cells) in zip(list(table.rows)[1:], rows, strict=True):
        first, *others = row.cells
        fill_paragraph(first.paragraphs[0], "", name)
        shade(first, "F5F2EA")
        for cell, entries in zip(others, cells, strict=True):
            paragraphs = list(_cell_lines(entries)) or [("–", "", "Normal")]
            for place, (text, label, style) in enumerate(paragraphs):
                made: Paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                made.style = style
                fill_paragraph(made, text, label)


def _cell_lines(entries: Cell) -> Iterable[tuple[str, str, str]]:
    """Yield text, label and style of every paragraph of a cell."""
    for label, lines in entries:
        if len(lines) < 2:
            yield " ".join(lines), f"{label}:" if label and lines else label, "Normal"
            continue
        if label:
            yield "", f"{label}:", "Normal"
        yield from ((line, "", "List Bullet") for line in lines)
