"""A Word document of plain building blocks: headings, paragraphs, lists, tables, pictures. Same input, same bytes.

Every word goes in as text of a run, so it can never become a field, a style or a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from canvas.exchange.outgoing.canvas_picture import canvas_png
from canvas.exchange.outgoing.document import PaperSize
from canvas.exchange.outgoing.flow import Drawing, Grid, Heading, Item, Points, Quoted, Words
from canvas.exchange.outgoing.paper_base import base_document
from canvas.exchange.outgoing.paper_table import fill_table
from canvas.exchange.outgoing.word_marks import fill_paragraph, png_size, xml_text
from canvas.exchange.same_bytes import packed_again

_HEADING = 800_000
"""Height of a heading and its distance, about 22 mm, in the units of Word files."""
_LONGEST = 255
"""Characters that a property of a Word file can hold."""


class Paper:
    """A Word document in the making. title, author: also kept in the properties of the file.

    document: the document of python-docx, for what a building block does not offer.
    """

    def __init__(self, title: str, *, author: str = "", size: PaperSize = "a4") -> None:
        self.document = base_document(size)
        self._lying = False
        properties = self.document.core_properties
        properties.title = xml_text(title)[:_LONGEST]
        properties.author = xml_text(author)[:_LONGEST]

    def title(self, text: str, *, above: str = "", below: str = "") -> None:
        """Set the title, with a small line above it and one below, for example what it is and a name."""
        if above:
            self._paragraph(above, "Kicker")
        self._paragraph(text, "Title")
        if below:
            self._paragraph(below, "Subtitle")

    def add(self, items: Iterable[Item]) -> None:
        """Add the parts of a flow, in order."""
        for item in items:
            if self._lying:
                self._turn()
            match item:
                case Heading():
                    self.heading(item.text, item.level)
                case Words():
                    self.paragraph("\n".join(item.lines), label=item.label)
                case Points():
                    self.bullets(item.lines)
                case Quoted():
                    self.quote(item.text)
                case Grid():
                    self.table(item)
                case Drawing():
                    self.drawing(item)

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading of a real heading style. level: 1 to 3."""
        self._paragraph(text, f"Heading {level}")

    def paragraph(self, text: str, *, label: str = "") -> None:
        """Add a paragraph, its label in bold before it; line ends in the text stay line breaks."""
        self._paragraph(text, "Normal", label)

    def bullets(self, lines: Iterable[str]) -> None:
        """Add a list of a real list style."""
        for line in lines:
            self._paragraph(line, "List Bullet")

    def quote(self, text: str) -> None:
        """Add words that are quoted."""
        self._paragraph(text, "Quote")

    def table(self, grid: Grid) -> None:
        """Add a table whose first row is a header, repeated on every page, and whose rows begin with a name."""
        table = self.document.add_table(rows=1 + len(grid.rows), cols=len(grid.head), style="Table Grid")
        fill_table(table, grid, self._room()[0])
        self._paragraph("", "Table Text")  # two tables in a row would become one

    def drawing(self, item: Drawing) -> None:
        """Add the canvas with its heading, on a page that lies on its side."""
        self._turn()
        self.heading(item.heading)
        self.picture(canvas_png(item.blocks), item.alternative)

    def picture(self, png: bytes, alternative: str) -> None:
        """Add a picture as wide as the page, or as high as there is room. alternative: what it shows, in words."""
        wide, high = png_size(png)
        width, height = self._room()
        shape = self.document.add_picture(io.BytesIO(png), width=int(min(width, height * wide / high)))
        for side in ("distT", "distB", "distL", "distR"):  # without them some programs leave room around it
            shape._inline.set(side, "0")
        shape._inline.docPr.set("descr", xml_text(alternative))

    def finished(self) -> bytes:
        """Return the file."""
        file = io.BytesIO()
        self.document.save(file)
        return packed_again(file.getvalue())

    def _turn(self) -> None:
        """Begin a new page: one that lies on its side, or after it one that stands again."""
        from docx.enum.section import WD_ORIENT, WD_SECTION

        self._lying = not self._lying
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if self._lying else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width

    def _room(self) -> tuple[int, int]:
        """Return the width of the text and the height below a heading, in the units of Word files."""
        section = self.document.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        height = (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
        return width, height - _HEADING

    def _paragraph(self, text: str, style: str, label: str = "") -> None:
        fill_paragraph(self.document.add_paragraph(style=style), text, label)
