"""The rubric of a batch: edited on the page or as a file; every mark follows it at once."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import streamlit as st
from pydantic import ValidationError

from canvas.desk.marking import default_rubric, shown
from canvas.desk.rubric_file import rubric_file, rubric_from_file
from canvas.errors import CanvasError, StaleRevisionError
from canvas.models import limits
from canvas.models.review import Batch, MarkingLevel, MarkingRow, MarkingRubric
from canvas.ui import state
from canvas.ui.frame_errors import show_canvas_error
from canvas.ui.parts import review_brief
from canvas.ui.parts.plain import plain
from canvas.ui.parts.review_data import rubric_of
from canvas.ui.parts.review_guard import file_for_reviewers
from canvas.ui.parts.review_shared_form import Pressed, SharedForm
from canvas.web.review_list import LEVEL_NAMES

_TOLD = "rubric_told"
_TITLE = 160


def draw(head: Batch) -> None:
    """Draw the rubric as a form, and the ways to and from a file."""
    rubric = rubric_of(head.id)
    st.header("Rubric")
    st.markdown(
        "The mark is the maximum times what is reached, divided by what can be reached; each row counts by its "
        "weight. It is rounded half up to the step, and to two decimals where the step has more. When you change "
        "the rubric, every mark follows."
    )
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told, icon=":material/check_circle:")
    form = SharedForm("The rubric", head.id, rubric.model_dump_json())
    begun = MarkingRubric.model_validate_json(form.begun)
    form.draw_other(changes_in(rubric, begun))
    _draw_form(head.id, rubric, begun, form)
    _draw_file(head.id, rubric, form)
    review_brief.draw(head)


def _draw_form(batch_id: str, kept: MarkingRubric, begun: MarkingRubric, form: SharedForm) -> None:
    with st.form(form.key("form"), enter_to_submit=not form.is_behind):
        name, maximum, step = st.columns([4, 1, 1])
        title = name.text_input("Title", begun.title, max_chars=limits.NAME, key=form.key("first"))
        highest = maximum.text_input("Maximum", shown(begun.maximum))
        steps = step.text_input("Step", shown(begun.step), help="Marks are multiples of it: 0.5, 1 …")
        rows = [_row(row, form.key(row.id)) for row in begun.rows]
        pressed = form.pressed("Save the rubric")
        if pressed is Pressed.OTHER:
            form.begin_anew()
            st.rerun()
        if pressed is Pressed.SAVE:
            try:
                new = MarkingRubric(
                    title=title.strip() or begun.title,
                    maximum=number_in(highest, "Maximum"),
                    step=number_in(steps, "Step"),
                    rows=tuple(_made(row, words) for row, words in zip(begun.rows, rows, strict=True)),
                )
                _save(batch_id, rubric_from_file(rubric_file(new)), kept, form)
            except (ValidationError, ValueError) as error:
                st.error(problem_in(error))
            except CanvasError as error:
                show_canvas_error(error)


def _row(row: MarkingRow, key: str) -> list[str]:
    """Draw the fields of a row; return title, weight, then words and points of every level."""
    with st.expander(f"{plain(row.title, 100)} (weight {shown(row.weight)})"):
        name, weight = st.columns([5, 1])
        words = [
            name.text_input("Row", row.title, max_chars=_TITLE, key=f"title_{key}"),
            weight.text_input("Weight", shown(row.weight), key=f"weight_{key}"),
        ]
        for place, level in enumerate(row.levels):
            says, points = st.columns([5, 1])
            called = LEVEL_NAMES[level.level]
            words.append(says.text_input(called, level.says, key=f"says_{key}_{place}"))
            words.append(points.text_input(f"Points: {called}", shown(level.points), key=f"p_{key}_{place}"))
    return words


def _made(row: MarkingRow, words: list[str]) -> MarkingRow:
    title, weight, *rest = words
    levels = [
        MarkingLevel(level=level.level, says=says, points=number_in(points, "Points"))
        for level, says, points in zip(row.levels, rest[::2], rest[1::2], strict=True)
    ]
    return MarkingRow(
        id=row.id, title=title.strip() or row.title, weight=number_in(weight, "Weight"), levels=tuple(levels)
    )


def number_in(typed: str, what: str) -> Decimal:
    """Return a number as somebody typed it, with a point or a comma. ValueError for anything else."""
    try:
        found = Decimal(typed.strip().replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(f"{what}: “{typed}” is no number.") from error
    if not found.is_finite():
        raise ValueError(f"{what}: “{typed}” is no number.")
    return found


def problem_in(error: ValueError) -> str:
    """Return the first thing that is wrong with a rubric, in words."""
    if not isinstance(error, ValidationError):
        return plain(str(error), 200)
    first = error.errors()[0]
    field = " ".join(str(part) for part in first["loc"])
    return plain(f"{field}: {first['msg']}".strip(": "), 200)


def changes_in(kept: MarkingRubric, begun: MarkingRubric) -> str:
    """Return what is different in the rubric that somebody else saved, a line each."""
    ids = {row.id for row in kept.rows}
    lines = [line for line in _lines(kept) if line not in _lines(begun)]
    lines += [f"Taken out: {row.title}" for row in begun.rows if row.id not in ids]
    return "\n".join(lines) or "The rows stand in another order."


def _lines(rubric: MarkingRubric) -> list[str]:
    lines = [f"Title: {rubric.title}", f"Maximum: {shown(rubric.maximum)}", f"Step: {shown(rubric.step)}"]
    for row in rubric.rows:
        lines.append(f"{row.title}: weight {shown(row.weight)}")
        lines += [
            f"{row.title}, {LEVEL_NAMES[level.level]}: {level.says} (points: {shown(level.points)})"
            for level in row.levels
        ]
    return lines


def _draw_file(batch_id: str, rubric: MarkingRubric, form: SharedForm) -> None:
    """Draw the ways to and from a file; while there are two versions, only the way to one."""
    st.subheader("As a file")
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("Change the file in any editor, for example to add rows; use it again for the next class.")
        st.download_button(
            "Rubric (.toml)",
            file_for_reviewers(lambda: rubric_file(rubric)),
            "rubric.toml",
            "application/toml",
            key="rubric_down",
            icon=":material/download:",
            on_click="ignore",
        )
        other = rubric.rows != default_rubric().rows and not form.is_behind
        if other and st.button("Go back to the rubric of the lesson", key="reset"):
            kept = {"maximum": rubric.maximum, "step": rubric.step}
            _save(batch_id, default_rubric().model_copy(update=kept), rubric, form)
    with right:
        sent = st.file_uploader("Your own rubric (.toml)", type=["toml"], key=f"rubric_up_{batch_id}")
        if sent and not form.is_behind and st.button("Use this rubric", key="use_rubric", type="primary"):
            try:
                _save(batch_id, rubric_from_file(sent.getvalue(), sent.name), rubric, form)
            except CanvasError as error:
                show_canvas_error(error)


def _save(batch_id: str, new: MarkingRubric, seen: MarkingRubric, form: SharedForm) -> None:
    """Keep a rubric and draw the page anew; who saved in this very moment is shown there."""
    try:
        state.store().save_rubric(batch_id, new, seen)
    except StaleRevisionError:
        st.rerun()
    form.begin_anew()
    st.session_state[_TOLD] = "The rubric is saved, and every mark follows it."
    st.rerun()
