"""A student's own Word document with the comments as real Word comments at their words; nothing else changes."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING

from canvas.desk.feedback.text import comment_text, feedback_text
from canvas.desk.feedback.view import Feedback
from canvas.desk.word_places import Places, places_of
from canvas.errors import InputError
from canvas.exchange.outgoing.word_marks import xml_text
from canvas.exchange.same_bytes import packed_again

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_AUTHOR, _INITIALS = "Reviewer", "R"


def annotated_docx(original: bytes, feedback: Feedback) -> bytes:
    """Return the document with a comment at each quoted place, and one at the beginning with everything else.

    A comment whose words cannot be found again stands at the beginning too. Same input, same bytes.

    Raises InputError for a file that python-docx cannot open.
    """
    document = _opened(original)
    places = places_of(document.element.body)
    spans = [places.find(comment.quote, comment.before) for comment in feedback.comments]
    found = [(span, comment) for span, comment in zip(spans, feedback.comments, strict=True) if span]
    lost = tuple(comment for span, comment in zip(spans, feedback.comments, strict=True) if not span)
    for run, offsets in places.cuts([span for span, _ in found]):
        for offset in sorted(offsets, reverse=True):
            _split(run, offset)
    places = places_of(document.element.body)
    _at_the_beginning(document, places, feedback, feedback_text(feedback.model_copy(update={"comments": lost})))
    for (start, end), comment in found:
        _add(document, feedback, places.run_at(start), places.run_at(end - 1), comment_text(comment, quoted=False))
    file = io.BytesIO()
    document.save(file)
    return packed_again(file.getvalue())


def _opened(original: bytes) -> Document:
    import zipfile

    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        document = docx.Document(io.BytesIO(original))
        document.element.body.tag  # noqa: B018 (a Word file of the strict kind opens, and has no body for us)
    except (PackageNotFoundError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise InputError("Comments cannot be put into this Word file: it is broken or of another kind.") from error
    return document


def _at_the_beginning(document: Document, places: Places, feedback: Feedback, text: str) -> None:
    """Put mark, closing words, rubric and replies at the first words of the document."""
    words = "\n\n".join(filter(None, (f"Mark: {feedback.mark}" if feedback.mark else "", text)))
    if not words:
        return
    run = places.first_run()
    if run is None:
        paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
        run = paragraph.add_run()._r
    _add(document, feedback, run, run, words)


def _add(document: Document, feedback: Feedback, first: BaseOxmlElement, last: BaseOxmlElement, text: str) -> None:
    from docx.oxml.ns import qn
    from docx.text.run import Run

    paragraph = document.element.body
    runs = [Run(first, paragraph), Run(last, paragraph)]
    lines = "\n".join(line for line in xml_text(text).split("\n") if line.strip())
    made = document.add_comment(runs, lines, author=xml_text(feedback.reviewer) or _AUTHOR, initials=_INITIALS)
    element = made._comment_elm
    if feedback.at is None:  # no clock: the same feedback is the same file
        element.attrib.pop(qn("w:date"), None)
    else:
        element.set(qn("w:date"), feedback.at.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _split(run: BaseOxmlElement, offset: int) -> None:
    """Cut a run in two, with the same looks, before the sign at this offset of its text."""
    from docx.oxml.ns import qn

    behind = copy.deepcopy(run)
    passed = 0
    for own, other in zip(list(run), list(behind), strict=True):
        if own.tag == qn("w:rPr"):
            continue
        length = len(own.text or "") if own.tag == qn("w:t") else int(own.tag in (qn("w:tab"), qn("w:br")))
        if passed + length <= offset and not (length == 0 and passed == offset):
            behind.remove(other)
        elif passed >= offset:
            run.remove(own)
        else:
            words, at = own.text or "", offset - passed
            own.text, other.text = words[:at], words[at:]
            for part in (own, other):
                part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        passed += length
    run.addnext(behind)
