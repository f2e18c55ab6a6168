"""A student's own text file or page with the feedback behind it, in the letters and line ends of the file."""

from __future__ import annotations

import re

from canvas.desk.feedback.text import feedback_text
from canvas.desk.feedback.view import Feedback
from canvas.desk.sheets.comment_html import comment_html
from canvas.exchange.outgoing.markdown import escaped

_END_OF_BODY = re.compile(rb"</body\s*>", re.IGNORECASE)
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEADING = "Feedback"


def appended_markdown(original: bytes, feedback: Feedback) -> bytes:
    """Return a Markdown file with the feedback behind it; its words are escaped."""
    lines = [_markdown_line(line) for line in _lines(feedback)]
    return _behind(original, "\n".join(["---", "", f"## {_HEADING}", "", *lines]))


def appended_text(original: bytes, feedback: Feedback) -> bytes:
    """Return a plain text file with the feedback behind it."""
    return _behind(original, "\n".join([_HEADING.upper(), "", *_lines(feedback)]))


def appended_html(original: bytes, feedback: Feedback) -> bytes:
    """Return a page with the feedback as its last section; letters beyond ASCII are written as references."""
    told = comment_html("\n".join(_lines(feedback)))
    section = f'\n<hr>\n<section lang="en">\n<h2>{_HEADING}</h2>\n{told}\n</section>\n'
    encoding = _WIDE.get(original[:2], "")
    if encoding:
        return original + section.encode(encoding)
    data = section.encode("ascii", "xmlcharrefreplace")
    ends = list(_END_OF_BODY.finditer(original))
    place = ends[-1].start() if ends else len(original)
    return original[:place] + data + original[place:]


def _lines(feedback: Feedback) -> list[str]:
    mark = [f"Mark: {feedback.mark}", ""] if feedback.mark else []
    return [*mark, *feedback_text(feedback).split("\n")]


def _markdown_line(line: str) -> str:
    return f"- {escaped(line[2:])}" if line.startswith("- ") else escaped(line)


def _behind(original: bytes, text: str) -> bytes:
    encoding = _WIDE.get(original[:2]) or _narrow(original)
    end = "\r\n" if "\r\n".encode(encoding) in original else "\n"
    return original + f"\n\n{text}\n".replace("\n", end).encode(encoding, "replace")


def _narrow(original: bytes) -> str:
    try:
        original.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
