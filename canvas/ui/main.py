"""The frame around every page: the theme, the plan of this browser, the navigation, and saving at the end."""

from __future__ import annotations

import streamlit as st

from canvas.errors import CanvasError
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.pages import all_pages
from canvas.ui.parts.theme import apply_theme
from canvas.ui.saving import draw_saved, draw_saving_problems
from canvas.ui.session import open_session
from canvas.ui.state import save


def main() -> None:
    """Run one page."""
    apply_theme()
    page = st.navigation(all_pages(), expanded=True)
    try:
        open_session()
    except CanvasError as error:
        show_canvas_error(error)
        return
    draw_saving_problems()
    try:
        page.run()
    except CanvasError as error:
        show_canvas_error(error)
    finally:
        save()
    with st.sidebar:
        draw_saved()


main()
