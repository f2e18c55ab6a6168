"""The one way to offer a file: made only when it is asked for, without a rerun of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from canvas.exchange.outgoing.formats import MEDIA_TYPES, Exported, ExportFormat
from canvas.models.base import Frozen


class FileKind(Frozen):
    """A kind of file as a button offers it; the button's key is `download_<key>`."""

    key: str
    label: str
    format: ExportFormat


WORD = FileKind(key="word", label="Word (.docx)", format="docx")
PDF = FileKind(key="pdf", label="PDF (.pdf)", format="pdf")
HTML = FileKind(key="html", label="Web page (.html)", format="html")
MARKDOWN = FileKind(key="markdown", label="Markdown (.md)", format="md")
JSON = FileKind(key="json", label="Plan (.json)", format="json")
KINDS = (WORD, PDF, HTML, MARKDOWN, JSON)
"""Every kind, in the order in which a page offers them."""


def offer(
    file: FileKind,
    name: str,
    make: Callable[[ExportFormat], Exported],
    look: Literal["primary", "secondary"] = "secondary",
) -> None:
    """Draw the button for one file. name: of the file, without its ending; make: returns it in a format."""
    st.download_button(
        file.label,
        lambda: make(file.format).data,  # made when the button is chosen, in a thread of its own
        f"{name}.{file.format}",
        MEDIA_TYPES[file.format],
        key=f"download_{file.key}",
        icon=":material/download:",
        type=look,
        on_click="ignore",  # a rerun in between would swallow the click on the next file
        width="stretch",
    )
