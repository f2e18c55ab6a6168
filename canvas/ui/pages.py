"""The pages: name, address, icon; and the ways to link to one or go there."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import StrEnum

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from canvas.web.reviewers import review_is_offered


class Page(StrEnum):
    """Every page; the value is the name of its module in `canvas/ui/views/`."""

    START = "start"
    LEARN = "learn"
    BUSINESS = "business"
    RELATIONSHIPS = "relationships"
    QUESTIONS = "questions"
    DRAFT = "draft"
    HAND_IN = "hand_in"
    CHECK_TEXT = "check_text"
    CASES = "cases"
    TRUST = "trust"
    REVIEW = "review"


_SHOWN = {
    Page.START: ("Start", "home", "start"),
    Page.LEARN: ("Learn", "school", "learn"),
    Page.BUSINESS: ("1 · Business", "storefront", "business"),
    Page.RELATIONSHIPS: ("2 · Relationships", "handshake", "relationships"),
    Page.QUESTIONS: ("3 · Questions", "help", "questions"),
    Page.DRAFT: ("4 · Draft and check", "edit_note", "draft"),
    Page.HAND_IN: ("5 · Hand in", "task_alt", "hand-in"),
    Page.CHECK_TEXT: ("Check a text", "fact_check", "check"),
    Page.CASES: ("Cases", "cases", "cases"),
    Page.TRUST: ("How far can I trust this?", "balance", "trust"),
    Page.REVIEW: ("Review", "rate_review", "review"),
}


def title_of(page: Page) -> str:
    """Return the title that the navigation shows."""
    return _SHOWN[page][0]


def icon_of(page: Page) -> str:
    """Return the page's icon, from the icon font that Streamlit brings along."""
    return f":material/{_SHOWN[page][1]}:"


def url_path_of(page: Page) -> str:
    """Return the last part of the page's address."""
    return _SHOWN[page][2]


def streamlit_page(page: Page) -> StreamlitPage:
    """Return the page as `st.navigation`, `st.page_link` and `st.switch_page` take it."""
    title, _, url_path = _SHOWN[page]
    return st.Page(_renderer(page), title=title, icon=icon_of(page), url_path=url_path, default=page is Page.START)


def all_pages() -> list[StreamlitPage]:
    """Return every page, in the order of the navigation; Review only where somebody may review."""
    offered = review_is_offered()
    return [streamlit_page(page) for page in Page if page is not Page.REVIEW or offered]


def link(page: Page, label: str | None = None, *, icon: str | None = None) -> None:
    """Draw a link to a page; without a label it shows the page's title."""
    st.page_link(streamlit_page(page), label=label or title_of(page), icon=icon or icon_of(page))


def go(page: Page) -> None:
    """Leave this page for another one at once. Not allowed inside a callback."""
    st.switch_page(streamlit_page(page))


def _renderer(page: Page) -> Callable[[], None]:
    """Import a view when it is shown, not when it is only linked to: views link to each other."""

    def render() -> None:
        importlib.import_module(f"canvas.ui.views.{page.value}").render()

    return render
