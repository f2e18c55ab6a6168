"""What python-docx has no word for: direction of a paragraph, header rows, shaded cells, text fit for XML."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return the text with every sign that XML cannot hold shown as the replacement character."""
    return _NOT_XML.sub("\ufffd", text)


def runs_from_right(text: str) -> bool:
    """Say whether the first letter of a text with a direction reads from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def mark_direction(paragraph: Paragraph, text: str) -> None:
    """Make a paragraph run from right to left when its text does."""
    if not runs_from_right(text):
        return
    from docx.oxml import OxmlElement

    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        OxmlElement("w:bidi"),
        "w:adjustRightInd",
        "w:snapToGrid",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:rPr",
        "w:sectPr",
    )
    for run in paragraph.runs:
        run.font.rtl = True


def mark_header_row(table: Table, summary: str) -> None:
    """Repeat the first row on every page, keep rows whole, and give the table its alternative text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
    if summary:
        caption = OxmlElement("w:tblDescription")
        caption.set(qn("w:val"), xml_text(summary))
        table._tbl.tblPr.append(caption)


def shade(cell: _Cell, colour: str) -> None:
    """Colour the ground of a cell. colour: six hexadecimal digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:color"), "auto")
    mark.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(mark)
