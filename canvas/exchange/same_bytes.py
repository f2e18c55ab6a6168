"""The same document is the same file: archives are packed again with fixed dates and in a fixed order."""

from __future__ import annotations

import io
import zipfile

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day an archive can name."""


def packed_again(archive: bytes) -> bytes:
    """Return an archive with the same entries in the same order, without anything that tells when it was made."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            told = zipfile.ZipInfo(entry.filename, _DAY)
            told.compress_type, told.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(told, old.read(entry))
    return file.getvalue()
