"""The worker that opens PDFs: a process of its own, so that a hostile file can cost time and memory only there.

Run as `python -m canvas.exchange.incoming.pdf_worker`. It reads requests from standard input: two lengths, then
the bytes of a file, then those of the pages to put in front of it; without such pages the file is read. It answers
each on standard output: two lengths, then JSON, then the PDF that was made, if one was. It ends with its input,
and by itself when one file takes more than its share of the processor.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import logging
import os
import struct
import sys
import threading
import time
import zlib
from typing import Any, BinaryIO

from canvas.exchange.embedded_places import PDF_ATTACHMENT
from canvas.exchange.incoming import gate_limits as limits

LENGTHS = struct.Struct(">II")
_OUT_OF_TIME = 3
_BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError),
    *(OSError, StopIteration, ImportError, struct.error, zlib.error),
)
"""What pypdf raises for a PDF that is not what it says, beside errors of its own."""
_GRACE = 0.3
"""Seconds that one page may take beyond the share before the worker ends itself."""


def main() -> None:
    """Answer requests until the input ends."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    import pypdf  # noqa: F401  (here, so that the first file does not wait for it)

    gc.freeze()  # what stays is not looked through after each file
    while head := requests.read(LENGTHS.size):
        data, front = map(requests.read, LENGTHS.unpack(head))
        watch = _Watch()
        answer, made = _answer(data, front)
        watch.over.set()
        _send(answers, answer, made)
        del data, front, answer, made
        gc.collect()  # objects of a PDF point at each other; the next one needs the memory


class _Watch:
    """Ends the process when one file has used its share of the processor."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self._until = time.process_time() + limits.PDF_SECONDS + _GRACE
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while not self.over.wait(0.05):
            if time.process_time() > self._until:
                os._exit(_OUT_OF_TIME)


def _send(answers: BinaryIO, answer: dict[str, Any], made: bytes) -> None:
    line = json.dumps(answer).encode("ascii")
    answers.write(LENGTHS.pack(len(line), len(made)) + line + made)
    answers.flush()


def _answer(data: bytes, front: bytes) -> tuple[dict[str, Any], bytes]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return {"refused": "password"}, b""
        return ({}, _with_pages_in_front(reader, front)) if front else (_read(reader), b"")
    except MemoryError:
        return {"refused": "memory"}, b""
    except (PyPdfError, *_BROKEN) as error:
        return {"refused": "damaged", "why": type(error).__name__}, b""


def _with_pages_in_front(reader: Any, front: bytes) -> bytes:
    """Return the PDF with the pages of another one before its own; what is attached to it stays."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=reader)
    for place, page in enumerate(PdfReader(io.BytesIO(front)).pages):
        writer.insert_page(page, place)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _read(reader: Any) -> dict[str, Any]:
    """Return the text of each page within the share of time, the number of pages and the embedded copy."""
    until = time.process_time() + limits.PDF_SECONDS
    copy = _copy(reader)
    number = len(reader.pages)
    if number > limits.PDF_PAGES:
        return {"refused": "pages", "pages": number}
    pages: list[str] = []
    size = pictures = 0
    for page in reader.pages:
        if time.process_time() > until or size > limits.WHOLE_CHARACTERS:
            break
        pages.append(page.extract_text())
        size += len(pages[-1])
        pictures += _pictures(page)
    return {"pages": pages, "of": number, "copy": copy, "pictures": pictures}


def _pictures(page: Any) -> int:
    """Return how many pictures a page shows, without opening any."""
    try:
        held = page["/Resources"]["/XObject"].values()
        return sum(item.get_object().get("/Subtype") == "/Image" for item in held)
    except (KeyError, AttributeError, TypeError):
        return 0


def _copy(reader: Any) -> str | None:
    """Return the attached copy, None without one."""
    with contextlib.suppress(KeyError, AttributeError, TypeError, ValueError, IndexError):
        for content in reader.attachments.get(PDF_ATTACHMENT, []):
            return str(content.decode("utf-8", "replace"))
    return None


def _limit_memory() -> None:
    """Limit the memory of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    most = limits.PDF_MEGABYTES * 1_000_000
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
