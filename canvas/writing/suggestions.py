"""What the plan already answers, so that no key question asks for the same words twice."""

from __future__ import annotations

import re

from canvas.models.vocabulary import KeyQuestion, RelationshipType, Stage
from canvas.models.workbook import Workbook
from canvas.writing.clauses import pieces

_STAGE_OF = {
    KeyQuestion.ATTRACT: Stage.BEFORE,
    KeyQuestion.INTERACT: Stage.DURING,
    KeyQuestion.RETAIN: Stage.AFTER,
}
_FEEDBACK = re.compile(
    r"\b(feedback|complain\w*|complaint\w*|reviews?|ratings?|survey\w*|suggestions?|opinions?|"
    r"how (?:it|the \w+|everything) (?:went|goes|was|is|runs)|satisf\w+|problems?|apologi[sz]e\w*)\b",
    re.IGNORECASE,
)


def suggestion_for(workbook: Workbook, question: KeyQuestion) -> str:
    """Return what the plan already says to a question, in the student's words, an entry a line; else ""."""
    match question:
        case KeyQuestion.ATTRACT | KeyQuestion.INTERACT | KeyQuestion.RETAIN:
            entries = _cells(workbook, _STAGE_OF[question])
        case KeyQuestion.PERSONAL_OR_AUTOMATED:
            entries = _types_of_segments(workbook)
        case KeyQuestion.FEEDBACK:
            every = [piece for stage in Stage for piece in _cells(workbook, stage)]
            entries = [piece for piece in every if _FEEDBACK.search(piece)]
        case KeyQuestion.GROW:
            entries = []
    return "\n".join(dict.fromkeys(entries))


def said_in_plan(workbook: Workbook) -> frozenset[str]:
    """Return the entries of the plan's cells and types, in small letters and without end marks."""
    entries = [piece for stage in Stage for piece in _cells(workbook, stage)] + _types_of_segments(workbook)
    return frozenset(entry.strip(" .,;:!").casefold() for entry in entries)


def _cells(workbook: Workbook, stage: Stage) -> list[str]:
    return [piece for commitment in workbook.commitments for piece in pieces(commitment.at(stage))]


def _types_of_segments(workbook: Workbook) -> list[str]:
    """Return an entry a segment: its name and the relationship types chosen for it."""
    chosen: dict[str, list[RelationshipType]] = {}
    for commitment in workbook.commitments:
        chosen.setdefault(commitment.segment, []).append(commitment.type)
    return [
        f"{segment.name.strip() or 'Customers'}: {', '.join(type_.value.replace('_', ' ') for type_ in types)}"
        for segment in workbook.venture.segments
        if (types := chosen.get(segment.id))
    ]
