"""A step of a case: sort what others propose; each choice brings its reason."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.case import Case
from canvas.models.case_steps import Item, SortStep
from canvas.ui.parts.case_kept import keep_sorted, sorted_items
from canvas.ui.parts.case_text import draw_text
from canvas.ui.parts.plain import plain
from canvas.ui.state import epoch, renew_fields


def draw_sorting(case: Case, step: SortStep) -> None:
    """Draw the proposals, each with the bins to choose from, and what is said when all are sorted."""
    st.header(plain(step.title, 80))
    draw_text(step.says)
    chosen = sorted_items(case, step)
    for number, item in enumerate(step.items, 1):
        with st.container(border=True, key=f"case_item_{number}", gap="xsmall"):
            _draw_item(case, step, item, number)
    chosen = sorted_items(case, step)
    if len(chosen) == len(step.items):
        if step.closing:
            st.html(f'<p class="case-says case-closing" role="status">{escape(step.closing)}</p>')
        st.button(
            "Sort them again",
            icon=":material/restart_alt:",
            key="case_sort_again",
            on_click=_again,
            args=(case, step),
        )


def _draw_item(case: Case, step: SortStep, item: Item, number: int) -> None:
    names = {one.id: plain(one.name, 80) for one in step.bins}
    key = f"case_sort.{case.slug}.{step.id}.{item.id}@{epoch()}"
    before = sorted_items(case, step).get(item.id)
    chosen = st.radio(
        f"{number}. “{plain(item.text, 400)}”",
        list(names),
        index=list(names).index(before) if before else None,
        format_func=names.__getitem__,
        horizontal=True,
        key=key,
    )
    if chosen and chosen != before:
        keep_sorted(case, step, {**sorted_items(case, step), item.id: chosen})
    if chosen:
        st.html(reason_html(step, item, chosen))


def reason_html(step: SortStep, item: Item, chosen: str) -> str:
    """Return the reason for a choice; after another choice than ours it names the right bin first."""
    if chosen == item.belongs:
        look, begins = "answer right", "Yes."
    else:
        right = next(one.name for one in step.bins if one.id == item.belongs)
        look, begins = "answer", f"Look again: we would say “{right}”."
    says = " ".join(filter(None, (item.wrong.get(chosen, ""), item.why)))
    return f'<div class="{look}" role="status"><p><strong>{escape(begins)}</strong> {escape(says)}</p></div>'


def _again(case: Case, step: SortStep) -> None:
    keep_sorted(case, step, {})
    renew_fields()
