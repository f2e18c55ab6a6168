"""Files of a disk: read up to a limit, or written; whatever fails ends in one clear line."""

from __future__ import annotations

from pathlib import Path

from canvas.errors import InputError


def bytes_of(path: Path, most: int) -> bytes:
    """Return the bytes of a file. most: how many are allowed, so that no device is read for ever.

    Raises InputError.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise InputError(
            "there is no such file.", where=str(path), mend="Check the name and the folder."
        ) from error
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        if is_folder(path):
            raise InputError("this is a folder.", where=str(path), mend="Name a file in it.") from error
        raise InputError(
            "this file cannot be read.", where=str(path), mend="Check that you may open it."
        ) from error
    return within(data, most, str(path))


def within(data: bytes, most: int, name: str) -> bytes:
    """Return the bytes of which one more than allowed was asked for. Raises InputError when it came."""
    if len(data) > most:
        raise InputError(f"this is larger than {most // 1_000_000} MB.", where=name, mend="Give it in parts.")
    return data


def write(path: Path, data: bytes) -> None:
    """Write a file, in a folder that is there. Raises InputError when the disk does not take it."""
    try:
        path.write_bytes(data)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "its name is no name of a file"
        raise InputError(
            f"The file cannot be written ({why}).", where=str(path), mend="Choose another folder or name."
        ) from error


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file or folder that is there, also through links or other letters."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_taken(path: Path) -> bool:
    """Tell whether anything stands under this name, be it a link that leads nowhere."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
