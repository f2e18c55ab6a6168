"""The name under which this browser reviews: two reviewers of one class keep their reviews apart by it."""

from __future__ import annotations

import streamlit as st

from canvas.models import limits
from canvas.ui import state
from canvas.ui.editor.desk_component import reviewer_door
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_guard import for_reviewers
from canvas.web.reviewers import read_token
from canvas.web.workspace_cookie import workspace_key

_FIELD = "reviewer_name"


def reviewer() -> str:
    """Return the name of whoever reviews in this browser, "" before one was given."""
    return state.store().reviewer_name(state.workspace())


def draw() -> None:
    """Draw who reviews, and the field to change it."""
    name = reviewer()
    with st.popover(plain(name) if name else "Your name", icon=":material/person:", key="reviewer_menu"):
        st.text_input(
            "You review as",
            value=name,
            key=_FIELD,
            max_chars=limits.NAME,
            on_change=for_reviewers(_keep),
            help="Each name has its own reviews of a class, for second marking. Without one, all share the same.",
        )
        if read_token(st.context.headers.get("cookie", "")):
            reviewer_door(workspace_key(state.workspace()), inside=True)


def _keep() -> None:
    state.store().set_reviewer_name(state.workspace(), str(st.session_state[_FIELD]), state.now())
