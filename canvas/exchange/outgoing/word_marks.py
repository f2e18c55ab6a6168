"""What python-docx has no word for: direction of a paragraph, header rows, shaded cells, text fit for XML."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def fill_paragraph(paragraph: Paragraph, text: str, label: str = "") -> None:
    """Put words into an empty paragraph: a label in bold, then the text; line ends become line breaks."""
    if label:
        paragraph.add_run(xml_text(f"{label} " if text else label)).bold = True
    if text:
        paragraph.add_run(xml_text(text))
    mark_direction(paragraph, text or label)


def png_size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG in pixels; they stand at a fixed place."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
