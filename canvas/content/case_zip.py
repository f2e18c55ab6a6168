"""A case as one zip file, to hand to colleagues: only the files of the case, the same bytes each time."""

from __future__ import annotations

import io
import zipfile

from canvas.content.case_files import files_of
from canvas.content.case_folders import CaseFolder
from canvas.content.cases import load_folder

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def zipped(folder: CaseFolder) -> bytes:
    """Return the folder as a zip. Raises ContentError for a broken case: only what has been read is handed on."""
    load_folder(folder)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path in files_of(folder.path):
            name = f"{folder.slug}/{path.relative_to(folder.path).as_posix()}"
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.external_attr, entry.create_system = _PLAIN_FILE, _UNIX  # the same on every system
            archive.writestr(entry, path.read_bytes())  # stored as it is: packing differs between machines
    return kept.getvalue()
