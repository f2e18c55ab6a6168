"""The quiet link from a finding to how far it can be trusted."""

from __future__ import annotations

import streamlit as st

from canvas.ui.pages import Page, streamlit_page, title_of


def trust_link(says: str = "") -> None:
    """Draw the link, small and without an icon; says: how often such a remark is right, "" if not known."""
    label = f"{says} {title_of(Page.TRUST)}" if says else title_of(Page.TRUST)
    st.page_link(streamlit_page(Page.TRUST), label=label)
