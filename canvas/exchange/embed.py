"""Puts the embedded copy into a document that was just made: its visible text is read as it will be read again."""

from __future__ import annotations

from canvas.exchange.embedded import sealed
from canvas.exchange.embedded_places import put_docx, put_html, put_markdown
from canvas.exchange.read_docx import read_docx
from canvas.exchange.read_text import read_html, read_markdown
from canvas.models.intake import Claim
from canvas.models.workbook import Workbook


def docx_with_copy(data: bytes, workbook: Workbook, claim: Claim) -> bytes:
    """Return a Word file with the copy, all entries with one fixed date: same document, same bytes."""
    return put_docx(data, sealed(workbook, read_docx("the export", data).text, claim))


def html_with_copy(page: str, workbook: Workbook, claim: Claim) -> str:
    """Return a page with the copy."""
    return put_html(page, sealed(workbook, read_html(page).text, claim))


def markdown_with_copy(text: str, workbook: Workbook, claim: Claim) -> str:
    """Return a Markdown export with the copy."""
    return put_markdown(text, sealed(workbook, read_markdown(put_markdown(text, "{}")).text, claim))


def pdf_copy(workbook: Workbook, claim: Claim) -> str:
    """Return the copy that is attached to a PDF; its lines break anew, so its visible text is not compared."""
    return sealed(workbook, None, claim)
