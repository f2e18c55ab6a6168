"""A new batch: files in, what they were recognised as, and only then the desk."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from canvas.desk.batch import ReadBatch, read_batch
from canvas.desk.marking import default_rubric
from canvas.desk.sample_batch import TITLE, sample_batch
from canvas.desk.sheets.sheet import Sheet, read_sheet
from canvas.desk.with_sheet import with_missing
from canvas.errors import CanvasError, InputError
from canvas.models import limits
from canvas.models.counted import counted
from canvas.models.review import Platform
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts import review_brief, review_joining
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_guard import for_reviewers
from canvas.ui.parts.review_words import PLATFORMS, SHEET_TYPES, sheet_key
from canvas.web.review_known import reports

_FOUND, _FOUND_IN = "batch_found", "batch_found_in"
_FILES, _TITLE, _PLATFORM = "batch_files", "batch_title", "batch_platform"
_MOST_LISTED = 50
Opened = Callable[[str], None]


def draw(opened: Opened) -> None:
    """Draw the upload, what was found in it, and the sample batch."""
    with st.container(border=True, key="batch_in"):
        files = st.file_uploader(
            "Submissions: the zip as your platform gives it, or several files",
            accept_multiple_files=True,
            key=_FILES,
            help="Downloads of Moodle, Canvas, Blackboard and Open edX are recognised. Do not rename anything.",
        )
        sheet = st.file_uploader(
            "Marks sheet of your platform (optional now; you need it to give marks back)",
            type=SHEET_TYPES,
            key="batch_sheet",
        )
        if files and st.button("Read these files", type="primary", key="read_batch"):
            _read([(file.name, file.getvalue()) for file in files], None)
            st.session_state[_FOUND_IN] = _ids(files)
        same = st.session_state.get(_FOUND_IN) == _ids(files)  # else other files were chosen since
        found: ReadBatch | None = st.session_state.get(_FOUND) if same else None
        if found and files:
            _draw_found(found, [(file.name, file.getvalue()) for file in files])
            _draw_opening(found, (sheet.name, sheet.getvalue()) if sheet else None, opened)
    with st.container(horizontal=True, vertical_alignment="center", key="sample_line"):
        st.button(
            "Load the sample batch of 24",
            icon=":material/science:",
            key="load_sample",
            on_click=for_reviewers(_ask),
        )
        st.caption("An invented class, to try everything. You can delete it.")
    if st.session_state.pop(_SAMPLE, False):
        _load_sample(opened)


_SAMPLE = "sample_asked"


def _ids(files: Sequence[UploadedFile]) -> tuple[str, ...]:
    return tuple(file.file_id for file in files)


def _ask() -> None:
    st.session_state[_SAMPLE] = True


def _read(sources: Sequence[tuple[str, bytes]], platform: Platform | None) -> None:
    """Read the files with a progress bar; what is wrong with them is said, and nothing is kept then."""
    bar = st.progress(0.0, "Reading …")

    def tell(done: int, number: int) -> None:
        bar.progress(done / max(number, 1), f"Reading {done} of {number} files")

    try:
        st.session_state[_FOUND] = read_batch(
            sources,
            batch_id=f"b{secrets.token_hex(6)}",
            title=title_from([name for name, _ in sources]),
            seed=secrets.randbelow(2**31),
            platform=platform,
            progress=tell,
        )
    except InputError as error:
        st.session_state.pop(_FOUND, None)
        show_canvas_error(error)
    bar.empty()


def title_from(names: Sequence[str]) -> str:
    """Return a first title for a batch: the name of its zip, without its ending."""
    stem = PurePath(names[0]).stem if len(names) == 1 else ""
    return " ".join(stem.replace("_", " ").split())[: limits.NAME] or "New batch"


def _draw_found(found: ReadBatch, sources: Sequence[tuple[str, bytes]]) -> None:
    """Say what was found; the platform can be corrected, which reads the files again."""
    batch = found.batch
    st.success(
        f"Recognised as {PLATFORMS[found.guess]}: {counted(len(batch.submissions), 'submission')}.",
        icon=":material/check_circle:",
    )
    chosen = st.selectbox(
        "Not right? Choose where it comes from",
        [found.guess, *(one for one in Platform if one is not found.guess)],
        format_func=PLATFORMS.__getitem__,
        key=f"{_PLATFORM}_{batch.id}",
    )
    if chosen is not found.guess:
        _read(sources, chosen)
        st.rerun()
    unread = [(item.path, item.why) for item in batch.skipped]
    if unread:
        with st.expander(f"{len(unread)} could not be read", icon=":material/warning:", expanded=len(unread) < 6):
            _list([f"**{plain(path, 120)}**: {plain(why, 200)}" for path, why in unread])
    if batch.ignored:
        with st.expander(
            f"Left aside: {counted(len(batch.ignored), 'file')} that no student made", icon=":material/info:"
        ):
            _list([plain(path, 120) for path in batch.ignored])


def _list(lines: Sequence[str]) -> None:
    more = [f"and {len(lines) - _MOST_LISTED} more"] if len(lines) > _MOST_LISTED else []
    st.markdown("\n".join(f"- {line}" for line in [*lines[:_MOST_LISTED], *more]))


def _draw_opening(found: ReadBatch, sheet: tuple[str, bytes] | None, opened: Opened) -> None:
    """Draw where the files go, into a batch of their own or into one that is here, and the button that does it."""
    here = {entry.id: entry.title for entry in state.store().batches()}
    into = None
    if here:
        into = st.selectbox(
            "Put them into",
            [None, *here],
            format_func=lambda one: here[one][:80] if one else "A new batch",  # a choice shows no Markdown
            key=f"batch_into_{found.batch.id}",
            help="Into a batch that is here: new students come in, newer files take the place of older ones.",
        )
    first = found.batch.title
    title = "" if into else st.text_input("Title", first, max_chars=limits.NAME, key=f"{_TITLE}_{found.batch.id}")
    brief = "" if into else review_brief.field("Brief (optional)", "", f"batch_brief_{found.batch.id}")
    if not found.batch.submissions:
        st.warning("No submission was found in these files.", icon=":material/folder_off:")
    elif st.button("Open the desk", type="primary", key="make_batch"):
        try:
            if into:
                st.session_state[review_joining.TOLD] = review_joining.join_batch(into, found)
            else:
                _keep(found, title.strip() or first, read_sheet(*sheet) if sheet else None, brief.strip())
        except CanvasError as error:
            show_canvas_error(error)
            return
        st.session_state.pop(_FOUND, None)
        if sheet:
            st.session_state[sheet_key(into or found.batch.id)] = sheet
        opened(into or found.batch.id)
        st.rerun()


def _keep(found: ReadBatch, title: str, sheet: Sheet | None, brief: str = "") -> None:
    """Keep the batch with its files, and check every text once, with a progress bar."""
    batch = found.batch.model_copy(update={"title": title[: limits.NAME]})
    rubric = default_rubric()
    if sheet:
        batch = with_missing(batch, sheet)
        if sheet.maximum:
            rubric = rubric.model_copy(update={"maximum": sheet.maximum})
    state.store().create_batch(batch, found.originals, rubric, state.now())
    if brief:
        state.store().save_brief(batch.id, brief)
    with st.spinner("Checking the texts …"):
        reports(batch.id)


def _load_sample(opened: Opened) -> None:
    sample = sample_batch()
    _read([(sample.zip_name, sample.zip)], None)
    found: ReadBatch | None = st.session_state.get(_FOUND)
    if found:
        sheet = (sample.sheet_name, sample.sheet)
        _keep(found, TITLE, read_sheet(*sheet))
        st.session_state.pop(_FOUND, None)
        st.session_state[sheet_key(found.batch.id)] = sheet
        opened(found.batch.id)
        st.rerun()
