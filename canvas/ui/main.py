"""The frame around every page: the theme, the plan of this browser, the navigation, and saving at the end."""

from __future__ import annotations

import streamlit as st

from canvas.errors import CanvasError
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.keys import Key
from canvas.ui.pages import all_pages
from canvas.ui.parts import this_computer
from canvas.ui.parts.theme import apply_theme, fold_menu, name_tab
from canvas.ui.saved_line import draw_saved
from canvas.ui.saving import draw_saving_problems
from canvas.ui.session import open_session
from canvas.ui.state import end_run


def main() -> None:
    """Run one page."""
    apply_theme()
    page = st.navigation(all_pages(), expanded=True)
    name_tab(page.title)
    fold_menu(page.url_path)
    try:
        open_session()
    except CanvasError as error:
        show_canvas_error(error)
        return
    st.session_state[Key.LINE_DRAWN] = False
    draw_saving_problems()
    try:
        page.run()
    except CanvasError as error:
        show_canvas_error(error)
    finally:
        end_run()
    if not st.session_state[Key.LINE_DRAWN]:  # a part that reruns alone draws its own, else two would disagree
        with st.sidebar:
            draw_saved()
    this_computer.draw()


main()
