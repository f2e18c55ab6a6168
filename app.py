"""Canvas Coach, put together: pages, routes and start-up. Started by `streamlit run app.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from canvas.ui.frame_errors import show_unexpected
from canvas.ui.start_up import lifespan, open_or_leave
from canvas.web.middleware import MIDDLEWARE
from canvas.web.routes import ROUTES

open_or_leave()
app = st.App(
    Path(__file__).parent / "canvas/ui/main.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_unexpected,
)
