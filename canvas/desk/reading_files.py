"""Files of a batch through the intake; one that cannot be read is kept with the reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence

from canvas.desk.archive import told
from canvas.desk.platforms.entry import Entry
from canvas.errors import InputError
from canvas.models.review import SubmittedFile, SubmittedKind

_TAG = re.compile(r"</?(?:p|br|div|span|ul|ol|li|a|b|i|em|strong|h[1-6])\b[^<>]*+>", re.IGNORECASE)
Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""


def read_files(
    entries: Sequence[tuple[Entry, bytes]], progress: Progress | None = None
) -> Iterator[tuple[Entry, SubmittedFile]]:
    """Yield each entry with its file as it was read, in order."""
    for done, (entry, data) in enumerate(entries, 1):
        yield entry, read_entry(entry, data)
        if progress:
            progress(done, len(entries))


def read_entry(entry: Entry, data: bytes) -> SubmittedFile:
    """Return one file as the intake reads it; `unread` tells why when it cannot."""
    from canvas.exchange.incoming.intake import read_file

    file = SubmittedFile(
        path=entry.path,
        kind=entry.kind,
        name=entry.inner,
        late=entry.late,
        link=entry.link,
        digest=hashlib.sha256(data).hexdigest(),
    )
    if entry.kind is SubmittedKind.URL or entry.typed == "":
        return file
    name, content = (entry.inner, data) if entry.typed is None else _typed(entry.typed)
    try:
        taken = read_file(name, content)
    except InputError as error:
        return file.model_copy(update={"unread": told(error)})
    return file.model_copy(
        update={
            "format": taken.format,
            "text": taken.text,
            "origin": taken.origin,
            "workbook": taken.workbook,
            "claim": taken.claim,
            "note": taken.note,
            "section": taken.section.heading if taken.section else "",
            "lost": taken.lost,
        }
    )


def _typed(text: str) -> tuple[str, bytes]:
    """Return text that was typed into a form as a file; some forms give it as HTML."""
    return ("typed.html" if _TAG.search(text) else "typed.txt"), text.encode("utf-8")
