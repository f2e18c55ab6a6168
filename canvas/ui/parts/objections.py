"""The remarks a student disagrees with: folded away, each with its reason, and a button to take that back."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from canvas.models.workbook import Objection
from canvas.ui.state import library

_STYLE = """<style>
.objection{overflow-wrap:anywhere;line-height:1.55;color:#1b2430}
.objection p{margin:.2rem 0}
.objection blockquote{margin:.2rem 0;padding:.1rem .8rem;border-left:4px solid #c2570f;background:#fdf1e3;
 color:inherit}
</style>"""


def draw_objections(held: tuple[Objection, ...], take_back: Callable[[Objection], None]) -> None:
    """Draw the disagreements, folded; nothing when there are none. take_back: called for the one chosen."""
    if not held:
        return
    told = "1 remark you disagree with" if len(held) == 1 else f"{len(held)} remarks you disagree with"
    with st.expander(told, icon=":material/forum:", key="objections"):
        st.markdown("Your instructor sees them with your reasons. Take one back, and the remark is shown again.")
        for number, objection in enumerate(held, start=1):
            with st.container(border=True, key=f"objection_{number}", gap="small"):
                st.html(_STYLE + objection_html(objection))
                st.button("Take it back", key=f"withdraw_{number}", on_click=take_back, args=(objection,))


def objection_html(objection: Objection) -> str:
    """Return one disagreement as HTML, every word escaped."""
    name = escape(library().mistakes[objection.mistake].name)
    quotes = "".join(
        f'<blockquote dir="auto">“{escape(words)}”</blockquote>' for words in objection.words.splitlines()
    )
    because = escape(objection.because.strip()) or "No reason yet."
    return (
        f'<div class="objection"><p><strong>{name}</strong></p>{quotes}<p dir="auto">Because: {because}</p></div>'
    )
