"""Forms whose content somebody else changed: they show the new one, and say that what was typed is not in it."""

from __future__ import annotations

import streamlit as st


def notice(name: str, batch_id: str, now: str) -> None:
    """Warn in the first run that sees another content of a form than the run before. name: as in "The rubric"."""
    key = _key(name, batch_id)
    if st.session_state.get(key, now) != now:
        st.warning(
            f"{name} was changed in another tab or by another reviewer. The fields show it as it is now; what you "
            "typed here is not saved.",
            icon=":material/sync_problem:",
        )
    st.session_state[key] = now


def expect(name: str, batch_id: str) -> None:
    """Take the next content as it comes: it is saved from here."""
    st.session_state.pop(_key(name, batch_id), None)


def _key(name: str, batch_id: str) -> str:
    return f"noticed_{name}_{batch_id}"
