"""Open a file: the place to drop it on, what is said when it is refused, and what was opened."""

from __future__ import annotations

import streamlit as st

from canvas.errors import InputError
from canvas.exchange.incoming.gate_limits import FILE_BYTES
from canvas.exchange.incoming.intake import read_file
from canvas.ui import opened
from canvas.ui.pages import go
from canvas.ui.parts.opening_choice import ask
from canvas.ui.parts.plain import plain

_COUNT = "open_file_count"
_REFUSED = "open_file_refused"
_STYLE = """<style>
.st-key-opened_script{display:none}
.st-key-opened_file{background:#e8f2ee;border-left:4px solid #0f6e66;overflow-wrap:anywhere}
</style>"""
_LOOK_HERE = (
    "setTimeout(() => { const told = document.querySelector('.st-key-opened_file'); if (!told) return; "
    "told.tabIndex = -1; told.focus({preventScroll: true}); told.scrollIntoView({block: 'center'}); }, 400)"
)
"""The message may stand far above the place of the file, and a window that closes takes the focus first."""
_LABEL = "Drop a file here, or choose one"
_MEGABYTES = FILE_BYTES // 1_000_000


def draw_place(place: str) -> None:
    """Draw the place to drop a file on. place: the page it stands on."""
    count: int = st.session_state.get(_COUNT, 0)
    with st.container(key=f"open_file_{place}", gap="small"):
        file = st.file_uploader(_LABEL, key=f"open_file_{place}_{count}", max_upload_size=_MEGABYTES)
        if file is not None:
            st.session_state[_COUNT] = count + 1  # a fresh place: this file is not held any longer than it is read
            with st.spinner("Reading the file …"):
                _take(place, file.name, file.getvalue())
        if refused := _refused_at(place):
            st.error(f"**{_capital(refused.what)}** {plain(refused.mend, 400)}", icon=":material/block:")
            st.caption(f"{plain(refused.where, 120)}: nothing was opened, and your work is as it was.")


def draw_waiting() -> None:
    """Ask what becomes of a file that was read; once a page, before anything else that opens a window."""
    if taken := opened.waiting():
        ask(taken)


def draw_opened(current: str) -> None:
    """Tell what was opened, and lead back. current: the id of what the page shows now."""
    last = opened.told()
    if last is None or last.id != current:
        return
    with st.container(key="opened_script"):
        st.html(f"{_STYLE}<script>{_LOOK_HERE} // {last.id}</script>", unsafe_allow_javascript=True)
    with st.container(border=True, key="opened_file", gap="small"):
        st.markdown(f":material/check_circle: **{plain(last.name, 120)}** is open as a new {last.kind}.")
        for line in _told(last):
            st.markdown(line)
        with st.container(horizontal=True, key="opened_ways"):
            if last.before.id:
                label = f"Back to “{plain(last.before.title, 40)}”"
                st.button(label, icon=":material/undo:", key="opened_back", on_click=opened.go_back, args=(last,))
            st.button("Close this message", key="opened_close", type="tertiary", on_click=opened.close_message)


def _told(last: opened.Opened) -> list[str]:
    lines = [plain(last.note, 400)] if last.note and not last.aside else []
    lines += [plain(line, 300) for line in last.lost]
    if last.aside:
        lines.append(f"The other text is kept as the version “{plain(last.aside, 80)}”; Undo brings it too.")
    if last.before.id:
        lines.append(f"“{plain(last.before.title, 80)}” stays as it was. You find it on Start.")
    return lines


def _take(place: str, name: str, data: bytes) -> None:
    """Read a file; an unchanged export is opened at once, everything else asks first."""
    st.session_state.pop(_REFUSED, None)
    try:
        taken = read_file(name, data)
    except InputError as error:
        st.session_state[_REFUSED] = (place, error)
        st.rerun()
    if opened.needs_no_choice(taken):
        go(opened.keep_workbook(taken))
    opened.wait(taken)
    st.rerun()


def _refused_at(place: str) -> InputError | None:
    where, error = st.session_state.get(_REFUSED, ("", None))
    return error if where == place else None


def _capital(words: str) -> str:
    told = plain(words, 300)
    return told[:1].upper() + told[1:]
