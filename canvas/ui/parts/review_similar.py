"""Similar answers: one comment written once, looked at for every student, changed where needed, then given."""

from __future__ import annotations

import streamlit as st

from canvas.content.library import library
from canvas.desk.one_for_many import WORDS, PlannedComment, previewed, with_comment
from canvas.desk.similar import SimilarGroup, similar_answers
from canvas.errors import StaleRevisionError
from canvas.models import limits
from canvas.models.review import Batch, ReviewState
from canvas.models.vocabulary import Mistake
from canvas.store.reviews import new_comment_id
from canvas.ui import state
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import class_data, own_reviews, student_name, students
from canvas.ui.parts.review_name import reviewer
from canvas.ui.parts.review_people import people_html
from canvas.web.review_known import KnownBatch

_TOLD = "similar_told"


def draw(head: Batch) -> None:
    """Draw the groups of a mistake, and for the chosen one the comment with its preview."""
    data = class_data(head.id)
    st.header("Similar answers")
    st.markdown(
        "Students who make one mistake in a similar way can get one comment, with changes for each of them."
    )
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
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
        format_func=lambda place: f"{groups[place].label} ({_counted(len(groups[place].places))})",
        key=f"similar_group_{head.id}_{mistake}",
    )
    _draw_group(head.id, groups[number], students(head.id))


def _counted(count: int) -> str:
    return "1 student" if count == 1 else f"{count} students"


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
        _give(batch_id, ready, group.mistake)
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


def _give(batch_id: str, planned: list[PlannedComment], mistake: Mistake) -> None:
    """Add the comment to every review; one that was saved elsewhere in the same moment is tried once more."""
    store = state.store()
    opened = 0
    for plan in planned:
        comment_id = new_comment_id()
        for _ in range(3):
            review = store.review(batch_id, plan.key, reviewer())
            try:
                new = with_comment(review, plan, comment_id, mistake=mistake)
                store.save_review(batch_id, new, review.revision, state.now())
                opened += review.state is ReviewState.RELEASED
                break
            except StaleRevisionError:
                continue
    count = len(planned)
    st.session_state[_TOLD] = f"The comment stands in {'1 review' if count == 1 else f'{count} reviews'} now."
    if opened:
        st.session_state[_TOLD] += f" {opened} of them had been released; release them again in “Give back”."
