"""Typst turns a template of ours and data of theirs into PDF, SVG or PNG; words are data, never source.

Letters come from the fonts of this folder and those inside typst, so a file is the same on every computer. Only
letters that all of them lack are looked for among the fonts of the computer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from canvas.models.base import Frozen

if TYPE_CHECKING:
    import typst

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent.parent.parent.parent / "templates"
_ACCESSIBLE: Literal["ua-1"] = "ua-1"
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_COMMON = re.compile("[\x00-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2026\u20ac]*")
"""Letters that our fonts certainly have."""
_NAMED = 12
"""Letters named in a note; more would be no help."""


class PdfFile(Frozen):
    """A PDF. note: "" or one sentence about letters that no font could show."""

    data: bytes
    note: str = ""


def typst_pdf(template: str, data: Mapping[str, object]) -> PdfFile:
    """Return a tagged PDF (PDF/UA-1), or a plain one with a note where a letter is in no font.

    template: a file under `templates/`, for example `document.typ`. data: what JSON can hold; the template reads
    it with `json(bytes(sys.inputs.data))`. Same input, same bytes.
    """
    import typst

    words = json.dumps(data, ensure_ascii=False)
    for own in (True, False):
        try:
            return PdfFile(data=_press(template, own).pdf(words, _ACCESSIBLE))
        except typst.TypstError as error:
            lacking = _letters(error.diagnostic)
    return PdfFile(data=_press(template, False).pdf(words, None), note=_note(lacking))


def typst_svg(template: str, data: Mapping[str, object]) -> str:
    """Return the first page as SVG without any text in it: letters are drawn."""
    return _picture(template, data, "svg", None).decode("utf-8")


def typst_png(template: str, data: Mapping[str, object], ppi: float) -> bytes:
    """Return the first page as PNG. ppi: pixels an inch."""
    return _picture(template, data, "png", ppi)


class _Press:
    """A compiler for one template. Typst allows one caller at a time, so each press has a lock."""

    def __init__(self, template: str, fonts: typst.Fonts) -> None:
        import typst

        self._compiler = typst.Compiler(str(TEMPLATES / template), root=str(TEMPLATES), font_paths=fonts)
        self._lock = Lock()

    def pdf(self, words: str, standard: Literal["ua-1"] | None) -> bytes:
        """Return a PDF. Raises TypstError where the standard is asked for and cannot be met."""
        with self._lock:
            made = self._compiler.compile(
                format="pdf", sys_inputs={"data": words}, pdf_standards=standard or [], timestamp=0
            )
        return _whole(made)

    def picture(self, words: str, kind: Literal["svg", "png"], ppi: float | None) -> bytes:
        """Return the first page as a picture."""
        with self._lock:
            return _whole(self._compiler.compile(format=kind, sys_inputs={"data": words}, ppi=ppi))


def _picture(template: str, data: Mapping[str, object], kind: Literal["svg", "png"], ppi: float | None) -> bytes:
    """Return a picture, with letters of the computer's fonts only where ours lack one."""
    import typst

    words = json.dumps(data, ensure_ascii=False)
    own = True
    if not _COMMON.fullmatch(words):  # a picture says nothing of lacking letters, a PDF/UA does
        try:
            _press(template, True).pdf(words, _ACCESSIBLE)
        except typst.TypstError:
            own = False
    return _press(template, own).picture(words, kind, ppi)


@cache
def _press(template: str, own: bool) -> _Press:
    return _Press(template, _fonts(own))


@cache
def _fonts(own: bool) -> typst.Fonts:
    """Return the fonts of this folder and of typst, with those of the computer behind them unless only `own`."""
    import typst

    return typst.Fonts(include_system_fonts=not own, include_embedded_fonts=True, font_paths=[str(FONTS)])


def _whole(made: bytes | list[bytes] | None) -> bytes:
    """Return the one file typst made. Pictures have one page each."""
    pages = made if isinstance(made, list) else [made]
    return pages[0] or b""


def _letters(diagnostic: str) -> tuple[str, ...]:
    """Return the lacking letters that a refusal names, each once, in their order."""
    return tuple(dict.fromkeys(_shown(found) for found in _LACKING.findall(diagnostic)))


def _shown(quoted: str) -> str:
    r"""Return a letter as it is; typst writes invisible ones as \u{200d}."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), quoted)


def _note(lacking: tuple[str, ...]) -> str:
    """Return one sentence about what the PDF cannot show."""
    if not lacking:
        return "This PDF is not marked as accessible."
    seen = [letter for letter in lacking if letter.isprintable()]
    named = " ".join(seen[:_NAMED]) + (" …" if len(seen) > _NAMED else "")
    return f"No font on this computer has these letters, so the PDF shows boxes for them: {named}"
