"""What a student can do to a plan: pure edits, each of which returns a new, validated workbook.

Raises InputError for a segment that is not there or a field that does not exist, and pydantic's ValidationError
for words beyond the limits.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.vocabulary import KeyQuestion, Level, Mistake, RelationshipType
from canvas.models.workbook import (
    CheckedDraft,
    Commitment,
    KeyAnswers,
    Objection,
    Segment,
    SelfRating,
    Venture,
    Workbook,
)
from canvas.writing.suggestions import answers_after_rename, suggestion_for

__all__ = [
    "add_segment",
    "choose_type",
    "disagree",
    "drop_type",
    "rate",
    "remember_check",
    "remove_segment",
    "rename_segment",
    "set_answer",
    "set_commitment",
    "set_draft_text",
    "set_segment",
    "set_title",
    "set_venture",
    "suggestion_for",
    "withdraw",
]

_COMMITMENT_FIELDS = frozenset(Commitment.model_fields) - {"segment", "type"}
_SEGMENT_FIELDS = frozenset(Segment.model_fields) - {"id"}
_VENTURE_FIELDS = frozenset(Venture.model_fields) - {"segments"}


def set_title(workbook: Workbook, title: str) -> Workbook:
    """Name the plan, as it stands in the list of plans."""
    return _changed(workbook, title=title)


def set_venture(workbook: Workbook, field: str, value: str) -> Workbook:
    """Set one field of the business, for example `offer`."""
    _known(field, _VENTURE_FIELDS)
    return _with_venture(workbook, **{field: value})


def add_segment(workbook: Workbook, name: str, new_id: str) -> Workbook:
    """Add a customer segment at the end. new_id: its id for good, unique in the plan."""
    segments = workbook.venture.segments
    if len(segments) >= limits.SEGMENTS:
        raise InputError(
            f"A plan can have {limits.SEGMENTS} segments.", mend="Remove one, or join two that are alike."
        )
    return _with_venture(workbook, segments=(*segments, Segment(id=new_id, name=name)))


def set_segment(workbook: Workbook, segment_id: str, field: str, value: str | int | None) -> Workbook:
    """Set `name`, `needs` or `customer_count` of a segment; a new name follows into answers taken over."""
    _known(field, _SEGMENT_FIELDS)
    old = _segment(workbook, segment_id)
    new = Segment.model_validate({**old.model_dump(), field: value})
    segments = tuple(new if segment is old else segment for segment in workbook.venture.segments)
    changed = _with_venture(workbook, segments=segments)
    return _changed(changed, answers=answers_after_rename(workbook, changed)) if field == "name" else changed


def rename_segment(workbook: Workbook, segment_id: str, name: str) -> Workbook:
    """Rename a segment; its relationships stay with it."""
    return set_segment(workbook, segment_id, "name", name)


def remove_segment(workbook: Workbook, segment_id: str) -> Workbook:
    """Remove a segment together with its relationships."""
    old = _segment(workbook, segment_id)
    kept = tuple(item for item in workbook.commitments if item.segment != segment_id)
    segments = tuple(segment for segment in workbook.venture.segments if segment is not old)
    return _changed(_with_venture(workbook, segments=segments), commitments=kept)


def choose_type(workbook: Workbook, segment_id: str, type_: RelationshipType) -> Workbook:
    """Offer a relationship to a segment; one that is offered already stays as it is."""
    _segment(workbook, segment_id)
    if any(_is(item, segment_id, type_) for item in workbook.commitments):
        return workbook
    return _changed(workbook, commitments=(*workbook.commitments, Commitment(segment=segment_id, type=type_)))


def drop_type(workbook: Workbook, segment_id: str, type_: RelationshipType) -> Workbook:
    """Take a relationship away from a segment, with what was said about it."""
    kept = tuple(item for item in workbook.commitments if not _is(item, segment_id, type_))
    return _changed(workbook, commitments=kept)


def set_commitment(
    workbook: Workbook, segment_id: str, type_: RelationshipType, field: str, value: str
) -> Workbook:
    """Set `before`, `during`, `after`, `who` or `pace` of a relationship; chooses the type if it is new."""
    _known(field, _COMMITMENT_FIELDS)
    chosen = choose_type(workbook, segment_id, type_)
    commitments = tuple(
        Commitment.model_validate({**item.model_dump(), field: value}) if _is(item, segment_id, type_) else item
        for item in chosen.commitments
    )
    return _changed(chosen, commitments=commitments)


def set_answer(workbook: Workbook, question: KeyQuestion, value: str) -> Workbook:
    """Answer a key question."""
    answers = KeyAnswers.model_validate({**workbook.answers.model_dump(), KeyQuestion(question).value: value})
    return _changed(workbook, answers=answers)


def set_draft_text(workbook: Workbook, text: str) -> Workbook:
    """Keep the draft as the student wrote it."""
    draft = type(workbook.draft).model_validate({**workbook.draft.model_dump(), "text": text})
    return _changed(workbook, draft=draft)


def remember_check(workbook: Workbook, at: datetime) -> Workbook:
    """Keep the draft as it is checked now, for the receipt of the next check; the oldest ones go.

    An empty draft, and one that was checked last and has not changed since, are not kept again.
    """
    text, held = workbook.draft.text, workbook.checked
    if not text.strip() or (held and held[-1].text == text):
        return workbook
    return _changed(workbook, checked=(*held, CheckedDraft(text=text, at=at))[-limits.CHECKED :])


def disagree(workbook: Workbook, mistake: Mistake, words: str, because: str) -> Workbook:
    """Keep why the student disagrees with a remark. words: its quotes, one a line, "" for an absence.

    A second reason for the same words takes the place of the first.
    """
    others = tuple(item for item in workbook.objections if (item.mistake, item.words) != (mistake, words))
    if len(others) >= limits.OBJECTIONS:
        raise InputError(
            f"You can disagree with {limits.OBJECTIONS} remarks.", mend="Take one of the older reasons back first."
        )
    return _changed(workbook, objections=(*others, Objection(mistake=mistake, words=words, because=because)))


def withdraw(workbook: Workbook, objection: Objection) -> Workbook:
    """Take a disagreement back; the remark is shown again."""
    return _changed(workbook, objections=tuple(item for item in workbook.objections if item != objection))


def rate(workbook: Workbook, row: str, level: Level | None) -> Workbook:
    """Keep how the student rates a row of the rubric; None takes the rating back."""
    others = tuple(item for item in workbook.self_assessment if item.row != row)
    mine = (SelfRating(row=row, level=level),) if level else ()
    return _changed(workbook, self_assessment=(*others, *mine))


def _changed(workbook: Workbook, **fields: Any) -> Workbook:
    """Return the workbook with other fields, validated as a whole."""
    held = {name: getattr(workbook, name) for name in Workbook.model_fields}
    return Workbook.model_validate({**held, **fields})


def _with_venture(workbook: Workbook, **fields: Any) -> Workbook:
    held = {name: getattr(workbook.venture, name) for name in Venture.model_fields}
    return _changed(workbook, venture=Venture.model_validate({**held, **fields}))


def _segment(workbook: Workbook, segment_id: str) -> Segment:
    for segment in workbook.venture.segments:
        if segment.id == segment_id:
            return segment
    raise InputError("This segment is not in the plan any more.", mend="Reload the page to see the plan as it is.")


def _is(commitment: Commitment, segment_id: str, type_: RelationshipType) -> bool:
    return commitment.segment == segment_id and commitment.type == type_


def _known(field: str, fields: frozenset[str]) -> None:
    if field not in fields:
        raise InputError(f"There is no field “{field}”.", mend=f"Use one of: {', '.join(sorted(fields))}.")
