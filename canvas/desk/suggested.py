"""Levels that the program would suggest, each with what it saw: made only when a reviewer asks, never filled in.

It goes up to “good” and no further: what is excellent is for a person to see.
"""

from __future__ import annotations

from collections.abc import Callable

from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.review import MarkingRubric, Submission
from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import Level, Mistake, Stage, Verdict
from canvas.models.workbook import Workbook
from canvas.reading.facts import Facts, observe
from canvas.writing.edits import set_draft_text
from canvas.writing.row_findings import RowFound, row_findings

_SOME = 3
"""Details from which on a text has more than a few."""


class SuggestedLevel(Frozen):
    """A suggestion for one row of a rubric. index: of the level in that row, None where nothing can be said.

    why: one sentence. seen: sentences with quotes of the text. missing: what was not found.
    """

    row: str
    index: int | None
    why: str
    seen: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def suggested_levels(
    submission: Submission, report: Report, rules: RuleBook, rubric: MarkingRubric
) -> tuple[SuggestedLevel, ...]:
    """Return a suggestion for each row of the rubric that the program knows, in its order.

    report: of the judged text. A row that an instructor added is not suggested, nor is a level the row lacks.
    """
    workbook = set_draft_text(submission.judged.workbook or Workbook(), submission.text)
    facts = observe(submission.text, rules)
    found = {row.row: row for row in row_findings(workbook, report, facts)}
    if all(finding.verdict is Verdict.SKIPPED for finding in report.findings.values()):
        return ()
    suggestions = []
    for row in rubric.rows:
        if row.id in found and row.id in _LEVEL_OF:
            level, why = _LEVEL_OF[row.id](workbook, report, facts, found[row.id])
            places = [place for place, one in enumerate(row.levels) if one.level is level]
            index = places[0] if places else None
            seen, missing = found[row.id].seen, found[row.id].missing
            suggestions.append(SuggestedLevel(row=row.id, index=index, why=why, seen=seen, missing=missing))
    return tuple(suggestions)


Judged = tuple[Level | None, str]


def _journey(_workbook: Workbook, _report: Report, facts: Facts, _found: RowFound) -> Judged:
    count = sum(bool(facts.stages[stage]) for stage in Stage)
    if count == len(Stage):
        return Level.GOOD, "Something was found before, during and after the purchase."
    if count == len(Stage) - 1:
        return Level.BASIC, "Something was found at two of the three stages."
    return Level.NOT_YET, f"Something was found at {'one' if count else 'none'} of the three stages."


def _segments(workbook: Workbook, report: Report, _facts: Facts, found: RowFound) -> Judged:
    alike = report.findings[Mistake.ONE_TYPE_FOR_ALL].verdict is Verdict.FLAGGED
    if not any(segment.name.strip() for segment in workbook.venture.segments):
        if alike:
            return Level.BASIC, "No plan came with the text; everybody seems to be treated alike."
        return None, "No plan came with the text, so its segments are not known."
    if not found.seen:
        return Level.NOT_YET, "No segment of the plan is named in the text."
    if alike or found.missing:
        return Level.BASIC, "Segments are named, but not each of them has a relationship of its own."
    return Level.GOOD, "Every segment of the plan is named, and they are treated differently."


def _specific(_workbook: Workbook, report: Report, facts: Facts, _found: RowFound) -> Judged:
    if report.findings[Mistake.TOO_GENERAL].verdict is Verdict.FLAGGED:
        return Level.NOT_YET, "The words would fit any company."
    if len(facts.specifics) >= _SOME and not facts.vague:
        return Level.GOOD, "Details were found, and no general words."
    return Level.BASIC, "Some details were found, or none of the general words that fit any company."


def _fit(workbook: Workbook, report: Report, _facts: Facts, found: RowFound) -> Judged:
    if report.findings[Mistake.CHANNEL_CONFUSION].verdict is Verdict.FLAGGED:
        return Level.NOT_YET, "Channels stand where a relationship should."
    if not (workbook.venture.value_proposition.strip() or workbook.venture.channels.strip()):
        return None, "No plan came with the text, so the other blocks are not known."
    if found.missing:
        return Level.BASIC, "The plan leaves a question open."
    if found.seen:
        return Level.GOOD, "The text takes up words of the other blocks, and nothing seems to contradict them."
    return Level.BASIC, "Nothing seems to contradict the other blocks."


def _english(_workbook: Workbook, report: Report, _facts: Facts, found: RowFound) -> Judged:
    if found.missing or report.notes:
        return Level.BASIC, "The text can be understood; a few places are hard to read or not professional."
    return Level.GOOD, "No very long sentence, slang or shouting was found."


_LEVEL_OF: dict[str, Callable[[Workbook, Report, Facts, RowFound], Judged]] = {
    "journey": _journey,
    "segments": _segments,
    "specific": _specific,
    "fit": _fit,
    "english": _english,
}
