"""The gate for the work of a class: an archive of files that each go through the gate alone."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from canvas.errors import InputError
from canvas.exchange.incoming import gate_limits as limits
from canvas.exchange.incoming.gate_zip import BATCH, DAMAGED, check_entry, opened, refused


class ArchiveEntry(NamedTuple):
    """One file of a batch, not read yet. path: as it stands in the archive. size: its bytes, unpacked."""

    path: str
    size: int
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def read(self) -> bytes:
        """Return the bytes. Raises InputError for one that is refused or damaged; the others stay readable."""
        check_entry(self.path, self.info, BATCH)
        try:
            with self.archive.open(self.info) as file:
                return file.read(self.size + 1)
        except (*DAMAGED, RuntimeError) as error:
            raise InputError(
                "this file is damaged in the archive.", where=self.path, mend="Ask for it again."
            ) from error


def open_archive(data: bytes, name: str = "the archive") -> tuple[ArchiveEntry, ...]:
    """Return the files of a batch, unread, in their order; folders are left out. Raises InputError.

    Documents and archives inside are entries like others: each goes through `check_file` when it is opened.
    """
    if len(data) > limits.BATCH_BYTES:
        raise refused(name, f"it is larger than {limits.BATCH_BYTES // 1_000_000} MB", "Download it in parts.")
    with opened(name, data, BATCH):
        pass  # its list is looked at before anything is handed out
    archive = zipfile.ZipFile(io.BytesIO(data))
    return tuple(
        ArchiveEntry(info.filename, info.file_size, archive, info)
        for info in archive.infolist()
        if not info.is_dir()
    )
