"""The class at a glance: who makes which mistake on which words, what is covered, what is late or waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from canvas.desk.passages import Seen, places_of, sentence_of
from canvas.models.base import Frozen
from canvas.models.finding import Quote, Report
from canvas.models.intake import Origin
from canvas.models.review import Batch, Review, Submission
from canvas.models.vocabulary import Mistake, RelationshipType, Stage, Verdict
from canvas.writing.plain_text import word_count

LENGTHS = (0, 40, 100, 200, 300, 500)
"""Where the groups of lengths begin, in words."""


class MistakeCount(Frozen):
    """One mistake in the class. flagged, clear, skipped: keys of students. places: the words it is about."""

    mistake: Mistake
    flagged: tuple[str, ...]
    clear: tuple[str, ...]
    skipped: tuple[str, ...]
    places: tuple[Seen, ...]


class TypeCount(Frozen):
    """One relationship type: the students whose text describes it, surely or probably; a sentence of each."""

    type: RelationshipType
    students: tuple[str, ...]
    places: tuple[Seen, ...]


class StageCount(Frozen):
    """One stage of the journey, and the students whose text covers it."""

    stage: Stage
    students: tuple[str, ...]


class Coverage(Frozen):
    """How one student's plan covers its segments. open_segments: names of those without any relationship."""

    key: str
    segments: int
    treated: int
    open_segments: tuple[str, ...]


class LengthGroup(Frozen):
    """Students whose texts have so many words: from `fewest` on, up to the next group."""

    fewest: int
    students: tuple[str, ...]


class WaitingObjection(Frozen):
    """A disagreement of a student that no review has answered yet."""

    key: str
    mistake: Mistake
    words: str
    because: str


class ClassView(Frozen):
    """What a class handed in, counted. checked: how many texts have a report. median: of words.

    coverage: only of students whose file holds a plan with segments. changed: keys of exports that were edited or
    damaged since. missing: (key, name) of those who handed in nothing.
    """

    students: int
    checked: int
    mistakes: tuple[MistakeCount, ...]
    types: tuple[TypeCount, ...]
    stages: tuple[StageCount, ...]
    coverage: tuple[Coverage, ...]
    lengths: tuple[LengthGroup, ...]
    median: int
    late: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    objections: tuple[WaitingObjection, ...]


def class_view(batch: Batch, reports: Mapping[str, Report], reviews: Sequence[Review] = ()) -> ClassView:
    """Return the view of a class. reports: by key; a student without one is not counted as clear.

    reviews: those that may have answered an objection already.
    """
    read = [(one, reports[one.key]) for one in batch.submissions if one.key in reports]
    words = {one.key: word_count(one.text) for one in batch.submissions}
    return ClassView(
        students=len(batch.submissions),
        checked=len(read),
        mistakes=tuple(_mistake(mistake, read) for mistake in Mistake),
        types=tuple(_type(kind, read) for kind in RelationshipType),
        stages=tuple(
            StageCount(stage=stage, students=tuple(one.key for one, report in read if stage in report.stages))
            for stage in Stage
        ),
        coverage=tuple(found for one in batch.submissions if (found := _coverage(one))),
        lengths=_lengths(words),
        median=sorted(words.values())[len(words) // 2] if words else 0,
        late=tuple(one.key for one in batch.submissions if one.late),
        changed=tuple(
            one.key for one in batch.submissions if one.judged.origin in (Origin.EDITED, Origin.DAMAGED)
        ),
        missing=batch.missing,
        objections=waiting_objections(batch, reviews),
    )


def waiting_objections(batch: Batch, reviews: Sequence[Review]) -> tuple[WaitingObjection, ...]:
    """Return the disagreements that students' files carry and no review answers."""
    answered = {(review.student, reply.mistake, reply.words) for review in reviews for reply in review.replies}
    return tuple(
        WaitingObjection(key=one.key, mistake=item.mistake, words=item.words, because=item.because)
        for one in batch.submissions
        if one.judged.workbook
        for item in one.judged.workbook.objections
        if (one.key, item.mistake, item.words) not in answered
    )


def commonest(view: ClassView, most: int = 3) -> tuple[MistakeCount, ...]:
    """Return the mistakes that most students make, the commonest first; none that nobody makes."""
    made = [count for count in view.mistakes if count.flagged]
    return tuple(sorted(made, key=lambda count: -len(count.flagged))[:most])


def _mistake(mistake: Mistake, read: Sequence[tuple[Submission, Report]]) -> MistakeCount:
    keys: dict[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    places: list[Seen] = []
    for one, report in read:
        finding = report.findings[mistake]
        keys[finding.verdict].append(one.key)
        if finding.verdict is Verdict.FLAGGED:
            places += places_of(one.key, report.text, finding)
    return MistakeCount(
        mistake=mistake,
        flagged=tuple(keys[Verdict.FLAGGED]),
        clear=tuple(keys[Verdict.CLEAR]),
        skipped=tuple(keys[Verdict.SKIPPED]),
        places=tuple(places),
    )


def _type(kind: RelationshipType, read: Sequence[tuple[Submission, Report]]) -> TypeCount:
    places = [
        sentence_of(one.key, report.text, Quote(quote=found.quote, start=found.start, end=found.end))
        for one, report in read
        for found in report.types
        if found.type is kind
    ]
    return TypeCount(type=kind, students=tuple(place.key for place in places), places=tuple(places))


def _coverage(submission: Submission) -> Coverage | None:
    workbook = submission.judged.workbook
    if workbook is None or not workbook.venture.segments:
        return None
    treated = {commitment.segment for commitment in workbook.commitments}
    left = [segment for segment in workbook.venture.segments if segment.id not in treated]
    count = len(workbook.venture.segments)
    names = tuple(segment.name.strip() or "A segment without a name" for segment in left)
    return Coverage(key=submission.key, segments=count, treated=count - len(left), open_segments=names)


def _lengths(words: Mapping[str, int]) -> tuple[LengthGroup, ...]:
    ends = (*LENGTHS[1:], None)
    return tuple(
        LengthGroup(
            fewest=fewest,
            students=tuple(
                key for key, count in words.items() if count >= fewest and (end is None or count < end)
            ),
        )
        for fewest, end in zip(LENGTHS, ends, strict=True)
    )
