"""The class at a glance: who makes which mistake, what is covered, what is late or waits; and the class lesson."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

import streamlit as st

from canvas.content.library import library
from canvas.desk.class_view import ClassView, class_view
from canvas.desk.passages import Seen
from canvas.models.review import Batch
from canvas.models.vocabulary import Mistake
from canvas.ui.parts import review_lesson
from canvas.ui.parts.heat_table import twin_table
from canvas.ui.parts.review_data import class_data, own_reviews, same_work, student_name, students
from canvas.ui.parts.review_people import draw_people, same_html
from canvas.web.review_known import KnownBatch

_MOST_SAME = 20
_STAGES = {"before": "Before the purchase", "during": "During the purchase", "after": "After the purchase"}


def draw(head: Batch) -> None:
    """Draw the view of the class."""
    data, reviews = class_data(head.id), own_reviews(head.id)
    view = class_view(data.batch, data.reports, tuple(reviews.values()))
    people = students(head.id)
    st.header("The class at a glance")
    st.html(_tiles(view))
    left, right = st.columns([1.05, 1], gap="large")
    with left:
        st.subheader("Common mistakes")
        rows = [(library().mistakes[one.mistake].name, len(one.flagged), len(one.clear)) for one in view.mistakes]
        st.html(bars_html([(name, count) for name, count, _ in rows], view.checked, "warm"))
        with st.expander("The mistakes as a table"):
            told = [(name, str(count), str(clear)) for name, count, clear in rows]
            st.html(twin_table("Mistakes in the class", ("Mistake", "Remarked on", "Clear"), told))
    with right:
        st.subheader("Relationships and stages")
        found = [(library().types[one.type].name, len(one.students)) for one in view.types]
        found += [(_STAGES[one.stage.value], len(one.students)) for one in view.stages]
        st.html(bars_html(found, view.checked, "green"))
        with st.expander("Relationships and stages as a table"):
            st.html(twin_table("What the texts cover", ("What", "Students"), [(one, str(n)) for one, n in found]))
    _draw_closer(view, people, head.id)
    _draw_rest(view, people, head.id)
    _draw_same(people, head.id)
    review_lesson.draw(data, view)


def bars_html(rows: Sequence[tuple[str, int]], whole: int, look: str) -> str:
    """Return one bar a row with its number; every name escaped. whole: what a full bar stands for."""
    lines = "".join(
        f'<li><span class="bar-name">{escape(name)}</span><span class="bar-room" aria-hidden="true">'
        f'<span class="bar-fill {look}" style="width:{100 * count / max(whole, 1):.1f}%"></span></span>'
        f'<span class="bar-count">{count} of {whole}</span></li>'
        for name, count in rows
    )
    return f'<ul class="review-bars">{lines}</ul>'


def _tiles(view: ClassView) -> str:
    told = [
        (view.students, "submissions"),
        (view.median, "words in the middle text"),
        (len(view.late), "late"),
        (len(view.missing), "handed in nothing"),
        (len(view.objections), "objections waiting"),
        (len(view.changed), "changed after export"),
    ]
    tiles = "".join(f"<li><b>{number}</b> {escape(name)}</li>" for number, name in told)
    return f'<ul class="review-tiles">{tiles}</ul>'


def _draw_closer(view: ClassView, people: KnownBatch, batch_id: str) -> None:
    """Let the reviewer choose a mistake or a type, and show the students with their sentences."""
    st.subheader("Who, and with which words")
    mistakes = {one.mistake.value: one.places for one in view.mistakes if one.flagged}
    types = {one.type.value: one.places for one in view.types if one.students}
    choices: dict[str, tuple[Seen, ...]] = mistakes | types
    if not choices:
        st.caption("Nothing was found in these texts.")
        return
    chosen = st.pills(
        "Look closer at",
        list(choices),
        format_func=_name_of,
        default=next(iter(choices)),
        key=f"closer_{batch_id}",
    )
    if chosen:
        draw_people(batch_id, people, choices[chosen], key=f"people_{chosen}")


def _name_of(value: str) -> str:
    if value in set(Mistake):
        return library().mistakes[Mistake(value)].name
    return next(card.name for kind, card in library().types.items() if kind.value == value)


def _draw_rest(view: ClassView, people: KnownBatch, batch_id: str) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Length")
        lengths = [(name, len(group.students)) for name, group in zip(_ranges(view), view.lengths, strict=True)]
        st.html(bars_html(lengths, view.students, "grey"))
        if view.coverage:
            st.subheader("Segments in their plans")
            told = [
                (
                    student_name(people, one.key),
                    f"{one.treated} of {one.segments}",
                    ", ".join(one.open_segments) or "–",
                )
                for one in view.coverage
            ]
            st.html(twin_table("Segments", ("Student", "With a relationship", "Still open"), told))
    with right:
        if view.objections:
            st.subheader("Objections waiting")
            waiting = [Seen(key=one.key, sentence=one.because or "No reason is given.") for one in view.objections]
            draw_people(batch_id, people, waiting, key="people_objections")
        late = [Seen(key=key) for key in view.late]
        if late:
            st.subheader("Late")
            draw_people(batch_id, people, late, key="people_late")
        if view.missing:
            st.subheader("Handed in nothing")
            st.html("<ul>" + "".join(f"<li>{escape(name or key)}</li>" for key, name in view.missing) + "</ul>")


def _ranges(view: ClassView) -> list[str]:
    """Return how the groups of lengths are called: each ends before the next one begins."""
    starts = [group.fewest for group in view.lengths]
    return [f"{start} to {after - 1} words" for start, after in pairwise(starts)] + [f"{starts[-1]} words or more"]


def _draw_same(people: KnownBatch, batch_id: str) -> None:
    """Tell who handed in the same words, or nearly; it is the reviewer who finds out why."""
    equal, nearly = same_work(batch_id)
    if not equal and not nearly:
        return
    st.subheader("The same words under two names")
    st.caption(
        "This can have good reasons: work in a group, a text of a hand-out, one file sent twice. Look at both "
        "before you ask."
    )
    groups = [(keys, "the same words") for keys in equal] + [(keys, "nearly the same words") for keys in nearly]
    lines = "".join(f"<li>{same_html(batch_id, people, keys, told)}</li>" for keys, told in groups[:_MOST_SAME])
    st.html(f'<ul class="review-same">{lines}</ul>')
    if len(groups) > _MOST_SAME:
        st.caption(f"{len(groups) - _MOST_SAME} more are not shown here.")
