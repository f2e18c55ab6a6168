"""The feedback of one student as one HTML page: no script, nothing loaded, every word escaped."""

from __future__ import annotations

from canvas.desk.feedback.view import Feedback
from canvas.writing.page import page_of, style_hash


def feedback_html(feedback: Feedback) -> str:
    """Return the page; same feedback, same bytes."""
    return page_of("feedback.html.j2", feedback, style_hash=style_hash("feedback.css"))
