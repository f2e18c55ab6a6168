"""Reads a PDF through the worker, and says in plain words what stays outside."""

from __future__ import annotations

from canvas.errors import InputError
from canvas.exchange.incoming import gate_limits as limits
from canvas.exchange.incoming.pdf_lines import joined
from canvas.exchange.incoming.pdf_process import PDF_PROCESS
from canvas.exchange.incoming.read import Read, unread

_ANOTHER = "Export it again from the program it was written in, or give the .docx."


def read_pdf(name: str, data: bytes) -> Read:
    """Return the text of a PDF. Raises InputError for one that is protected, damaged, too long, or has no text."""
    asked = PDF_PROCESS.ask(data)
    if asked is None:
        raise InputError("reading this PDF takes too long, so it was stopped.", where=name, mend=_ANOTHER)
    answer = asked.says
    match answer.get("refused"):
        case "password":
            raise InputError(
                "this PDF is protected by a password.",
                where=name,
                mend="Save it without the password and try again.",
            )
        case "pages":
            raise InputError(
                f"this PDF has more than {limits.PDF_PAGES} pages.",
                where=name,
                mend="Give only the pages of the plan.",
            )
        case "memory":
            raise InputError("this PDF unpacks to far more than it is.", where=name, mend=_ANOTHER)
        case str():
            raise InputError("this PDF is damaged, or is none.", where=name, mend=_ANOTHER)
    pages, number = answer["pages"], answer["of"]
    text = joined(pages)
    if not text.strip() and answer["copy"] is None:
        raise InputError(
            "this PDF holds no text, only pictures of it.", where=name, mend="Give the .docx, or paste the text."
        )
    lost = []
    if answer["pictures"]:
        lost.append(unread(answer["pictures"], "picture", "pictures"))
    if len(pages) < number:
        lost.append(f"Only the first {len(pages)} of {number} pages were read; the others took too long.")
    return Read(text, tuple(lost), answer["copy"])
