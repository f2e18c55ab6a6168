"""The fields of a plan by their path: what one holds, how long it may be, the plan with another value in it."""

from __future__ import annotations

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.vocabulary import KeyQuestion, RelationshipType
from canvas.models.workbook import Commitment, KeyAnswers, Venture, Workbook
from canvas.writing import edits

DRAFT = "draft.text"
_NAMES = frozenset({"name"})
_SHORT = frozenset({"who", "pace"})
_WORDS = frozenset({"before", "during", "after", "who", "pace"})


def limit_of(origin: str) -> int:
    """Return how many characters a field takes."""
    if origin == DRAFT:
        return limits.DRAFT
    last = origin.rpartition(".")[2]
    return limits.NAME if last in _NAMES else limits.SHORT if last in _SHORT else limits.ANSWER


def value_at(workbook: Workbook, origin: str) -> str:
    """Return what the workbook holds at a field path, "" for a segment or commitment that is not there."""
    match origin.split("."):
        case ["venture", "segments", segment_id, field]:
            segment = next((one for one in workbook.venture.segments if one.id == segment_id), None)
            return str(getattr(segment, field)) if segment else ""
        case ["commitments", segment_id, kind, field]:
            commitment = _commitment(workbook, segment_id, kind)
            return str(getattr(commitment, field)) if commitment else ""
        case [part, field]:
            return str(getattr(getattr(workbook, part), field))
    raise ValueError(f"no field of the plan: {origin}")


def written(workbook: Workbook, origin: str, value: str) -> Workbook:
    """Return the workbook with a value at a field path."""
    match origin.split("."):
        case ["draft", "text"]:
            return edits.set_draft_text(workbook, value)
        case ["venture", "segments", segment_id, field]:
            return edits.set_segment(workbook, segment_id, field, value)
        case ["venture", field]:
            return edits.set_venture(workbook, field, value)
        case ["commitments", segment_id, kind, field]:
            return edits.set_commitment(workbook, segment_id, RelationshipType(kind), field, value)
        case ["answers", question]:
            return edits.set_answer(workbook, KeyQuestion(question), value)
    raise ValueError(f"no field of the plan: {origin}")


def check_text_field(workbook: Workbook, origin: str) -> None:
    """Raise InputError for a path that names no text of this plan; a relationship dropped since is none."""
    match origin.split("."):
        case ["draft", "text"]:
            there = True
        case ["venture", "segments", segment_id, "name" | "needs"]:
            there = any(one.id == segment_id for one in workbook.venture.segments)
        case ["venture", field]:
            there = field in Venture.model_fields and field != "segments"
        case ["answers", question]:
            there = question in KeyAnswers.model_fields
        case ["commitments", segment_id, kind, field] if field in _WORDS:
            there = _commitment(workbook, segment_id, kind) is not None
        case _:
            there = False
    if not there:
        raise InputError(
            "This field is not in the plan any more.", mend="Reload the page to see the plan as it is."
        )


def _commitment(workbook: Workbook, segment_id: str, kind: str) -> Commitment | None:
    pair = (segment_id, kind)
    return next((one for one in workbook.commitments if (one.segment, one.type.value) == pair), None)
