"""The feedback of one student as a Word document."""

from __future__ import annotations

from canvas.desk.feedback.flow import feedback_items
from canvas.desk.feedback.view import Feedback
from canvas.exchange.outgoing.paper import Paper


def feedback_docx(feedback: Feedback) -> bytes:
    """Return the document; same feedback, same bytes."""
    paper = Paper(f"Feedback: {feedback.title}")
    paper.title(feedback.title, above="Feedback", below=f"For {feedback.name}")
    paper.add(feedback_items(feedback))
    return paper.finished()
