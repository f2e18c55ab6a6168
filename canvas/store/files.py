"""The SQLite file on the disk: private to its owner, and watched, since nobody may delete it unnoticed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside its file; without the file it is worthless and must not be read again."""


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there already stays as it is. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def file_of(engine: Engine) -> Path | None:
    """Return the file of a SQLite database; None for one in memory and for other databases."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:" or name.startswith("file:"):
        return None
    return Path(name)


def make_private(file: Path) -> None:
    """Let only the owner read a file, made empty if it is not there; its helpers take over its rights."""
    if os.name == "nt":  # there the user's folder is private already
        return
    with suppress(OSError):  # what is wrong with the place is said when the database is opened
        file.touch(mode=0o600)
        file.chmod(0o600)


class Watch:
    """Remembers which file was opened, and notices when another one, or none, stands in its place."""

    def __init__(self, engine: Engine) -> None:
        self._file = file_of(engine)
        self._opened = self._identity()

    def lost(self) -> bool:
        """Tell whether the file was deleted or replaced since it was opened."""
        return self._file is not None and self._identity() != self._opened

    def clear(self) -> None:
        """Remove what a deleted file has left beside it."""
        if self._file is not None and not self._file.exists():
            for ending in _BESIDE:
                with suppress(OSError):
                    Path(f"{self._file}{ending}").unlink(missing_ok=True)

    def renew(self) -> None:
        """Watch the file that stands there now."""
        self._opened = self._identity()

    def _identity(self) -> tuple[int, int] | None:
        if self._file is None:
            return None
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
