"""The look that config.toml cannot say: page title, logo and a small style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STATIC = Path(__file__).parent.parent / "static"


def apply_theme() -> None:
    """Set icon and width, draw the logo, load our style sheet.

    Before `st.navigation`: without an icon of ours, a browser would fetch the page's icon from a font server.
    """
    st.set_page_config(page_title="Canvas Coach", page_icon=str(STATIC / "icon.svg"), layout="wide")
    st.logo(str(STATIC / "logo.svg"), icon_image=str(STATIC / "icon.svg"), size="large")
    st.html(STATIC / "canvas.css")


def name_tab(title: str) -> None:
    """Name the browser's tab after the page."""
    st.set_page_config(page_title=f"{title} · Canvas Coach")
