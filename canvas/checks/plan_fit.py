"""Where relationships may not fit the value proposition, the channels, the price or what a segment needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from canvas.checks.plan_words import ALONE, PERSONS, any_of, found, name_of, offered_to, said_in
from canvas.models.finding import PlanQuestion
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Workbook

_ADVICE = any_of(
    "advice advis* consult* guidance coaching mentoring white_glove one_to_one one_on_one expert_help "
    "expert_support experts "
    "(?:premium|luxury|luxurious|exclusive)_(?:service|care|support|experience|treatment|help|advice) "
    "personal_(?:service|attention|care|contact|help|advice|touch|support)"
)
_MADE_FOR_ONE = any_of(
    "tailored bespoke made_to_measure tailor_made personalised personalized individual_(?:plan|care|help)*"
)
"""A promise that a system can keep too, so that it is asked about only where customers do everything alone."""
_SOMEBODY = any_of(
    "we_(?:answer|help|call|explain|advise|talk|show|visit|write) staff team "
    "employee* colleague* adviser* advisor* "
    "assistant* expert* coach* mentor* trainer* teacher* owner founder technician* nurse* guide call phone* "
    "visit* talk*"
)
_WANTS_A_PERSON = any_of(
    "advice someone_to_(?:ask|talk_to|call) somebody_to_(?:ask|talk_to|call) a_person_to_(?:ask|talk_to|call) "
    "personal_(?:contact|advice|help|service|attention|care) human_contact face_to_face help_choosing "
    "help_with_the_choice one_contact_person one_reliable_contact a_fixed_contact patient_explanation*"
)
_ANY_HOUR = re.compile(
    r"\b(?:24\s*/\s*7|24 hours a day|twenty-four hours|around the clock|round the clock|day and night|at night|"
    r"(?:at )?any hour|(?:at )?any time of (?:the )?day)",
    re.IGNORECASE,
)
_SHIFTS = re.compile(
    r"\b(?:24\s*/\s*7|24 hours|night|shift\w*|hotline|on call|around the clock|round the clock)", re.IGNORECASE
)
_WORKS_ALONE = re.compile(
    r"\b(?:(?:only|just) (?:me|myself|one person|the owner)\b|one-(?:man|woman|person)\b|"
    r"sole (?:trader|owner|founder)\b|"
    r"(?:i|owner|founder) (?:work|works|run|runs)(?: \w+){0,2} alone\b)",
    re.IGNORECASE,
)
_PRIVATE = any_of("privacy discretion discreet anonymous* anonymity confidential*")
_LOW_PRICE = any_of(
    "cheap cheaper cheapest low_cost low_price* low_budget lowest_(?:price*|cost*) affordable_(?:price*|rate*) "
    "bargain* "
    "budget_(?:price*|hotel*|shop*|store*|airline*|brand*) discount_(?:shop*|store*|price*|supermarket*)"
)
_ONLINE = any_of(
    "online web website webshop app internet email e_mail social instagram facebook tiktok etsy shopify amazon"
)
_PLACE = any_of(
    "shop store branch* showroom counter market* office* workshop* café* cafe* restaurant* stand* studio* stall* "
    "kiosk* "
    "boutique* salon* clinic* practice house garage* gym* street square hall"
)
_IN_PLACE = re.compile(
    r"\b(?:(?:in|at|inside)\s+(?:the|our)\s+(?:shop|store|branch|showroom|counter|studio)\b(?!\s+(?:app|page|account))"
    r"|in-store\b)",
    re.IGNORECASE,
)
_MEANS = "phone telephone chat app whatsapp instagram facebook newsletter forum website webshop"
_CONTACT = (
    "by on over via through call* ring* rang answer* write* wrote reply replies ask* contact* send* sent post*"
)
_BY_MEANS = re.compile(
    rf"\b(?:{'|'.join(word.replace('*', r'[a-z]*') for word in _CONTACT.split())})\s+"
    rf"(?:(?:the|our|a|an|us|them|him|her|in|on|by|over|via|through|to)\s+){{0,3}}(?P<means>{'|'.join(_MEANS.split())})\b",
    re.IGNORECASE,
)
"""A means of contact after a preposition or verb of contact: a phone in a box may be what is repaired."""
_ORDERS_IN = re.compile(
    r"\b(?:order|orders|ordered|book|books|booked|buy|buys|bought|pay|pays|choose|chooses|rent|rents|sign up)\b"
    r"(?:[ \t]+(?!(?:in|on|with|via|through|over)\b)[^\W\d_]+){0,3}[ \t]+"
    r"(?:in|on|with|via|through|over)[ \t]+(?:the|our|an|a|your)[ \t]+"
    r"(?P<means>app|website|web shop|webshop|online shop)\b",
    re.IGNORECASE,
)
"""A means in which customers order by themselves: `They order in the app`."""


def fit_questions(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Yield a question for each place where two blocks of the plan do not seem to agree."""
    yield from _over_a_missing_channel(workbook)
    yield from _promise_without_a_person(workbook)
    yield from _need_without_a_person(workbook)
    yield from _person_at_any_hour(workbook)
    yield from _community_for_the_private(workbook)
    yield from _costly_for_the_price(workbook)


def _over_a_missing_channel(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask where a relationship happens in a place, or over a means, that the channels do not name."""
    if not workbook.venture.channels.strip():
        return
    for item in workbook.commitments:
        for stage in ("before", "during", "after"):
            if missing := _missing_channel(workbook, getattr(item, stage)):
                yield PlanQuestion(
                    id="relationship_over_missing_channel",
                    origin=f"commitments.{item.segment}.{item.type.value}.{stage}",
                    ask=f"You write “{missing}”. Should it stand among your channels too?",
                    why="Your channels do not name it, so customers may not find you there.",
                )
                break


def _missing_channel(workbook: Workbook, text: str) -> str:
    channels = workbook.venture.channels
    names = " ".join(segment.name for segment in workbook.venture.segments)
    known = f"{channels} {workbook.venture.offer} {names}".lower()
    if _ONLINE.search(channels) and not _PLACE.search(known):
        return found(_IN_PLACE, text)
    means = _BY_MEANS.search(text)
    if not (means and found(_BY_MEANS, text)):
        means = _ORDERS_IN.search(text)
    if means and not _ONLINE.search(channels) and means["means"].lower() not in known and found(means.re, text):
        return means["means"]
    return ""


def _promise_without_a_person(workbook: Workbook) -> Iterator[PlanQuestion]:
    kinds = {item.type for item in workbook.commitments}
    if not kinds or not kinds <= ALONE or any(_has_a_person(item) for item in workbook.commitments):
        return
    promise = found(_ADVICE, workbook.venture.value_proposition)
    if not promise and RelationshipType.AUTOMATED_SERVICES not in kinds:
        promise = found(_MADE_FOR_ONE, workbook.venture.value_proposition)
    if promise:
        yield PlanQuestion(
            id="promise_without_a_person",
            origin="venture.value_proposition",
            ask=f"Who keeps the promise “{promise}” when customers serve themselves?",
            why="Your promise sounds like advice or something special, but no relationship has a person in it.",
        )


def _has_a_person(item: Commitment) -> bool:
    return bool(found(_SOMEBODY, said_in(item)))


def _need_without_a_person(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask where a segment wants a person, and all that it gets is done alone or by a system."""
    for segment in workbook.venture.segments:
        own = offered_to(workbook, segment)
        need = found(_WANTS_A_PERSON, segment.needs)
        if need and own and {item.type for item in own} <= ALONE and not any(map(_has_a_person, own)):
            yield PlanQuestion(
                id="need_without_a_person",
                origin=f"commitments.{segment.id}.{own[0].type.value}",
                ask=f"Who gives {name_of(segment)} “{need}”?",
                why="You write that they need it, but in your plan they meet no person.",
            )


def _person_at_any_hour(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask where help is wanted at any hour and comes from persons only, or from somebody who works alone."""
    alone = found(_WORKS_ALONE, workbook.venture.key_resources)
    for segment in workbook.venture.segments:
        own = offered_to(workbook, segment)
        persons = [item for item in own if item.type in PERSONS]
        promised = next((item for item in persons if alone and found(_ANY_HOUR, said_in(item))), None)
        need = found(_ANY_HOUR, segment.needs)
        if promised:
            why = f"You promise “{found(_ANY_HOUR, said_in(promised))}”, and your resources say “{alone}”."
        elif need and own and len(persons) == len(own) and not any(_SHIFTS.search(said_in(item)) for item in own):
            why = f"You write that they need “{need}”, and all they get comes from a person."
        else:
            continue
        yield PlanQuestion(
            id="person_at_any_hour",
            origin=f"commitments.{segment.id}.{(promised or own[0]).type.value}",
            ask=f"Who helps {name_of(segment)} at three in the morning?",
            why=why,
        )


def _community_for_the_private(workbook: Workbook) -> Iterator[PlanQuestion]:
    for segment in workbook.venture.segments:
        groups = [item for item in offered_to(workbook, segment) if item.type is RelationshipType.COMMUNITIES]
        need = found(_PRIVATE, segment.needs)
        if need and groups and not any(found(_PRIVATE, said_in(item)) for item in groups):
            yield PlanQuestion(
                id="community_for_private_customers",
                origin=f"commitments.{segment.id}.{RelationshipType.COMMUNITIES.value}",
                ask=f"Do {name_of(segment)} like to meet other customers?",
                why=f"You write that they need “{need}”. Some people do not want to be seen in a group.",
            )


def _costly_for_the_price(workbook: Workbook) -> Iterator[PlanQuestion]:
    """Ask about one person for each customer where the plan speaks of a low price."""
    for segment in workbook.venture.segments:
        kinds = {item.type for item in offered_to(workbook, segment)}
        cheap = found(_LOW_PRICE, workbook.venture.value_proposition) or found(_LOW_PRICE, segment.needs)
        if cheap and RelationshipType.DEDICATED_PERSONAL_ASSISTANCE in kinds:
            yield PlanQuestion(
                id="dedicated_person_for_low_price",
                origin=f"commitments.{segment.id}.{RelationshipType.DEDICATED_PERSONAL_ASSISTANCE.value}",
                ask=f"Can you pay a person of their own for each of {name_of(segment)}?",
                why=f"Your plan also says “{cheap}”, and a dedicated person is the costliest relationship.",
            )
