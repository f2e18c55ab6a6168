"""Pages of one PDF in front of another, which stays as it is."""

from __future__ import annotations

import io

from canvas.errors import InputError


def with_pages_in_front(original: bytes, pages: bytes) -> bytes:
    """Return the original with the pages of another PDF before its own; what is attached to it stays.

    Raises InputError for a PDF that is broken or closed with a password.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(original))
        if reader.is_encrypted:
            raise InputError("No page can be put into this PDF: it is closed with a password.")
        writer = PdfWriter(clone_from=reader)
        for place, page in enumerate(PdfReader(io.BytesIO(pages)).pages):
            writer.insert_page(page, place)
        file = io.BytesIO()
        writer.write(file)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise InputError("No page can be put into this PDF: it is broken.") from error
    return file.getvalue()
