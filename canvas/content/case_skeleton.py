"""The case that a new one begins with: a small working story whose comments say what to change."""

from __future__ import annotations

from canvas.content.case_files import DECLARATION, files_of
from canvas.content.loader import ROOT, read_text

SKELETON = ROOT / "templates" / "case"
_TITLE = "A NEW CASE"


def new_case_files(slug: str) -> dict[str, str]:
    """Return the files of a new case: place inside its folder → text. The title is made from the name."""
    files = {path.relative_to(SKELETON).as_posix(): read_text(path) for path in files_of(SKELETON)}
    title = slug.replace("-", " ").replace("_", " ").capitalize()
    return {**files, DECLARATION: files[DECLARATION].replace(_TITLE, title, 1)}
