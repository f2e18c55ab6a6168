"""The review desk as a Streamlit component: it talks to its own routes, and never reruns the page."""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from canvas.ui.editor.bundle import loader


def review_desk(batch: str, mirror: str, reviewer: str, ticket: str = "") -> None:
    """Draw the list of students and the desk. mirror: `workspace_key(workspace)`.

    reviewer: whose reviews these are; another name draws the desk anew.
    ticket: of the student that is opened first, "" for the list.
    """
    _component("desk")(
        key=f"desk_{batch}", data={"batch": batch, "mirror": mirror, "ticket": ticket, "reviewer": reviewer}
    )


def reviewer_door(mirror: str, *, inside: bool = False) -> None:
    """Draw the field for the reviewers' passphrase; the right one opens the page anew. mirror: as above.

    inside: draw the way out instead.
    """
    _component("door")(key="reviewer_door", data={"mirror": mirror, "inside": inside})


@cache
def _component(name: str) -> ComponentRenderer:
    return st.components.v2.component(f"canvas_{name}", js=loader(name))
