"""The look that config.toml cannot say: page title, logo and a small style sheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STATIC = Path(__file__).parent.parent / "static"
_FOLD = (
    " && document.querySelector('[data-testid=stSidebar]')?.getBoundingClientRect().x > -100) "
    "document.querySelector('[data-testid=stSidebarCollapseButton] button')?.click()"
)
_BESIDE = 768
"""Pixels: from there on Streamlit lays the menu beside the page and no longer over it."""


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


def fold_menu(page: str, below: int = _BESIDE, key: str = "fold_menu") -> None:
    """Fold the menu on a telephone when another page is opened: left open, it would cover that page.

    page: the page's address, one of ours; another one makes the script run again. below: the width of the window
    in pixels, larger for a page that needs more room. key: begins with `fold_menu`.
    """
    with st.container(key=key):
        script = f"if (innerWidth < {below}{_FOLD} // {page}"
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
