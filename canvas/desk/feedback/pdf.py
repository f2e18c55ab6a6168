"""The feedback of one student as a PDF."""

from __future__ import annotations

from canvas.desk.feedback.flow import feedback_items
from canvas.desk.feedback.view import Feedback
from canvas.exchange.outgoing.pdf_file import pdf_of
from canvas.exchange.outgoing.typeset import PdfFile


def feedback_pdf(feedback: Feedback) -> PdfFile:
    """Return the PDF and a note on letters no font has; same feedback, same bytes."""
    return pdf_of(feedback.title, feedback_items(feedback), above="Feedback", below=f"For {feedback.name}")
