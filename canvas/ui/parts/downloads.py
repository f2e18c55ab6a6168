"""The one way to offer a file: made only when it is asked for, without a rerun of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from canvas.models.base import Frozen


class FileKind(Frozen):
    """A kind of file as a button offers it. ending: without a dot; the button's key is `download_<key>`."""

    key: str
    label: str
    ending: str
    mime: str


HTML = FileKind(key="html", label="Web page (.html)", ending="html", mime="text/html")
MARKDOWN = FileKind(key="markdown", label="Markdown (.md)", ending="md", mime="text/markdown")
JSON = FileKind(key="json", label="Plan (.json)", ending="json", mime="application/json")


def offer(
    file: FileKind, name: str, make: Callable[[], str], look: Literal["primary", "secondary"] = "secondary"
) -> None:
    """Draw the button for one file. name: of the file, without its ending; make: returns its text."""
    st.download_button(
        file.label,
        make,
        f"{name}.{file.ending}",
        file.mime,
        key=f"download_{file.key}",
        icon=":material/download:",
        type=look,
        on_click="ignore",  # a rerun in between would swallow the click on the next file
    )
