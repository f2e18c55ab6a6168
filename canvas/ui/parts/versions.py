"""The versions of a plan: when, how much changed, what is different from now, a name for one, and the way back."""

from __future__ import annotations

import streamlit as st

from canvas.errors import CanvasError
from canvas.models import limits
from canvas.store.records import Version
from canvas.ui import state
from canvas.ui.parts.compared import STYLE, parts_html
from canvas.ui.parts.plain import plain
from canvas.ui.saved_line import clock
from canvas.writing.sentence_diff import DiffRow, side_by_side

_AT_ONCE = 8
_SHOWN = "versions_shown"
_SAME_SHOWN = 1
_REASONS = {
    "new": "The plan was begun",
    "typing": "You wrote",
    "edit": "You changed the plan",
    "checked": "You checked the text",
    "undo": "A step back",
    "redo": "A step forward",
    "restore": "An older text was brought back",
    "kept aside": "Written in another tab",
}
"""How a version came to be; what is not listed here is told as the page has noted it."""
_LOOK = """<style>
.versions{width:100%;border-collapse:collapse;table-layout:fixed;background:#fff;color:#1b2430;
 overflow-wrap:anywhere;line-height:1.55}
.versions th,.versions td{border:1px solid #d9d3c6;padding:.45rem .6rem;text-align:start;vertical-align:top}
.versions thead th{background:#f6f2ea}
.versions td.none{color:#4b5563;font-style:italic}
.versions td.same{color:#4b5563}
.versions-box{max-height:26rem;overflow-y:auto}
</style>"""


@st.dialog("Versions of this plan", width="large")
def show_versions() -> None:
    """Draw the list, and below it the chosen version beside the text as it is now."""
    saved = state.saved()
    if saved is None:
        st.info("There is nothing yet: the first version comes with your first word.")
        return
    shown: int = st.session_state.setdefault(_SHOWN, _AT_ONCE)
    found = state.store().versions(state.workspace(), saved.id, limit=shown + 1)
    older = [one for one in found if one.number != saved.revision and (one.words_changed or one.name)][:shown]
    if not older:
        st.info("There is one version so far. Every pause while you write makes another one.")
        return
    chosen = st.radio(
        "Choose a version",
        options=[version.number for version in older],
        format_func={version.number: title_of(version) for version in older}.__getitem__,
        captions=[caption_of(version) for version in older],
        key="version_chosen",
    )
    if len(found) > shown:
        st.button("Show older ones", key="versions_more", on_click=_show_more)
    if version := next((one for one in older if one.number == chosen), None):
        _draw_chosen(saved.id, version)


def title_of(version: Version) -> str:
    """Return a version's line in the list: its day and time, and how much changed.

    Its name is not in it: a choice is forgotten by the browser when its line changes.
    """
    words = "1 word changed" if version.words_changed == 1 else f"{version.words_changed:,} words changed"
    moment = clock(version.saved_at, with_day=True)
    return f"{moment} · {words}" if version.words_changed else moment


def caption_of(version: Version) -> str:
    """Return the name of a version, if it has one, and how it came to be."""
    reason = _REASONS.get(version.reason, version.reason.capitalize())
    return f"**{plain(version.name, limits.NAME)}** · {reason}" if version.name else reason


def comparison_html(
    older: str,
    newer: str,
    heads: tuple[str, str] = ("This version", "Now"),
    none: tuple[str, str] = ("not there yet", "taken out"),
) -> str:
    """Return two texts side by side as a table; runs of sentences that stay are folded to one line.

    heads: of the two columns. none: what stands in each where it lacks a sentence.
    """
    body = "".join(_folded(side_by_side(older, newer), none))
    return (
        f'{STYLE}{_LOOK}<div class="versions-box" tabindex="0" role="region" aria-label="Both versions">'
        f'<table class="versions compared"><thead><tr><th scope="col">{heads[0]}</th>'
        f'<th scope="col">{heads[1]}</th></tr></thead><tbody>{body}</tbody></table></div>'
    )


def _folded(rows: tuple[DiffRow, ...], none: tuple[str, str]) -> list[str]:
    found: list[str] = []
    same: list[DiffRow] = []
    for row in (*rows, None):
        if row is not None and row.change == "same":
            same.append(row)
            continue
        if len(same) > _SAME_SHOWN:
            told = f"{len(same)} sentences are the same"
            found.append(f'<tr><td class="same" colspan="2">… {told} …</td></tr>')
        else:
            found += (_row(one, none) for one in same)
        same = []
        if row is not None:
            found.append(_row(row, none))
    return found


def _row(row: DiffRow, none: tuple[str, str]) -> str:
    moved = "<em>moved: </em>" if row.change == "moved" else ""
    cells = []
    for parts, told in zip((row.older, row.newer), none, strict=True):
        words = parts_html(parts)
        cells.append(f'<td dir="auto">{moved}{words}</td>' if words else f'<td class="none">{told}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _draw_chosen(workbook_id: str, version: Version) -> None:
    try:
        then = state.store().version(state.workspace(), workbook_id, version.number).draft.text
    except CanvasError as error:
        st.warning(f"{error.what} {error.mend}")
        return
    now = state.workbook().draft.text
    if then == now:
        st.markdown("The text of your section is the same as now; other answers of the plan may differ.")
    else:
        st.html(comparison_html(then, now))
    key = f"version_name_{version.number}"
    st.text_input("Name of this version", value=version.name, max_chars=limits.NAME, key=key)
    with st.container(horizontal=True, key="version_buttons"):
        st.button("Keep this name", key="version_name", on_click=_name, args=(workbook_id, version, key))
        if then != now and st.button("Bring this text back", key="version_restore", type="primary"):
            state.show(state.store().restore_version(state.workspace(), workbook_id, version.number, state.now()))
            st.rerun()
    st.caption("Your text of now stays as a version too, so nothing is lost.")


def _show_more() -> None:
    st.session_state[_SHOWN] += _AT_ONCE


def _name(workbook_id: str, version: Version, key: str) -> None:
    """Keep the name that stands in the field. A missing widget key never means that it was emptied."""
    name = st.session_state.get(key)
    if isinstance(name, str) and name.strip() != version.name:
        state.store().name_version(state.workspace(), workbook_id, version.number, name)
