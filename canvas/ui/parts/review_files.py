"""The feedback files of everybody who is released, made when asked for; and the overview of the class."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import streamlit as st

from canvas.desk.feedback.forms import Form
from canvas.desk.feedback.zip import FeedbackZip, feedback_zip
from canvas.desk.overview import overview_csv
from canvas.desk.sheets.filling import LeftOut
from canvas.desk.sheets.sheet import Sheet
from canvas.models.review import Batch, MarkingRubric, Platform, Review, Submission
from canvas.ui import state
from canvas.ui.parts.heat_table import twin_table
from canvas.ui.parts.review_data import ClassData
from canvas.ui.parts.review_guard import file_for_reviewers
from canvas.web.review_known import checker

_MOST = 400
FORMS: tuple[Form, ...] = ("html", "docx", "pdf")
_LOOKS_LIKE = {"docx": "Word", "pdf": "PDF", "html": "Web page"}


def draw_left_out(left_out: Sequence[LeftOut]) -> None:
    """Draw who is left out, and why."""
    if left_out:
        with st.expander(f"Left out, and why ({len(left_out)})"):
            rows = [(one.name or one.key, one.why) for one in left_out[:_MOST]]
            st.html(twin_table("Left out", ("Student", "Why"), rows))


def draw_files(
    data: ClassData,
    released: dict[str, Review],
    reviews: dict[str, Review],
    rubric: MarkingRubric,
    sheet: Sheet | None,
) -> None:
    """Draw what the files look like, the button that makes them, and the downloads."""
    st.subheader("4 · Feedback files and overview")
    canvas = data.batch.platform is Platform.CANVAS
    if canvas:
        st.caption("Canvas takes each student's own file back, with the feedback in it.")
    forms = [FORMS[0]] if canvas else _chosen_forms()
    kept, of = f"feedback_zip_{data.batch.id}", _fingerprint(data.batch, released, rubric, sheet, forms)
    with st.container(horizontal=True, key="back_files"):
        if released and forms and st.button("Make the feedback files", key="make_zip"):
            st.session_state[kept] = of, _made(data, reviews, rubric, sheet, forms)
        st.download_button(
            "Overview (.csv)",
            file_for_reviewers(lambda: overview_csv(data.batch, data.reports, reviews, rubric)),
            "overview.csv",
            "text/csv",
            key="overview_down",
            icon=":material/download:",
            on_click="ignore",
        )
    made_of, made = st.session_state.get(kept, (of, None))
    if not released:
        st.caption("Nothing is released yet, so there is no feedback to give back.")
    elif made and made_of != of:
        st.caption("Something changed since the files were made. Make them again.")
    elif made:
        _draw_made(made)


def _draw_made(made: FeedbackZip) -> None:
    """Draw what was made: its notes, who is left out, and the download."""
    for note in made.notes:
        st.info(note, icon=":material/info:")
    draw_left_out(made.left_out)
    st.download_button(
        "Feedback (.zip)",
        file_for_reviewers(lambda: made.data),
        "feedback.zip",
        "application/zip",
        key="zip_down",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
    )


def _fingerprint(
    batch: Batch,
    released: Mapping[str, Review],
    rubric: MarkingRubric,
    sheet: Sheet | None,
    forms: Sequence[Form],
) -> int:
    """Return a number that is another one as soon as the feedback files would be other ones."""
    revisions = tuple((key, review.revision) for key, review in sorted(released.items()))
    works = tuple(_handed_in(one) for one in batch.submissions if one.key in released)
    filled = (sheet.name, sheet.column, sheet.decimal_mark, sheet.layout.rows) if sheet else None
    return hash((revisions, works, checker(), rubric.model_dump_json(), filled, tuple(forms)))


def _handed_in(submission: Submission) -> tuple[Hashable, ...]:
    """Return what tells a student's work from any other: Canvas gets these very files back."""
    files = tuple((file.path, file.digest, file.text) for file in submission.files)
    return submission.key, submission.name, submission.group, submission.main, files


def _made(
    data: ClassData,
    reviews: Mapping[str, Review],
    rubric: MarkingRubric,
    sheet: Sheet | None,
    forms: Sequence[Form],
) -> FeedbackZip:
    """Make the feedback files, with a bar that tells how far it is."""
    bar = st.progress(0.0, "Making the feedback …")

    def tell(done: int, number: int) -> None:
        if done % 10 == 0 or done == number:
            bar.progress(done / max(number, 1), f"Feedback for {done} of {number} students")

    try:
        return feedback_zip(
            data.batch,
            reviews,
            rubric,
            lambda path: state.store().original(data.batch.id, path),
            sheet,
            reports=data.reports,
            forms=forms,
            progress=tell,
        )
    finally:
        bar.empty()


def _chosen_forms() -> list[Form]:
    return st.pills(
        "Feedback as",
        FORMS,
        format_func=_LOOKS_LIKE.__getitem__,
        default=[FORMS[0]],
        selection_mode="multi",
        key="back_forms",
    )
