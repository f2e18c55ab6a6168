"""The worker that opens PDFs: a process of its own, so that a hostile file can cost time and memory only there.

Run as `python -m canvas.exchange.incoming.pdf_worker`. It reads requests from standard input (a length,
then the bytes of a file) and answers each on standard output (a length, then JSON). It ends with its input, and
by itself when one file takes more than its share of the processor.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import struct
import sys
import threading
import time
from typing import Any, BinaryIO

from canvas.exchange.embedded_places import PDF_ATTACHMENT
from canvas.exchange.incoming import gate_limits as limits

LENGTH = struct.Struct(">I")
_OUT_OF_TIME = 3
_GRACE = 0.3
"""Seconds that one page may take beyond the share before the worker ends itself."""


def main() -> None:
    """Answer requests until the input ends."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    import pypdf  # noqa: F401  (here, so that the first file does not wait for it)

    while head := requests.read(LENGTH.size):
        data = requests.read(LENGTH.unpack(head)[0])
        watch = _Watch()
        answer = _answer(data)
        watch.over.set()
        _send(answers, answer)


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


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    line = json.dumps(answer).encode("ascii")
    answers.write(LENGTH.pack(len(line)) + line)
    answers.flush()


def _answer(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return {"refused": "password"}
        return _read(reader)
    except MemoryError:
        return {"refused": "memory"}
    except RecursionError:
        return {"refused": "damaged"}
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        ArithmeticError,
    ) as error:
        return {"refused": "damaged", "why": type(error).__name__}
    except (NotImplementedError, AssertionError, StopIteration, struct.error, ImportError) as error:
        return {"refused": "damaged", "why": type(error).__name__}


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
