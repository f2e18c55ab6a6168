"""Second marking: the reviews of two reviewers beside each other, and the file to exchange them."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.desk.marking import shown
from canvas.desk.reviews_file import joined, reviews_file, reviews_from_file
from canvas.desk.second_marking import Difference, SecondMarking, agreement
from canvas.errors import CanvasError
from canvas.models.counted import counted
from canvas.models.review import Batch, MarkingRubric
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts.heat_table import twin_table
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import class_data, own_reviews, rubric_of, student_name, students
from canvas.ui.parts.review_guard import file_for_reviewers
from canvas.ui.parts.review_name import reviewer
from canvas.ui.parts.review_people import desk_address
from canvas.web.review_known import KnownBatch

_TOLD = "second_told"
_MOST = 30
_NO_WORK = "Student without work {}"
_ABOUT_NO_WORK = (
    "A student without work handed in nothing that can be read in this batch, so there is no number. "
    "Put the newer upload into this batch."
)


def draw(head: Batch) -> None:
    """Draw the exchange, then how far the two agree."""
    st.header("Second reader")
    st.markdown(
        "Two reviewers mark on their own. Each takes the file with the own reviews and gives it to the other one. "
        "On one server you need no files: choose a name of your own at the top."
    )
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
    _draw_exchange(head)
    names = sorted({entry.reviewer for entry in state.store().review_entries(head.id)})
    if len(names) < 2:
        st.caption("There are reviews of one reviewer only, so nothing can be compared yet.")
        return
    _draw_agreement(head, names)


def _draw_exchange(head: Batch) -> None:
    name, own = reviewer(), own_reviews(head.id)
    left, right = st.columns(2, gap="large")
    with left:
        st.download_button(
            "Download my reviews",
            file_for_reviewers(lambda: reviews_file(head, own.values(), name)),
            "my-reviews.json",
            "application/json",
            key="my_reviews",
            icon=":material/download:",
            on_click="ignore",
            help="Your private notes stay here.",
        )
        if not name:
            st.caption("Choose a name at the top first, so that your colleague can tell whose reviews these are.")
    with right:
        sent = st.file_uploader("Reviews of your colleague (.json)", type=["json"], key=f"colleague_{head.id}")
        if sent and st.button("Take these reviews in", key="join_reviews", type="primary"):
            try:
                _join(head, sent.name, sent.getvalue())
            except CanvasError as error:
                show_canvas_error(error)
            else:
                st.rerun()


def _join(head: Batch, name: str, data: bytes) -> None:
    """Keep a colleague's reviews; nothing newer is replaced. Raises InputError and StoreError."""
    held = reviews_from_file(data, name)
    if held.reviewer == reviewer():
        st.warning("These are reviews under your own name. What is newer here stays.", icon=":material/person:")
    store = state.store()
    kept = {review.student: review for review in store.reviews(head.id, held.reviewer)}
    found = joined(held, class_data(head.id).batch, kept)
    for review in found.new:
        store.save_review(head.id, review, review.revision, review.saved_at or state.now())
    of = f"of {plain(held.reviewer, 80) or 'a reviewer without a name'}"
    parts = [f"Taken in: {counted(len(found.new), 'review')} {of}."]
    if found.older:
        parts.append(f"Not newer than what is kept here, so left out: {counted(len(found.older), 'review')}.")
    if found.strangers:
        parts.append(f"Of nobody in this batch: {counted(len(found.strangers), 'review')}.")
    st.session_state[_TOLD] = " ".join(parts)


def _draw_agreement(head: Batch, names: list[str]) -> None:
    left, right = st.columns(2)
    own = names.index(reviewer()) if reviewer() in names else 0
    first = left.selectbox("One reviewer", names, own, format_func=_named, key="first_reviewer")
    others = [name for name in names if name != first]
    second = right.selectbox("The other one", others, format_func=_named, key="second_reviewer")
    rubric, store = rubric_of(head.id), state.store()
    found = agreement(store.reviews(head.id, first), store.reviews(head.id, second), rubric)
    _draw_rows(found)
    _draw_differences(found, rubric, students(head.id), head.id)


def _named(name: str) -> str:
    return plain(name) if name else "Without a name"


def _draw_rows(found: SecondMarking) -> None:
    st.subheader("Agreement by row")
    rows = [
        (
            row.title,
            str(row.both),
            f"{row.equal.value:.0%}" if row.both else "–",
            "–" if row.kappa is None else f"{row.kappa:.2f}",
        )
        for row in found.rows
    ]
    heads = ("Row", "Rated by both", "The same level", "Weighted kappa")
    st.html(twin_table("Agreement by row", heads, rows))
    st.caption("Kappa is 1 for full agreement and 0 for what chance alone would give.")


def _draw_differences(found: SecondMarking, rubric: MarkingRubric, people: KnownBatch, batch_id: str) -> None:
    st.subheader("Largest differences first")
    apart = [one for one in found.differences if one.steps or one.apart]
    if not apart:
        st.caption("No student is rated differently.")
        return
    without = sorted(one.key for one in apart if one.key not in people.ticket_of)
    lines = ""
    for one in apart[:_MOST]:
        who = (
            _NO_WORK.format(without.index(one.key) + 1) if one.key in without else _link(one.key, people, batch_id)
        )
        lines += f"<li>{who} <span>{escape(_told(one, rubric))}</span></li>"
    st.html(f'<ul class="review-people">{lines}</ul>')
    if without:
        st.caption(_ABOUT_NO_WORK)


def _link(key: str, people: KnownBatch, batch_id: str) -> str:
    address = desk_address(batch_id, people.ticket_of[key])
    return f'<a href="{address}" target="_self">{student_name(people, key)}</a>'


def _told(one: Difference, rubric: MarkingRubric) -> str:
    """Return the two marks of a student, and the rows that are rated differently."""
    titles = {row.id: row.title for row in rubric.rows}
    rows = "; ".join(f"{titles[row.row]}: level {row.first + 1} and level {row.second + 1}" for row in one.rows)
    marks = ""
    if one.first_mark is not None and one.second_mark is not None:
        marks = f"{shown(one.first_mark)} and {shown(one.second_mark)} of {shown(rubric.maximum)}"
    return " · ".join(part for part in (marks, rows) if part)
