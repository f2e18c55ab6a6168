"""The work and the computer: a code that opens it on another one, and finishing on this one."""

from __future__ import annotations

import streamlit as st

from canvas.ui.editor import component
from canvas.ui.state import workspace
from canvas.web.workspace_cookie import workspace_key


def draw() -> None:
    """Draw it in the sidebar, below the pages."""
    with st.sidebar:
        component.this_computer(workspace_key(workspace()))
