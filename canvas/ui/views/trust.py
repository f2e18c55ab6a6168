"""How far can I trust this? The measured figures in plain sentences first, the tables for the curious last."""

from __future__ import annotations

from functools import cache
from html import escape

import streamlit as st

from canvas.accuracy.account import Account, account
from canvas.accuracy.checker import checker_name
from canvas.accuracy.trust_words import sections_of
from canvas.content.rules import load_rules
from canvas.content.trust import load_trust
from canvas.ui.pages import Page, icon_of, link
from canvas.ui.parts.lesson_text import load_style
from canvas.ui.parts.trust_figures import STYLE, checks_html, figures_html, list_html, told_html, weaknesses_html
from canvas.ui.state import library


def render() -> None:
    """Draw the page."""
    load_style()
    st.html(STYLE)
    told = _told()
    st.title("How far can I trust this?")
    st.html(f'<p class="lead">{escape(told.lead)}</p>')
    st.html(f'<p class="trust-line">{escape(told.measured)}</p>')
    measured = sections_of(load_trust())
    if measured and measured.checker != checker_name(load_rules()):
        st.caption("The checker has been changed since then, so the figures may be a little different today.")
    st.header("The four checks")
    st.html(checks_html(told.checks, two_wide=True))
    st.header("Good texts accused")
    st.html(told_html(told.accused))
    st.header("The relationship types it names")
    st.html(checks_html(told.types) + told_html(told.probable))
    st.header("Texts it gets wrong")
    st.html(weaknesses_html(told.weaknesses))
    st.header("When it is wrong")
    st.html(list_html(told.when_wrong))
    st.header("How it was measured")
    st.html(list_html(told.how))
    _draw_figures(told)
    with st.container(horizontal=True, key="trust_way_on"):
        link(Page.CHECK_TEXT)
        link(Page.LEARN, "Read about the four mistakes", icon=icon_of(Page.LEARN))


@cache
def _told() -> Account:
    """Return the account, made once a process: figures do not change while it runs."""
    return account(load_trust(), library())


def _draw_figures(told: Account) -> None:
    st.header("For the curious: all figures")
    for figures in told.figures:
        with st.expander(figures.title, icon=":material/table_chart:"):
            st.html(figures_html(figures))
