"""Keeps one worker for PDFs: started at the first PDF, started anew when it had to end."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple

from canvas.exchange.incoming.pdf_worker import LENGTHS

_ROOT = Path(__file__).parent.parent.parent.parent
_LONGEST_WAIT = 20.0
"""Seconds on the clock after which a silent worker is ended: more than its own share, for busy machines."""


class Answer(NamedTuple):
    """What the worker gives. says: what it read, or why it refused. made: the PDF with the pages in front."""

    says: dict[str, Any]
    made: bytes


class PdfProcess:
    """One worker process; requests come one after the other."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._worker: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes, front: bytes = b"") -> Answer | None:
        """Return the worker's answer for one file; None when it ended over it. The next file gets a new worker.

        front: a PDF whose pages are to stand before those of the file; without it the file is read.
        """
        with self._turn:
            worker = self._running()
            timer = threading.Timer(_LONGEST_WAIT, worker.kill)
            timer.start()
            try:
                answer = _exchange(worker, data, front)
            finally:
                timer.cancel()
            if answer is None:
                self._end()
            return answer

    def close(self) -> None:
        """End the worker, if there is one."""
        with self._turn:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self._end()
            self._worker = subprocess.Popen(
                [sys.executable, "-m", "canvas.exchange.incoming.pdf_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            )
        return self._worker

    def _end(self) -> None:
        if self._worker is None:
            return
        self._worker.kill()
        self._worker.wait()
        for pipe in (self._worker.stdin, self._worker.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was still to be written has no reader any more
        self._worker = None


def _exchange(worker: subprocess.Popen[bytes], data: bytes, front: bytes) -> Answer | None:
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        worker.stdin.write(LENGTHS.pack(len(data), len(front)) + data + front)
        worker.stdin.flush()
        head = worker.stdout.read(LENGTHS.size)
        if len(head) < LENGTHS.size:
            return None
        said, made = LENGTHS.unpack(head)
        return Answer(json.loads(worker.stdout.read(said)), worker.stdout.read(made))
    except (OSError, ValueError):
        return None


PDF_PROCESS = PdfProcess()
"""The one worker of this program."""
atexit.register(PDF_PROCESS.close)
