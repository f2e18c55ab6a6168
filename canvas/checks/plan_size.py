"""Is this realistic? Questions from the number of customers: how much work a promise makes, or who is too few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from canvas.checks.plan_words import PERSONS, any_of, found, name_of, offered_to, said_in
from canvas.models.finding import PlanQuestion
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Workbook

_MANY_FOR_ONE = 100
"""Customers from which on one person alone can hardly know each of them."""
_LOOKED_AFTER = 50
"""Customers whom one person can look after well, as a rule of thumb."""
_MANY_FOR_A_TEAM = 1_000
_FEW_FOR_A_FORUM = 20
_FEW_FOR_A_SYSTEM = 10
_HOURS_A_YEAR = 1_600
_TOO_MANY_PEOPLE = 2.5
"""Full-time people from whose work on a promise is worth a question."""

_SUBJECT = r"(?:we|i|he|she|our \w+|the owner|owner|staff|the team|team|an? \w+|adviser|manager|(?-i:[A-Z][a-z]+))"
_NOT_OURS = (
    r"(?!\s+(?:us|our|me|in|from|to (?:the|our|us)|the (?:shop|office|hotline|counter)|cent(?:re|er)|number)\b)"
)
"""What shows that the customer does it: `call us`, `a visit to our farm`."""
_CUSTOMERS = frozenset(
    "they you who whoever customer customers client clients guest guests member members user users buyer buyers "
    "people visitor visitors patient patients student students parent parents can may could".split()
)


class _Task(NamedTuple):
    """Something done for each customer. called: in a sentence; minutes: how long one takes at least."""

    called: str
    minutes: int
    pattern: re.Pattern[str]


def _done(verbs: str, nouns: str) -> re.Pattern[str]:
    """Return a pattern: somebody of the firm does it, or the answer begins with it (`a visit`, `call them`)."""
    return re.compile(
        rf"\b{_SUBJECT}\s+(?:\w+ly\s+|will\s+|then\s+|always\s+)?(?:{verbs})\b{_NOT_OURS}"
        rf"|^\W*(?:a|one|the)?\s*(?:\w+\s+)?(?:{nouns}|{verbs})\b{_NOT_OURS}",
        re.IGNORECASE | re.MULTILINE,
    )


_TASKS = (
    _Task(
        "a visit",
        60,
        _done("visits?|comes? to (?:see )?(?:them|him|her|their|each|every)", "visits?|home visits?"),
    ),
    _Task("an interview", 30, _done("interviews?", "interviews?")),
    _Task("a call", 10, _done("calls?|phones?|rings?|telephones?", "calls?|phone calls?")),
    _Task("a handwritten note", 5, re.compile(r"\bhand-?written\b(?:\s+\w+){0,2}", re.IGNORECASE)),
)
"""The dearest first: one question for a relationship is enough."""
_SOME_ONLY = any_of(
    "some selected chosen top best a_few_(?:of|customers|guests) if when whoever anyone on_request on_demand "
    "needed asked_for one_of_them sample samples random winner* \\d+_(?:of|customers|people|guests|clients) "
    "problem* missed after_a_complaint"
)
"""Words that say that not everybody gets it."""
_TIMES_A_YEAR = (
    (r"every day|each day|daily", 250),
    (r"twice a week|two times a week", 100),
    (r"every (?:two|second|other) weeks?|every fortnight|fortnightly", 25),
    (r"every week|each week|weekly|once a week|every (?:mon|tues|wednes|thurs|fri|satur|sun)day", 50),
    (r"every (?:three|second|two|other) months|every quarter|quarterly|each quarter", 4),
    (r"every month|each month|monthly|once a month", 12),
)
_RATES = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), times) for words, times in _TIMES_A_YEAR)
_ONE_PERSON = re.compile(
    r"^\W*(?:me|i|myself|the (?:owner|founder|boss|manager)|our (?:owner|founder|boss|manager)|the owner \w+|"
    r"one (?:person|adviser|advisor|manager|employee|colleague)|(?:our \w+ )?[A-Z][a-z]+)\W*$"
)
_FORUM = any_of(
    "forum* discord online_community online_communities facebook_group* online_group* reddit subreddit slack"
)
_SYSTEM = any_of(
    "chatbot* bot algorithm* machine_learning artificial_intelligence ai crm recommendation_(?:engine|system)*"
)


def size_questions(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Yield a question where the number of customers makes a promise hard to keep, or hardly worth it."""
    for segment in workbook.venture.segments:
        if not segment.customer_count:
            continue
        for item in offered_to(workbook, segment):
            question = (
                _one_person_for_many(segment, item)
                or _much_work(segment, item)
                or _few_for_a_forum(segment, item)
                or _few_for_a_system(segment, item)
            )
            if question:
                yield question


def _question(key: str, segment: Segment, item: Commitment, ask: str, why: str) -> PlanQuestion:
    return PlanQuestion(id=key, origin=f"commitments.{segment.id}.{item.type.value}", ask=ask, why=why)


def _one_person_for_many(segment: Segment, item: Commitment) -> PlanQuestion | None:
    count = segment.customer_count or 0
    if item.type is not RelationshipType.DEDICATED_PERSONAL_ASSISTANCE:
        return None
    who = item.who.strip()
    if _ONE_PERSON.match(who) and count >= _MANY_FOR_ONE:
        return _question(
            "one_person_for_many",
            segment,
            item,
            f"Is this realistic: “{who}” for {count:,} customers?",
            f"One person can know about {_LOOKED_AFTER} customers well. Who helps, or who of them gets this?",
        )
    if count >= _MANY_FOR_A_TEAM:
        people = -(-count // _LOOKED_AFTER)
        return _question(
            "one_person_for_many",
            segment,
            item,
            f"Is this realistic: a person of their own for each of {count:,} customers?",
            f"If one person looks after {_LOOKED_AFTER}, you need {people:,} people. Who needs it most?",
        )
    return None


def _much_work(segment: Segment, item: Commitment) -> PlanQuestion | None:
    """Ask where visits, calls or handwritten notes for all would fill more working years than a small firm has."""
    if item.type not in PERSONS:
        return None
    for task in _TASKS:
        for text in (item.before, item.during, item.after):
            if not _for_everybody(task, text):
                continue
            times = _times_a_year(text) or _times_a_year(item.pace) or 1
            hours = (segment.customer_count or 0) * times * task.minutes / 60
            people = hours / _HOURS_A_YEAR
            if people >= _TOO_MANY_PEOPLE:
                return _work_question(segment, item, task, times, people)
    return None


def _work_question(segment: Segment, item: Commitment, task: _Task, times: int, people: float) -> PlanQuestion:
    count = segment.customer_count or 0
    often = f" {times} times a year" if times > 1 else ""
    each = "an hour" if task.minutes == 60 else f"{task.minutes} minutes"
    return _question(
        "much_work_for_many",
        segment,
        item,
        f"Is this realistic: {task.called} for each of {count:,} customers{often}?",
        f"If one takes {each}, this is a full year's work for about {round(people):,} people.",
    )


def _for_everybody(task: _Task, text: str) -> bool:
    """Tell whether the firm does it, and for all customers."""
    if _SOME_ONLY.search(text):
        return False
    for match in task.pattern.finditer(text):
        words = {*match.group().lower().split(), *text[: match.start()].lower().split()[-1:]}
        if _CUSTOMERS.isdisjoint(words):
            return True
    return False


def _times_a_year(text: str) -> int:
    return next((times for pattern, times in _RATES if pattern.search(text)), 0)


def _few_for_a_forum(segment: Segment, item: Commitment) -> PlanQuestion | None:
    count = segment.customer_count or 0
    group = found(_FORUM, said_in(item))
    if item.type is not RelationshipType.COMMUNITIES or not group or count >= _FEW_FOR_A_FORUM:
        return None
    return _question(
        "few_for_a_forum",
        segment,
        item,
        f"Is this realistic: “{group}” with {count} customers?" if count > 1 else "Who talks with whom?",
        "Where only a few can write, it soon gets quiet. Would a meeting or a group call suit them better?",
    )


def _few_for_a_system(segment: Segment, item: Commitment) -> PlanQuestion | None:
    count = segment.customer_count or 0
    system = found(_SYSTEM, said_in(item))
    if item.type is not RelationshipType.AUTOMATED_SERVICES or not system or count > _FEW_FOR_A_SYSTEM:
        return None
    return _question(
        "few_for_a_system",
        segment,
        item,
        f"Is “{system}” worth the work for {name_of(segment)}?",
        f"You write that there are {count} of them. For so few a person may be quicker, cheaper and warmer.",
    )
