"""The list of batches: what came in, how far each one is; and the ways to bring a new one in."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from canvas.models.counted import counted
from canvas.store.review_records import BatchEntry
from canvas.ui import state
from canvas.ui.parts import review_upload
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_guard import for_reviewers
from canvas.ui.parts.review_words import PLATFORMS

_DELETED = "batch_deleted"
Opened = Callable[[str], None]


def draw(opened: Opened) -> None:
    """Draw the batches, then the upload. opened: shows a batch with the next run."""
    entries = state.store().batches()
    _draw_deleted()
    if entries:
        for entry in entries:
            _row(entry, opened)
        with st.expander("Bring in another batch", icon=":material/upload_file:"):
            review_upload.draw(opened)
    else:
        st.markdown(
            "Bring in what your class handed in. You mark on one screen, blind and in a fair order, and get back "
            "the files that your platform takes."
        )
        review_upload.draw(opened)


def _row(entry: BatchEntry, opened: Opened) -> None:
    with st.container(border=True, key=f"batch_{entry.id}"):
        words, go, more = st.columns([7, 1.6, 1.2], vertical_alignment="center")
        with words:
            st.markdown(f"**{plain(entry.title, 80)}**")
            st.caption(_told(entry))
        with go:
            st.button(
                "Open", key=f"open_{entry.id}", type="primary", on_click=opened, args=(entry.id,), width="stretch"
            )
        with more:
            st.button(
                "Delete",
                key=f"delete_{entry.id}",
                type="tertiary",
                on_click=for_reviewers(_delete),
                args=(entry.id,),
                help=f"Delete {plain(entry.title)}; you can bring it back",
            )


def _told(entry: BatchEntry) -> str:
    done = entry.reviewed + entry.released
    parts = [
        PLATFORMS[entry.platform],
        counted(entry.submissions, "submission"),
        f"{done} of {entry.submissions} reviewed",
        f"{entry.released} released" if entry.released else "",
        f"{entry.late} late" if entry.late else "",
        f"{entry.missing} handed in nothing" if entry.missing else "",
        f"{entry.made_at:%d %B %Y}".lstrip("0"),
    ]
    return " · ".join(part for part in parts if part)


def _delete(batch_id: str) -> None:
    state.store().delete_batch(batch_id, state.now())
    st.session_state[_DELETED] = batch_id


def _draw_deleted() -> None:
    """Offer to bring a deleted batch back, with everything in it, or to remove it for good."""
    gone = {entry.id: entry.title for entry in state.store().batches(deleted=True)}
    last = st.session_state.get(_DELETED)
    if last in gone:
        _draw_gone(last, gone.pop(last), "last")
    if gone:
        with st.expander(f"Deleted in the last 30 days ({len(gone)})"):
            for batch_id, title in gone.items():
                _draw_gone(batch_id, title, batch_id)


def _draw_gone(batch_id: str, title: str, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"gone_{name}"):
        st.markdown(f"“{plain(title, 80)}” is deleted.", width="content")
        st.button("Bring it back", key=f"restore_{name}", on_click=for_reviewers(_restore), args=(batch_id,))
        with st.popover("Remove for good", key=f"erase_menu_{name}", type="tertiary"):
            st.markdown(
                f"“{plain(title, 80)}” goes with its files, reviews and remarks. **Nobody can bring it back.**"
            )
            st.button(
                "Yes, remove it for good", key=f"erase_{name}", on_click=for_reviewers(_erase), args=(batch_id,)
            )


def _restore(batch_id: str) -> None:
    state.store().restore_batch(batch_id)
    st.session_state.pop(_DELETED, None)


def _erase(batch_id: str) -> None:
    """Remove a deleted batch for good; one that somebody brought back meanwhile stays."""
    if batch_id in {entry.id for entry in state.store().batches(deleted=True)}:
        state.store().erase_batch(batch_id)
