"""The same document is the same file: archives are packed with fixed dates and in the order of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day an archive can name."""
_UNIX = 3


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Return an archive of these parts that tells nothing of when and where it was made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, 0o600 << 16
            # a picture is packed already
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def packed_again(archive: bytes) -> bytes:
    """Return an archive of ours with the same parts, without what tells when it was made."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return packed({entry.filename: old.read(entry) for entry in old.infolist()})
