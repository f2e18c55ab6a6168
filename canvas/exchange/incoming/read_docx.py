"""Reads a Word file: paragraphs, headings, lists and tables, and what of it no plain text can hold.

Its XML is read as a stream: no tree of it is ever built, and nothing it names is ever fetched.
"""

from __future__ import annotations

import io
import re
import xml.parsers.expat
import zipfile
from collections import Counter

from canvas.errors import InputError
from canvas.exchange.embedded_places import get_docx
from canvas.exchange.incoming import gate_limits as limits
from canvas.exchange.incoming.docx_styles import Styles, local_name, styles_of
from canvas.exchange.incoming.read import Read, unread

_SKIPPED = frozenset("del moveFrom delText instrText Fallback txbxContent object rPrChange pPrChange".split())
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_COUNTED = {
    "commentReference": ("comment", "comments"),
    "txbxContent": ("text box", "text boxes"),
    "footnoteReference": ("footnote", "footnotes"),
    "endnoteReference": ("endnote", "endnotes"),
    "pic": ("picture", "pictures"),
    "imagedata": ("picture", "pictures"),
    "oMath": ("formula", "formulas"),
    "chart": ("chart", "charts"),
    "altChunk": ("inserted document", "inserted documents"),
    "OLEObject": ("embedded object", "embedded objects"),
}
_HEADING_WORDS = 10
_BOLD_HEADING = 6
"""Level of a short bold line, which has no level of its own."""


class _TooDeepError(Exception):
    """More tags stand open inside each other than any text needs."""


class _Story:
    """Collects the text of one part, event by event."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lines: list[str] = []
        self.counts: Counter[str] = Counter()
        self.boxes: list[str] = []
        self._path: list[str] = []
        self._skipped = 0
        self._boxed = 0
        self._fallbacks = 0
        self._start_paragraph()

    def _start_paragraph(self) -> None:
        self.parts: list[str] = []
        self.style = ""
        self.level = 0
        self.listed: bool | None = None
        self.bold_letters = self.letters = 0
        self._bold = self._hidden = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        self._path.append(name)
        if len(self._path) > limits.XML_DEPTH:
            raise _TooDeepError
        self._fallbacks += name == "Fallback"
        if name in _COUNTED and not self._fallbacks:
            self.counts[name] += 1
        if name in ("ins", "del", "moveFrom") and self._path[-2:-1] != ["rPr"]:
            self.counts["tracked"] += 1
        if name == "txbxContent":
            self._boxed += 1
        if name in _SKIPPED:
            self._skipped += 1
        if self._skipped:
            return
        value = next((held for key, held in attributes.items() if local_name(key) == "val"), "")
        self._property(name, value)

    def _property(self, name: str, value: str) -> None:
        match name:
            case "p":
                self._start_paragraph()
            case "r":
                self._bold = self._hidden = False
            case "pStyle":
                self.style = value
            case "numPr":
                self.listed = True
            case "numId" if value == "0":
                self.listed = False
            case "outlineLvl" if value.isdigit() and int(value) < 9 and "pPr" in self._path:
                self.level = int(value) + 1
            case "b" if self._path[-3:-1] == ["r", "rPr"]:
                self._bold = value not in ("0", "false")
            case "vanish" if self._path[-3:-1] == ["r", "rPr"]:
                self._hidden = value not in ("0", "false")
            case _ if name in _SIGNS and "r" in self._path[-3:] and not self._hidden:
                self.parts.append(_SIGNS[name])

    def end(self, tag: str) -> None:
        name = local_name(tag)
        self._path.pop()
        if name == "p" and not self._skipped:
            self._paragraph()
        if name == "p" and self._boxed:
            self.boxes.append("\n")
        self._fallbacks -= name == "Fallback"
        if name in _SKIPPED:
            self._skipped -= 1
        if name == "txbxContent":
            self._boxed -= 1

    def words(self, data: str) -> None:
        if not self._path or self._path[-1] != "t":
            return
        if self._boxed and not self._fallbacks:
            self.boxes.append(data)
        if self._skipped or self._hidden:
            return
        self.parts.append(data)
        self.letters += len(data.strip())
        self.bold_letters += len(data.strip()) if self._bold else 0

    def _paragraph(self) -> None:
        """Write the paragraph that ends, as a heading, bullets or lines."""
        lines = [" ".join(line.split()) for line in "".join(self.parts).split("\n")]
        lines = [line for line in lines if line]
        if not lines:
            self.lines.append("")
            self._start_paragraph()
            return
        level = self.level or self.styles.level(self.style)
        listed = self.styles.listed(self.style) if self.listed is None else self.listed
        if not level and len(lines) == 1 and not listed and self._looks_like_a_heading(lines[0]):
            level = _BOLD_HEADING
        if level:
            self.lines.append(f"{'#' * min(level, 6)} {' '.join(lines)}")
        elif listed:
            self.lines += [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
        else:
            apart = [""] if self.lines and not self.lines[-1].startswith(("- ", "  ")) else []
            self.lines += [*apart, *lines]  # two paragraphs of Word are two of a draft
        self._start_paragraph()

    def _looks_like_a_heading(self, line: str) -> bool:
        whole = 0 < self.letters == self.bold_letters
        return whole and "tc" not in self._path and len(line.split()) <= _HEADING_WORDS and line[-1] not in ".!?,;"


def read_docx(name: str, data: bytes) -> Read:
    """Return the text of a Word file that has passed the gate. Tracked changes count as accepted.

    Raises InputError when its XML is broken or nested too deeply.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = set(archive.namelist())
            styles = styles_of(archive.read("word/styles.xml") if "word/styles.xml" in held else b"")
            story = _Story(styles)
            _read_part(archive.read("word/document.xml"), story)
            copy = get_docx(archive)
    except (xml.parsers.expat.ExpatError, UnicodeError, IndexError) as error:
        raise InputError(
            "this Word file is damaged.", where=name, mend="Save it again from your word processor."
        ) from error
    except _TooDeepError as error:
        raise InputError(
            "this document is nested too deeply.", where=name, mend="Copy its text and paste it."
        ) from error
    text = _tidy(story.lines)
    lost = _lost(story)
    if not text.strip() and not story.boxes and copy is None:
        raise InputError(
            "this Word file holds no text.", where=name, mend="Give the file with the text, or paste it."
        )
    if not text.strip() and story.boxes:
        return Read(
            _tidy("".join(story.boxes).split("\n")), tuple(line for line in lost if "box" not in line), copy
        )
    return Read(text, lost, copy)


def _read_part(content: bytes, story: _Story) -> None:
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = story.start
    parser.EndElementHandler = story.end
    parser.CharacterDataHandler = story.words
    parser.Parse(content, True)


def _tidy(lines: list[str]) -> str:
    """Return the lines with one empty line at most between two, and around each heading."""
    text = "\n".join(lines)
    text = re.sub(r"\n(?=#{1,6} )", "\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _lost(story: _Story) -> tuple[str, ...]:
    sums: Counter[tuple[str, str]] = Counter()
    for name, number in story.counts.items():
        if name in _COUNTED:
            sums[_COUNTED[name]] += number
    said = [unread(number, *names) for names, number in sums.items()]
    if story.counts["tracked"]:
        said.append("Tracked changes were read as if they were accepted.")
    return tuple(said)
