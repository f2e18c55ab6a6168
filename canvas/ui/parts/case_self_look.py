"""A look at one's own answer: the student says what is met before the feedback says it."""

from __future__ import annotations

import streamlit as st

from canvas.models.case import Case
from canvas.store.records import Attempt
from canvas.ui.parts.case_kept import keep_thought
from canvas.ui.parts.plain import plain


def draw_self_look(case: Case, attempt: Attempt) -> None:
    """Ask which criteria the attempt meets; the feedback comes with the next run."""
    st.header("First look at it yourself")
    st.markdown(
        "Read your answer once more. Which of these does it meet already, do you think? "
        "Then compare with the feedback. Nobody marks what you tick."
    )
    keys = {one.id: f"case_self.{case.slug}.{attempt.number}.{one.id}" for one in case.criteria}
    with st.container(border=True, key="case_self_look", gap="small"):
        for criterion in case.criteria:
            st.checkbox(f"**{plain(criterion.name, 80)}**. {plain(criterion.asks, 400)}", key=keys[criterion.id])
    st.button(
        "Show me the feedback",
        type="primary",
        icon=":material/visibility:",
        key="case_show_feedback",
        on_click=_say,
        args=(case, attempt, keys),
    )


def _say(case: Case, attempt: Attempt, keys: dict[str, str]) -> None:
    ticked = frozenset(name for name, key in keys.items() if st.session_state.get(key))
    keep_thought(case, attempt, ticked)
