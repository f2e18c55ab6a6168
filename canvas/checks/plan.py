"""What the filled plan shows: questions about how segments, relationships and the other blocks fit together."""

from __future__ import annotations

from canvas.models.finding import Finding, PlanQuestion
from canvas.models.vocabulary import Verdict
from canvas.models.workbook import Workbook


def one_segment(finding: Finding, workbook: Workbook) -> Finding:
    """With just one segment in the plan, one relationship may be right: ask instead of flagging."""
    if finding.verdict is not Verdict.FLAGGED or len(workbook.venture.segments) != 1:
        return finding
    name = workbook.venture.segments[0].name.strip() or "your customers"
    return Finding(
        verdict=Verdict.CLEAR,
        quotes=finding.quotes,
        ask=f"Your plan has one segment. Do all of {name} want the same treatment, or do some want another?",
    )


def plan_questions(workbook: Workbook) -> tuple[PlanQuestion, ...]:
    """Return what the plan leaves open or seems to contradict, in the order of its segments."""
    return ()
