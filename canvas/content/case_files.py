"""The files of one case, read carefully since they may come from anywhere: size and place are looked at first."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from canvas.content.loader import read_text, read_toml, shown
from canvas.errors import CanvasError, ContentError
from canvas.models.case import CaseText, Expected

M = TypeVar("M", CaseText, Expected)
DECLARATION, BRIEF, ANSWERS = "case.toml", "brief.md", "answers"
LARGEST = 250_000
"""Bytes of one file; a case of twenty printed pages has a tenth of that."""
LONGEST_BRIEF = 30_000
"""Characters of a brief: ten printed pages."""
MOST_ANSWERS = 200
Stamp = tuple[tuple[str, int, int], ...]


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return the files that make a case: case.toml, brief.md, and the answers by name. Others are never opened."""
    return (folder / DECLARATION, folder / BRIEF, *sorted((folder / ANSWERS).glob("*.toml")))


def stamp_of(folder: Path) -> Stamp:
    """Return what changes when one of the files changes: (path, time in ns, bytes) of each."""
    return tuple(_stamp(path) for path in files_of(folder))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except OSError:
        return (str(path), 0, -1)
    return (str(path), state.st_mtime_ns, state.st_size)


def read_declaration(folder: Path, problems: list[str]) -> CaseText | None:
    """Return what case.toml says; None when it is wrong, with its problems added to the list."""
    return _toml(folder, folder / DECLARATION, CaseText, problems)


def read_answers(folder: Path, problems: list[str]) -> dict[str, Expected]:
    """Return the case's own answers by the name of their file; the problems of wrong ones join the list."""
    paths = files_of(folder)[2:]
    if len(paths) > MOST_ANSWERS:
        problems.append(f"{shown(folder / ANSWERS)}: these are {len(paths)} answers. Keep {MOST_ANSWERS} at most.")
    read = {path.name: _toml(folder, path, Expected, problems) for path in paths[:MOST_ANSWERS]}
    return {name: answer for name, answer in read.items() if answer is not None}


def read_brief(folder: Path, problems: list[str]) -> str:
    """Return the brief; "" when it cannot be read, with its problem added to the list."""
    try:
        _look(folder, folder / BRIEF)
        text = read_text(folder / BRIEF)
        if not text.strip():
            raise ContentError("The brief is empty.", where=_named(folder, folder / BRIEF), mend="Tell the story.")
        if len(text) > LONGEST_BRIEF:
            told = f"The brief has {len(text):,} characters; {LONGEST_BRIEF:,} are allowed."
            raise ContentError(told, where=_named(folder, folder / BRIEF), mend="Shorten it.")
        return text
    except CanvasError as error:
        problems.append(str(error))
        return ""


def _toml(folder: Path, path: Path, model: type[M], problems: list[str]) -> M | None:
    try:
        _look(folder, path)
        return read_toml(path, model)
    except CanvasError as error:
        problems.append(str(error))
    except RecursionError:
        problems.append(f"{shown(path)}: lists or tables stand too deep inside each other. Write it flat.")
    except ValueError:  # a number with thousands of digits, which Python refuses to read
        problems.append(f"{shown(path)}: a number in this file is too long. Write a short one.")
    return None


def _look(folder: Path, path: Path) -> None:
    """Raise ContentError for a file that lies elsewhere, is no plain file, or is too large to be one of a case."""
    if not path.exists():
        raise ContentError("The file is missing.", where=_named(folder, path), mend="Add it.")
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        told = "The file lies outside the folder of the case, or is no plain file."
        raise ContentError(told, where=_named(folder, path), mend="Copy the file itself here.")
    if (size := path.stat().st_size) > LARGEST:
        told = f"The file has {size:,} bytes; {LARGEST:,} are allowed."
        raise ContentError(told, where=_named(folder, path), mend="Shorten it.")


def _named(folder: Path, path: Path) -> str:
    """Return the file's place under its case: never where a link leads."""
    return f"{shown(folder)}/{path.relative_to(folder).as_posix()}"
