"""Giving back: release after a second look, see what will change and who is left out, then the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from canvas.desk.feedback.text import marks_of
from canvas.desk.marking import mark_of, unrated
from canvas.desk.sheets.filling import Filled
from canvas.desk.sheets.likely_column import likely_column
from canvas.desk.sheets.sheet import Sheet, read_sheet
from canvas.errors import CanvasError, StaleRevisionError
from canvas.models.counted import counted
from canvas.models.review import Batch, MarkingRubric, Platform, Review, ReviewState
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts.heat_table import twin_table
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import ClassData, class_data, own_reviews, rubric_of
from canvas.ui.parts.review_feedback import draw_one
from canvas.ui.parts.review_files import draw_files, draw_left_out
from canvas.ui.parts.review_guard import file_for_reviewers
from canvas.ui.parts.review_words import PLATFORMS, SHEET_TYPES, sheet_key

_TOLD = "back_told"
_WANTED = (
    "Download it from the assignment just before you give marks back. Only marks and comments are filled in; "
    "everything else stays as it is."
)
_IN_USE = (
    "In use is **{}**, which came with the submissions. Give a newer one if marks changed on the platform since."
)
_NOT_KEPT = "No sheet is stored here: after this page is loaded anew, drop it again."
_MOST = 400


def draw(head: Batch) -> None:
    """Draw the three steps: release, the sheet with marks, the feedback files."""
    data, own, rubric = class_data(head.id), own_reviews(head.id), rubric_of(head.id)
    reviews = {one.key: own[one.key] for one in data.batch.submissions if one.key in own}
    st.header("Give back")
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
    _draw_release(head.id, reviews, rubric, len(data.batch.submissions))
    if without := len(own) - len(reviews):
        st.caption(f"Not counted, and in no file: {counted(without, 'review')} of work that is not in this batch.")
    released = {key: review for key, review in reviews.items() if review.state is ReviewState.RELEASED}
    draw_one(data, reviews, rubric)
    sheet = _draw_sheet(data, reviews, rubric)
    draw_files(data, released, reviews, rubric, sheet)


def _draw_release(batch_id: str, reviews: dict[str, Review], rubric: MarkingRubric, students: int) -> None:
    st.subheader("1 · Release")
    ready = [review for review in reviews.values() if review.state is ReviewState.REVIEWED]
    released = sum(review.state is ReviewState.RELEASED for review in reviews.values())
    open_ = students - len(ready) - released
    parts = [f"{released} of {students} are released", f"{len(ready)} reviewed and ready", f"{open_} still open"]
    st.markdown(" · ".join(parts) + ". Only what is released goes into the files below.")
    unmarked = [review for review in ready if mark_of(review, rubric) is None]
    if unmarked:
        rows = sum(len(unrated(review, rubric)) for review in unmarked)
        st.warning(
            f"No mark yet: {counted(len(unmarked), 'review')}, with {counted(rows, 'row')} still open. "
            "Without a mark, only comments go back.",
            icon=":material/edit_note:",
        )
    with st.container(horizontal=True, key="release_line"):
        label = f"Release {counted(len(ready), 'review')}" if ready else "Nothing to release"
        if st.button(label, type="primary", key="release", disabled=not ready):
            _move(batch_id, ready, ReviewState.RELEASED, "released")
        if released and st.button("Take all back", key="take_back", help="They become reviewed again."):
            back = [review for review in reviews.values() if review.state is ReviewState.RELEASED]
            _move(batch_id, back, ReviewState.REVIEWED, "taken back")


def _move(batch_id: str, reviews: Sequence[Review], to: ReviewState, told: str) -> None:
    """Put reviews into a state; one that was changed elsewhere in the meantime stays as it is, and is told."""
    changed = 0
    for review in reviews:
        try:
            new = review.model_copy(update={"state": to})
            state.store().save_review(batch_id, new, review.revision, state.now())
        except StaleRevisionError:
            changed += 1
    count = len(reviews) - changed
    words = f"{'1 review is' if count == 1 else f'{count} reviews are'} {told}."
    late = f" {changed} were changed in another window and stay as they are." if changed else ""
    st.session_state[_TOLD] = words + late
    st.rerun()


def _draw_sheet(data: ClassData, reviews: dict[str, Review], rubric: MarkingRubric) -> Sheet | None:
    st.subheader("3 · Marks for your platform")
    if data.batch.platform in (Platform.EDX, Platform.FOLDER):
        st.caption(f"{PLATFORMS[data.batch.platform]}: no sheet goes back. The overview below holds every mark.")
        return None
    given = _given(data.batch.id)
    if not given:
        return None
    try:
        sheet = read_sheet(*given)
        if not sheet.column and sheet.columns:
            likely = likely_column(sheet.columns, data.batch.title)
            place = sheet.columns.index(likely) if likely else None  # no guess: a wrong column would be filled
            column = st.selectbox(
                "Column for the mark", sheet.columns, index=place, key=f"back_column_{data.batch.id}"
            )
            if column is None:
                return None
            sheet = sheet.with_column(column)
        filled = sheet.filled(marks_of(data.batch, reviews, rubric, data.reports), data.batch)
    except CanvasError as error:
        show_canvas_error(error)
        return None
    _draw_filled(sheet, filled)
    return sheet


def _given(batch_id: str) -> tuple[str, bytes] | None:
    """Draw the field for the sheet; return its name and bytes, or those of the sheet that came with the upload."""
    sent = st.file_uploader("The marks sheet of your platform", type=SHEET_TYPES, key=f"back_sheet_{batch_id}")
    if sent:
        return sent.name, sent.getvalue()
    given: tuple[str, bytes] | None = st.session_state.get(sheet_key(batch_id))
    if given:
        st.caption(f"{_IN_USE.format(plain(given[0], 80))} {_NOT_KEPT}")
    else:
        st.caption(f"{_WANTED} {_NOT_KEPT}")
    return given


def _draw_filled(sheet: Sheet, filled: Filled) -> None:
    """Draw what will change in the sheet and who is left out, and the download."""
    marks = sum(change.what == "mark" for change in filled.changes)
    st.markdown(
        f"**{plain(sheet.name, 80)}**: to be filled in are {counted(marks, 'mark')} and "
        f"{counted(len(filled.changes) - marks, 'comment')}; left out: {counted(len(filled.left_out), 'student')}."
    )
    for note in filled.notes:
        st.caption(note)
    with st.expander(f"What changes ({counted(len(filled.changes), 'cell')})"):
        rows = [
            (change.name or change.key, change.what, change.before or "–", plain_cut(change.after))
            for change in filled.changes[:_MOST]
        ]
        st.html(twin_table("Changes", ("Student", "Cell", "Before", "After"), rows))
    draw_left_out(filled.left_out)
    st.download_button(
        "Sheet with marks",
        file_for_reviewers(lambda: filled.data),
        PurePath(sheet.name).name,
        "text/csv",
        key="sheet_down",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
    )


def plain_cut(text: str, limit: int = 160) -> str:
    """Return the beginning of a long cell on one line."""
    words = " ".join(text.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"
