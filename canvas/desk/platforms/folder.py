"""A plain folder, or several files: whose a file is stands in its name, or in the name of its folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from canvas.desk.platforms.entry import Entry, Read, key_of, last_part, name_of
from canvas.models.review import Platform

PLATFORM = Platform.FOLDER
_FILES_OF_ONE_STUDENT = 3
"""A folder with more files than this is no student's: each file in it is one."""


def entries(paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
    """Return an entry for every path: a file is a student's, or the few files of a folder are."""
    wrapper = _wrapper(paths)
    folders = Counter(_folder(path) for path in paths)
    several = len(folders) > 1
    return tuple(
        _entry(path, wrapper, own=several and folders[_folder(path)] <= _FILES_OF_ONE_STUDENT) for path in paths
    )


def _entry(path: str, wrapper: str, own: bool) -> Entry:
    short = path.removeprefix(wrapper)
    folder = _folder(short)
    told = folder if own and folder else short.removesuffix(PurePosixPath(short).suffix)
    return Entry(path=path, key=key_of(told), name=name_of(told), inner=last_part(path))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _wrapper(paths: Sequence[str]) -> str:
    """Return the folder that holds everything, with its slash, or "" when there is none."""
    first = paths[0].partition("/")[0] if paths else ""
    return f"{first}/" if paths and all(path.startswith(f"{first}/") for path in paths) else ""
