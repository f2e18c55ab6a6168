"""Similar answers: one comment written once, looked at for every student, changed where needed, then given."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.content.library import library
from canvas.desk.one_for_many import WORDS, PlannedComment, previewed, with_comment
from canvas.desk.similar import SimilarGroup, similar_answers
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.counted import counted
from canvas.models.review import Batch, Review, ReviewState
from canvas.models.vocabulary import Mistake
from canvas.store.reviews import new_comment_id
from canvas.ui import state
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import class_data, own_reviews, student_name, students
from canvas.ui.parts.review_name import reviewer
from canvas.ui.parts.review_people import people_html
from canvas.web.review_known import KnownBatch
from canvas.web.review_saving import changed_review

_TOLD, _LEFT = "similar_told", "similar_left"
_ONCE_MORE = "Leave the others out and add it once more."


def draw(head: Batch) -> None:
    """Draw the groups of a mistake, and for the chosen one the comment with its preview."""
    data = class_data(head.id)
    st.header("Similar answers")
    st.markdown(
        "Students who make one mistake in a similar way can get one comment, with changes for each of them."
    )
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
    if left := st.session_state.pop(_LEFT, ""):
        st.warning(left, icon=":material/sync_problem:")
    mistake = st.pills(
        "Mistake",
        list(Mistake),
        format_func=lambda one: library().mistakes[one].name,
        default=Mistake.NO_AFTER_SALES,
        key=f"similar_mistake_{head.id}",
    )
    groups = similar_answers(data.batch, data.reports, mistake) if mistake else ()
    if not groups:
        st.caption("No text has this remark.")
        return
    number = st.selectbox(
        "Group",
        range(len(groups)),
        format_func=lambda place: f"{groups[place].label} ({counted(len(groups[place].places), 'student')})",
        key=f"similar_group_{head.id}_{mistake}",
    )
    _draw_group(head.id, groups[number], students(head.id))


def _draw_group(batch_id: str, group: SimilarGroup, people: KnownBatch) -> None:
    ordered = sorted(group.places, key=lambda place: people.numbers[people.ticket_of[place.key]])
    st.html(people_html(batch_id, people, ordered))
    key = f"{batch_id}_{group.mistake.value}_{group.label}"
    says = st.text_area(
        "Comment for all of them",
        key=f"one_{key}",
        max_chars=limits.ANSWER,
        placeholder=library().mistakes[group.mistake].ask,
        help=f"Write {WORDS} where each student's own words should stand.",
    )
    if not says.strip():
        return
    changes: dict[str, str | None] = {}
    st.subheader("What each student gets")
    for plan in previewed(ordered, says, own_reviews(batch_id)):
        changes[plan.key] = _draw_planned(plan, people, key)
    planned = previewed(ordered, says, own_reviews(batch_id), changes)
    ready = [plan for plan in planned if not plan.why_not]
    for plan in planned:
        if plan.why_not:
            st.caption(f"{student_name(people, plan.key)}: {plan.why_not}")
    label = "Add this comment" if len(ready) == 1 else f"Add it to {len(ready)} reviews"
    if st.button(label, type="primary", key="give_to_all", disabled=not ready):
        _give(batch_id, ready, group.mistake, people)
        st.rerun()


def _draw_planned(plan: PlannedComment, people: KnownBatch, key: str) -> str | None:
    """Draw the comment of one student; return its words, None when the student is left out."""
    with st.container(border=True, key=f"planned_{people.ticket_of[plan.key]}"):
        name = student_name(people, plan.key)
        left, right = st.columns([1, 4], vertical_alignment="center")
        taken = left.checkbox(name, True, key=f"take_{key}_{plan.key}")
        words = right.text_area(
            f"For {name}",
            plan.says,
            key=f"own_{key}_{plan.key}_{hash(plan.says)}",
            max_chars=limits.ANSWER,
            height=80,
            disabled=not taken,
            label_visibility="collapsed",
            help=plain(plan.place.sentence, 160) or None,
        )
    return words if taken else None


def _give(batch_id: str, planned: list[PlannedComment], mistake: Mistake, people: KnownBatch) -> None:
    """Add the comment to every review, and say where it stands now, and where it could not be added."""
    saved: list[Review] = []
    left: list[str] = []
    for plan in planned:
        before = _before_given(batch_id, plan, mistake)
        if before is None:
            left.append(student_name(people, plan.key))
        else:
            saved.append(before)
    opened = sum(review.state is ReviewState.RELEASED for review in saved)
    if saved:
        told = f"The comment stands in {counted(len(saved), 'review')} now."
        again = f" {opened} of them had been released; release them again in “Give back”." if opened else ""
        st.session_state[_TOLD] = told + again
    if left:
        st.session_state[_LEFT] = (
            f"Not added, since these reviews changed just now: {', '.join(left)}. {_ONCE_MORE}"
        )


def _before_given(batch_id: str, plan: PlannedComment, mistake: Mistake) -> Review | None:
    """Add the comment to one review; return the review as it was before, None when the comment was not added."""
    change = partial(with_comment, planned=plan, comment_id=new_comment_id(), mistake=mistake)
    try:
        found = changed_review(state.store(), batch_id, plan.key, reviewer(), change, state.now())
    except InputError:  # the review has been filled in the meantime
        return None
    return found[0] if found else None
