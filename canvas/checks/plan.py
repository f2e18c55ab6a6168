"""What the filled plan shows: questions about how segments, relationships and the other blocks fit together."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.checks.plan_fit import fit_questions
from canvas.checks.plan_size import size_questions
from canvas.checks.plan_words import name_of, offered_to
from canvas.checks.works import TYPE_NAMES
from canvas.models.finding import Finding, PlanQuestion
from canvas.models.nothing import says_something
from canvas.models.vocabulary import RelationshipType, Verdict
from canvas.models.workbook import Workbook


def one_type_beside_plan(finding: Finding, workbook: Workbook) -> Finding:
    """Ask instead of flagging where the plan speaks against it: one segment only, or several types filled."""
    if finding.verdict is not Verdict.FLAGGED:
        return finding
    segments = workbook.venture.segments
    if len(kinds := _filled_types(workbook)) >= 2:
        names = " and ".join(f"“{TYPE_NAMES[kind]}”" for kind in kinds[:2])
        ask = f"Your plan has {names}. Can a reader of this text see what each customer gets, and how they differ?"
    elif len(segments) == 1:
        name = name_of(segments[0])
        ask = f"Your plan has one segment. Do all of {name} want the same treatment, or do some want another?"
    else:
        return finding
    return Finding(verdict=Verdict.CLEAR, quotes=finding.quotes, ask=ask)


def _filled_types(workbook: Workbook) -> list[RelationshipType]:
    """Return the types for which the plan says at least once what happens."""
    filled = {
        item.type
        for item in workbook.commitments
        if any(says_something(text) for text in (item.before, item.during, item.after, item.who))
    }
    return [kind for kind in RelationshipType if kind in filled]


def plan_questions(workbook: Workbook) -> tuple[PlanQuestion, ...]:
    """Return what the plan leaves open, what seems not to fit, and what may be too much, in this order."""
    return (
        *_without_relationship(workbook),
        *_same_for_all(workbook),
        *_nothing_after(workbook),
        *fit_questions(workbook),
        *size_questions(workbook),
    )


def _without_relationship(workbook: Workbook) -> Iterator[PlanQuestion]:
    for segment in workbook.venture.segments:
        if not offered_to(workbook, segment):
            yield PlanQuestion(
                id="segment_without_relationship",
                origin=f"venture.segments.{segment.id}.name",
                ask=f"How do you treat {name_of(segment)}?",
                why="This segment stands in your plan, but it has no relationship yet.",
            )


def _same_for_all(workbook: Workbook) -> Iterator[PlanQuestion]:
    segments = workbook.venture.segments
    kinds = [frozenset(item.type for item in offered_to(workbook, segment)) for segment in segments]
    named = all(segment.name.strip() for segment in segments)
    if named and len(segments) >= 2 and len(set(kinds)) == 1 and len(kinds[0]) == 1:
        kind = next(iter(kinds[0]))
        yield PlanQuestion(
            id="same_type_everywhere",
            origin=f"commitments.{segments[0].id}.{kind.value}",
            ask=f"Do {name_of(segments[0])} and {name_of(segments[1])} really want the same?",
            why=f"Every segment gets {TYPE_NAMES[kind]} and nothing else.",
        )


def _nothing_after(workbook: Workbook) -> Iterator[PlanQuestion]:
    for segment in workbook.venture.segments:
        own = offered_to(workbook, segment)
        if own and not any(says_something(item.after) for item in own):
            yield PlanQuestion(
                id="nothing_after",
                origin=f"commitments.{segment.id}.{own[0].type.value}.after",
                ask=f"What do {name_of(segment)} get from you one week after paying?",
                why="The column “after” is empty for this segment.",
            )
