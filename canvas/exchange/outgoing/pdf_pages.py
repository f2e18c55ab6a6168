"""Pages of one PDF in front of another, which stays as it is."""

from __future__ import annotations

from canvas.errors import InputError
from canvas.exchange.incoming.pdf_process import PDF_PROCESS

_WHY = {
    "password": "it is closed with a password",
    "memory": "it unpacks to far more than it is",
    "damaged": "it is broken",
}


def with_pages_in_front(original: bytes, pages: bytes) -> bytes:
    """Return the original with the pages of another PDF before its own; what is attached to it stays.

    The original is opened by the worker alone, with its limits, as everywhere.

    Raises InputError for a PDF that is broken, closed with a password, or takes too much time or memory.
    """
    answer = PDF_PROCESS.ask(original, pages)
    if answer is None:
        raise InputError("No page can be put into this PDF: it takes too long.")
    if refused := answer.says.get("refused"):
        raise InputError(f"No page can be put into this PDF: {_WHY[refused]}.")
    return answer.made
