"""What a page shows when something goes wrong: our own errors with a way out, and a calm page for the rest."""

from __future__ import annotations

import logging
import traceback

import streamlit as st

from canvas.errors import CanvasError

_LOGGERS = ("streamlit.error_util", "uvicorn.error")
"""Who logs what fails: a page, and a route."""


class WithoutText(logging.Filter):
    """Log what failed and where, never the message: an exception may quote what a student wrote."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the traceback by its places."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = reversed(traceback.extract_tb(error.__traceback__))
            places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
            record.msg, record.args = "a page or route failed: %s at %s", (type(error).__name__, places)
            record.exc_info = record.exc_text = None
        return True


def log_without_text() -> None:
    """Keep students' words out of the log of what failed. Called once, at start-up."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(WithoutText())


def show_canvas_error(error: CanvasError) -> None:
    """Show what is wrong, where, and what to do next; the page stays."""
    where = f"\n\nWhere: {error.where}" if error.where else ""
    mend = f"\n\n{error.mend}" if error.mend else ""
    st.error(f"**{error.what}**{where}{mend}", icon=":material/error:")


def show_unexpected(error: Exception) -> bool:
    """Show a calm page instead of a traceback; Streamlit has logged the error before it calls this."""
    if isinstance(error, CanvasError):
        show_canvas_error(error)
        return True
    st.error(
        "**Something went wrong on this page. Your work is saved.** Reload the page, or go on with another one. "
        "If it happens again, tell the person who runs this server what you did last.",
        icon=":material/healing:",
    )
    return True
