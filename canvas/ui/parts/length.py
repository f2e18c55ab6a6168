"""Texts that are too long: they stay in their field, and the page says how much to cut.

A limit given to the browser would drop a long paste without a word, and counts an emoji as two characters.
"""

from __future__ import annotations

import streamlit as st

from canvas.models.clean_text import clean_text

_STYLE = (
    "<style>.too-long{margin:0;padding:.4rem .7rem;border-left:4px solid #b45309;border-radius:.3rem;"
    "background:#fdf1e3;color:#7c2d12;font-size:.9rem;line-height:1.45}</style>"
)


def fits(text: str, limit: int) -> bool:
    """Tell whether a text can be kept. limit: characters, as Python counts them."""
    return len(clean_text(text)) <= limit


def beside(text: str, limit: int) -> None:
    """Say under a field that its text is too long, and what is kept meanwhile."""
    if not fits(text, limit):
        told = f"{len(clean_text(text)):,} of {limit:,} characters: shorten it; "
        told += "until then the last shorter version is kept."
        st.html(f'{_STYLE}<p class="too-long" role="alert">{told}</p>')
