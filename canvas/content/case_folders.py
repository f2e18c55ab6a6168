"""Where cases lie: the built-in folder first, then the one that `CANVAS_CASES` names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from canvas.content.loader import ROOT, shown
from canvas.errors import ContentError

BUILT_IN = ROOT / "cases"
VARIABLE = "CANVAS_CASES"
MOST = 200
"""Folders of one root that are looked at: a whole disk is no folder of cases."""
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class CaseFolder:
    """A folder that claims to hold a case. wrong: why it is not even read, "" when it can be."""

    slug: str
    path: Path
    built_in: bool
    wrong: str = ""

    def refuse(self) -> None:
        """Raise ContentError when the folder itself is wrong."""
        if self.wrong:
            raise ContentError(self.wrong, where=shown(self.path))


def case_roots() -> tuple[Path, ...]:
    """Return the folders in which cases lie: the built-in one, then that of `CANVAS_CASES`."""
    chosen = os.environ.get(VARIABLE, "").strip()
    return (BUILT_IN, _from_home(Path(chosen))) if chosen else (BUILT_IN,)


def is_slug(name: str) -> bool:
    """Tell whether a name can be that of a case: small letters, digits, - and _, at most 40."""
    return _SLUG.fullmatch(name) is not None


def near_slug(name: str) -> str:
    """Return the allowed name that is nearest to what somebody typed, "" when nothing of it is left."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-")


def case_folders(roots: Sequence[Path] | None = None) -> tuple[CaseFolder, ...]:
    """Return every folder with a case.toml, by name; of two with one name the first can be read, the other not.

    roots: where to look, the first one first; None means `case_roots()`.
    """
    found: list[CaseFolder] = []
    taken: dict[str, CaseFolder] = {}
    for root in case_roots() if roots is None else roots:
        for folder in _in_root(root):
            if not folder.wrong and folder.slug in taken:
                folder = CaseFolder(folder.slug, folder.path, folder.built_in, _twice(taken[folder.slug]))
            taken.setdefault(folder.slug, folder)
            found.append(folder)
    return tuple(sorted(found, key=lambda one: one.slug))


def one_folder(path: Path) -> CaseFolder:
    """Return the folder of one case, wherever it lies."""
    whole = path.resolve()
    return CaseFolder(whole.name, whole, whole.is_relative_to(BUILT_IN), _wrong_name(whole.name))


def _from_home(path: Path) -> Path:
    """Return the path with its `~` written out; of a user who is not known it stays, and leads to no folder."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _is_there(what: Callable[[], bool]) -> bool:
    """Ask the disk; what it refuses to look up, such as a name that is too long, is not there."""
    try:
        return what()
    except (OSError, ValueError):
        return False


def _in_root(root: Path) -> list[CaseFolder]:
    if not _is_there(root.is_dir):
        return [CaseFolder(root.name, root, False, f"This is no folder. Let {VARIABLE} name a folder of cases.")]
    if _is_there((root / "case.toml").is_file):
        told = f"This is the folder of one case. Let {VARIABLE} name the folder around it."
        return [CaseFolder(root.name, root, False, told)]
    real = root.resolve()
    try:
        paths = sorted(path for path in real.iterdir() if (path / "case.toml").is_file())
    except OSError:
        return [CaseFolder(root.name, root, False, "This folder cannot be read. Look at its permissions.")]
    found = [
        CaseFolder(path.name, path, real == BUILT_IN, _wrong_name(path.name) or _outside(path, real))
        for path in paths[:MOST]
    ]
    if len(paths) > MOST:
        told = f"There are more than {MOST} cases here. The others are not shown. Put them in another folder."
        found.append(CaseFolder(root.name, root, False, told))
    return found


def _wrong_name(name: str) -> str:
    if is_slug(name):
        return ""
    better = f" Rename it to '{near_slug(name)}'." if near_slug(name) else ""
    return f"The name of a case has small letters, digits, - and _ only, 40 at most.{better}"


def _outside(path: Path, root: Path) -> str:
    if path.resolve().is_relative_to(root):
        return ""
    return "This folder is a link to another place. Copy the folder itself here."


def _twice(first: CaseFolder) -> str:
    whose = "built-in case" if first.built_in else "case"
    return f"There is a {whose} with this name already, and that one is used. Rename this folder."
