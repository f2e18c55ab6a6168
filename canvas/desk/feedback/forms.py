"""The feedback of one student as a file of its own, or in the student's own file."""

from __future__ import annotations

from typing import Literal, NamedTuple

from canvas.desk.feedback.view import Feedback
from canvas.errors import InputError
from canvas.models.review import SubmittedFile

Form = Literal["html", "docx", "pdf"]


class Made(NamedTuple):
    """A file that was made. note: "" or which letters no font could show."""

    data: bytes
    note: str = ""


def as_form(feedback: Feedback, form: Form) -> Made:
    """Return the feedback as a file of this form."""
    from canvas.desk.feedback import docx as feedback_docx
    from canvas.desk.feedback import html as feedback_html
    from canvas.desk.feedback import pdf as feedback_pdf

    match form:
        case "docx":
            return Made(feedback_docx.feedback_docx(feedback))
        case "pdf":
            page = feedback_pdf.feedback_pdf(feedback)
            return Made(page.data, page.note)
    return Made(feedback_html.feedback_html(feedback).encode("utf-8"))


def with_feedback(file: SubmittedFile, original: bytes, feedback: Feedback) -> Made:
    """Return a student's own file with the feedback in it, in the same format.

    Raises InputError for a format that cannot hold any.
    """
    from canvas.desk.feedback import appended as feedback_appended
    from canvas.desk.feedback import docx_comments as feedback_docx_comments
    from canvas.exchange.outgoing.pdf_pages import with_pages_in_front

    match file.format:
        case "docx":
            return Made(feedback_docx_comments.annotated_docx(original, feedback))
        case "pdf":
            page = as_form(feedback, "pdf")
            return Made(with_pages_in_front(original, page.data), page.note)
        case "md":
            return Made(feedback_appended.appended_markdown(original, feedback))
        case "txt":
            return Made(feedback_appended.appended_text(original, feedback))
        case "html":
            return Made(feedback_appended.appended_html(original, feedback))
    raise InputError("Feedback cannot be put into a file of this kind, and Canvas takes no other one back.")
