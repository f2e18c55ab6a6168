"""What a page shows when something goes wrong: our own errors with a way out, and a calm page for the rest."""

from __future__ import annotations

import logging
import traceback

import streamlit as st

from canvas.errors import CanvasError

_log = logging.getLogger("canvas")


def show_canvas_error(error: CanvasError) -> None:
    """Show what is wrong, where, and what to do next; the page stays."""
    where = f"\n\nWhere: {error.where}" if error.where else ""
    mend = f"\n\n{error.mend}" if error.mend else ""
    st.error(f"**{error.what}**{where}{mend}", icon=":material/error:")


def show_unexpected(error: Exception) -> bool:
    """Show a calm page instead of a traceback, and log where it happened, never what the student wrote."""
    if isinstance(error, CanvasError):
        show_canvas_error(error)
        return True
    places = " < ".join(
        f"{frame.filename}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    _log.error("a page failed: %s at %s", type(error).__name__, places)
    st.error(
        "**Something went wrong on this page. Your work is saved.** Reload the page, or go on with another one. "
        "If it happens again, tell the person who runs this server what you did last.",
        icon=":material/healing:",
    )
    return True
