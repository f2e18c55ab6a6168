"""What the plan already answers, so that no key question asks for the same words twice.

A suggestion names its segment, since an answer without it could be about anybody. The price is that a name can
change; so a rename follows into every answer that was taken over and left as it was.
"""

from __future__ import annotations

import re

from canvas.models import limits
from canvas.models.nothing import says_something
from canvas.models.vocabulary import KeyQuestion, Stage
from canvas.models.workbook import KeyAnswers, Segment, Workbook
from canvas.writing.clauses import capital, pieces, whole, with_pronoun
from canvas.writing.naming import listed, segment_name, type_name

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
_MARKS = " .,;:!–-"


class Said:
    """What the cells of a plan and the suggestions made of them already say, for comparison with an answer."""

    def __init__(self, workbook: Workbook) -> None:
        self._entries = {
            _plain(entry) for question in KeyQuestion for entry in _entries(workbook, question).values()
        }
        cells = [piece for stage in Stage for piece in _cells(workbook, None, stage)]
        self._cells = {_plain(cell) for cell in cells}
        self._names = tuple(f"{segment_name(segment)}:".casefold() for segment in workbook.venture.segments)

    def names_a_segment(self, line: str) -> bool:
        """Say whether a line begins with the name of a segment, as a suggestion does."""
        return line.casefold().startswith(self._names)

    def new_lines(self, answer: str) -> tuple[str, ...]:
        """Return the lines of an answer that the plan does not say already.

        Lines that name a segment belong together: all of them are left out, or none is.
        """
        lines = [line.strip() for line in answer.splitlines() if line.strip()]
        named = [line for line in lines if self.names_a_segment(line)]
        drop_named = all(_plain(line) in self._entries for line in named)
        return tuple(line for line in lines if not (drop_named if line in named else self._is_said(line)))

    def _is_said(self, line: str) -> bool:
        return all(_plain(piece) in self._cells for piece in pieces(line)) or _plain(line) in self._entries


def suggestion_for(workbook: Workbook, question: KeyQuestion) -> str:
    """Return what the plan already says to a question, in whole sentences, a line a segment; else ""."""
    return "\n".join(dict.fromkeys(_entries(workbook, question).values()))


def answers_after_rename(old: Workbook, new: Workbook) -> KeyAnswers:
    """Return the answers of a plan whose segments got other names: lines taken over verbatim carry the new one."""
    answers = {}
    for question in KeyQuestion:
        before, now = _entries(old, question), _entries(new, question)
        swaps = {before[key]: now[key] for key in before if key in now}
        lines = [swaps.get(line, line) for line in old.answers.to(question).split("\n")]
        answers[question.value] = "\n".join(lines)
    fits = {name: text for name, text in answers.items() if len(text) <= limits.ANSWER}
    return KeyAnswers.model_validate({**old.answers.model_dump(), **fits})


def _entries(workbook: Workbook, question: KeyQuestion) -> dict[str, str]:
    """Return what the plan says to a question about each segment, by the segment's id."""
    found = {segment.id: _sentences(workbook, segment, question) for segment in workbook.venture.segments}
    return {
        segment.id: f"{capital(segment_name(segment))}: {found[segment.id]}"
        for segment in workbook.venture.segments
        if found[segment.id]
    }


def _sentences(workbook: Workbook, segment: Segment, question: KeyQuestion) -> str:
    match question:
        case KeyQuestion.ATTRACT | KeyQuestion.INTERACT | KeyQuestion.RETAIN:
            found = _cells(workbook, segment, _STAGE_OF[question])
        case KeyQuestion.PERSONAL_OR_AUTOMATED:
            types = [type_name(item.type) for item in workbook.commitments if item.segment == segment.id]
            return f"{listed(types)}." if types else ""
        case KeyQuestion.FEEDBACK:
            every = [piece for stage in Stage for piece in _cells(workbook, segment, stage)]
            found = [piece for piece in every if _FEEDBACK.search(piece)]
        case KeyQuestion.GROW:
            found = []
    return " ".join(whole(piece) for piece in dict.fromkeys(found))


def _cells(workbook: Workbook, segment: Segment | None, stage: Stage) -> list[str]:
    """Return the sentences and entries of the cells of one segment, or of all, at a stage."""
    return [
        with_pronoun(piece)
        for item in workbook.commitments
        if (segment is None or item.segment == segment.id) and says_something(item.at(stage))
        for piece in pieces(item.at(stage))
    ]


def _plain(line: str) -> str:
    """Return a line for comparison: small letters, no end marks, one kind of space."""
    return " ".join(with_pronoun(line).casefold().split()).strip(_MARKS)
