"""What the filled plan shows: questions about how segments, relationships and the other blocks fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from canvas.checks.works import TYPE_NAMES
from canvas.models.finding import Finding, PlanQuestion
from canvas.models.vocabulary import RelationshipType, Verdict
from canvas.models.workbook import Commitment, Segment, Workbook


def _any_of(words: str) -> re.Pattern[str]:
    """Return a pattern for one of the words; a `*` stands for any ending."""
    choices = "|".join(word.replace("*", r"\w*") for word in words.split())
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)


_ADVICE = _any_of("premium luxury exclusive advice advis* consult* personal expert* tailored bespoke")
_LOW_PRICE = _any_of("cheap* low-cost low-price* budget affordable discount* lowest bargain*")
_ONLINE = _any_of("online web website webshop app internet email e-mail social instagram")
_PLACE = _any_of("shop store branch showroom counter market office workshop café cafe restaurant stand studio")
_IN_PLACE = re.compile(
    r"\b(?:in|at)\s+(?:the|our|a)\s+(?:shop|store|branch|showroom|counter|workshop|studio)\b", re.IGNORECASE
)
_MEANS = "phone telephone chat app whatsapp instagram facebook newsletter forum"
_CONTACT = (
    "by on over via through call* ring* rang answer* write* wrote reply replies ask* contact* send* sent post*"
)
_BY_MEANS = re.compile(
    rf"\b(?:{'|'.join(word.replace('*', r'[a-z]*') for word in _CONTACT.split())})\s+"
    rf"(?:(?:the|our|a|an|us|them|him|her|in|on|by|over|via|through|to)\s+){{0,3}}(?P<means>{'|'.join(_MEANS.split())})\b",
    re.IGNORECASE,
)
"""A means of contact after a preposition or verb of contact: a phone in a box may be what is repaired."""
_MANY = 1_000
"""Customers of a segment from which on one person for each is worth a question."""


def one_type_beside_plan(finding: Finding, workbook: Workbook) -> Finding:
    """Ask instead of flagging where the plan speaks against it: one segment only, or several types filled."""
    if finding.verdict is not Verdict.FLAGGED:
        return finding
    segments = workbook.venture.segments
    if len(kinds := _filled_types(workbook)) >= 2:
        names = " and ".join(f"“{TYPE_NAMES[kind]}”" for kind in kinds[:2])
        ask = f"Your plan has {names}. Can a reader of this text see what each customer gets, and how they differ?"
    elif len(segments) == 1:
        name = _name(segments[0])
        ask = f"Your plan has one segment. Do all of {name} want the same treatment, or do some want another?"
    else:
        return finding
    return Finding(verdict=Verdict.CLEAR, quotes=finding.quotes, ask=ask)


def _filled_types(workbook: Workbook) -> list[RelationshipType]:
    """Return the types for which the plan says at least once what happens."""
    filled = {
        item.type
        for item in workbook.commitments
        if any(text.strip() for text in (item.before, item.during, item.after, item.who))
    }
    return [kind for kind in RelationshipType if kind in filled]


def plan_questions(workbook: Workbook) -> tuple[PlanQuestion, ...]:
    """Return what the plan leaves open or seems to contradict, in the order of its segments."""
    return (
        *_without_relationship(workbook),
        *_same_for_all(workbook),
        *_nothing_after(workbook),
        *_over_a_missing_channel(workbook),
        *_promise_without_a_person(workbook),
        *_costly_for_the_price(workbook),
    )


def _name(segment: Segment) -> str:
    return f"“{segment.name.strip()}”" if segment.name.strip() else "your customers"


def _of(workbook: Workbook, segment: Segment) -> list[Commitment]:
    return [item for item in workbook.commitments if item.segment == segment.id]


def _without_relationship(workbook: Workbook) -> Iterator[PlanQuestion]:
    for segment in workbook.venture.segments:
        if not _of(workbook, segment):
            yield PlanQuestion(
                id="segment_without_relationship",
                origin=f"venture.segments.{segment.id}.name",
                ask=f"How do you treat {_name(segment)}?",
                why="This segment stands in your plan, but it has no relationship yet.",
            )


def _same_for_all(workbook: Workbook) -> Iterator[PlanQuestion]:
    segments = workbook.venture.segments
    kinds = [frozenset(item.type for item in _of(workbook, segment)) for segment in segments]
    if len(segments) >= 2 and len(set(kinds)) == 1 and len(kinds[0]) == 1:
        kind = next(iter(kinds[0]))
        yield PlanQuestion(
            id="same_type_everywhere",
            origin=f"commitments.{segments[0].id}.{kind.value}",
            ask=f"Do {_name(segments[0])} and {_name(segments[1])} really want the same?",
            why=f"Every segment gets {TYPE_NAMES[kind]} and nothing else.",
        )


def _nothing_after(workbook: Workbook) -> Iterator[PlanQuestion]:
    for segment in workbook.venture.segments:
        own = _of(workbook, segment)
        if own and not any(item.after.strip() for item in own):
            yield PlanQuestion(
                id="nothing_after",
                origin=f"commitments.{segment.id}.{own[0].type.value}.after",
                ask=f"What do {_name(segment)} get from you one week after paying?",
                why="The column “after” is empty for this segment.",
            )


def _over_a_missing_channel(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask where a relationship happens in a place, or over a means, that the channels do not name."""
    channels = workbook.venture.channels
    if not channels.strip():
        return
    names = " ".join(segment.name for segment in workbook.venture.segments)
    known = f"{channels} {workbook.venture.offer} {names}".lower()
    for item in workbook.commitments:
        for stage in ("before", "during", "after"):
            text = getattr(item, stage)
            place = _IN_PLACE.search(text)
            means = _BY_MEANS.search(text)
            missing = ""
            if place and _ONLINE.search(channels) and not _PLACE.search(channels):
                missing = place.group()
            elif means and not _ONLINE.search(channels) and means["means"].lower() not in known:
                missing = means["means"]
            if missing:
                yield PlanQuestion(
                    id="relationship_over_missing_channel",
                    origin=f"commitments.{item.segment}.{item.type.value}.{stage}",
                    ask=f"You write “{missing}”. Should it stand among your channels too?",
                    why="Your channels do not name it, so customers may not find you there.",
                )
                break


def _promise_without_a_person(workbook: Workbook) -> Iterator[PlanQuestion]:
    promise = _ADVICE.search(workbook.venture.value_proposition)
    kinds = {item.type for item in workbook.commitments}
    alone = {RelationshipType.SELF_SERVICE, RelationshipType.AUTOMATED_SERVICES}
    if promise and kinds and kinds <= alone:
        yield PlanQuestion(
            id="promise_without_a_person",
            origin="venture.value_proposition",
            ask=f"Who keeps the promise “{promise.group()}” when customers serve themselves?",
            why="Your promise sounds like advice or something special, but no relationship has a person in it.",
        )


def _costly_for_the_price(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask about one person for each customer where prices are low or customers are many."""
    cheap = _LOW_PRICE.search(workbook.venture.value_proposition)
    for segment in workbook.venture.segments:
        dedicated = [
            item for item in _of(workbook, segment) if item.type is RelationshipType.DEDICATED_PERSONAL_ASSISTANCE
        ]
        many = (segment.customer_count or 0) >= _MANY
        if not dedicated or not (many or cheap or _LOW_PRICE.search(segment.needs)):
            continue
        reason = f"{segment.customer_count:,} customers" if many else "a low price"
        yield PlanQuestion(
            id="dedicated_person_for_low_price",
            origin=f"commitments.{segment.id}.{RelationshipType.DEDICATED_PERSONAL_ASSISTANCE.value}",
            ask=f"Can you pay a person of their own for each of {_name(segment)}?",
            why=f"Your plan also says {reason}, and a dedicated person is the costliest relationship.",
        )
