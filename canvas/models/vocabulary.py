"""The fixed ids of the lesson: relationship types, stages, mistakes, key questions, blocks of the canvas."""

from __future__ import annotations

from enum import StrEnum


class RelationshipType(StrEnum):
    """The six ways to treat a customer."""

    PERSONAL_ASSISTANCE = "personal_assistance"
    DEDICATED_PERSONAL_ASSISTANCE = "dedicated_personal_assistance"
    SELF_SERVICE = "self_service"
    AUTOMATED_SERVICES = "automated_services"
    COMMUNITIES = "communities"
    CO_CREATION = "co_creation"


class Stage(StrEnum):
    """The customer's journey around the purchase."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Mistake(StrEnum):
    """The four common mistakes; each id is also the name of its module in `canvas/checks/`."""

    NO_AFTER_SALES = "no_after_sales"
    ONE_TYPE_FOR_ALL = "one_type_for_all"
    CHANNEL_CONFUSION = "channel_confusion"
    TOO_GENERAL = "too_general"


class KeyQuestion(StrEnum):
    """The five key questions, and the optional sixth."""

    ATTRACT = "attract"
    INTERACT = "interact"
    RETAIN = "retain"
    PERSONAL_OR_AUTOMATED = "personal_or_automated"
    FEEDBACK = "feedback"
    GROW = "grow"

    @property
    def required(self) -> bool:
        """False only for the optional sixth question."""
        return self is not KeyQuestion.GROW


class Block(StrEnum):
    """The nine blocks of the Business Model Canvas, in the order in which they are read."""

    CUSTOMER_SEGMENTS = "customer_segments"
    VALUE_PROPOSITION = "value_proposition"
    CHANNELS = "channels"
    CUSTOMER_RELATIONSHIPS = "customer_relationships"
    REVENUE_STREAMS = "revenue_streams"
    KEY_RESOURCES = "key_resources"
    KEY_ACTIVITIES = "key_activities"
    KEY_PARTNERS = "key_partners"
    COST_STRUCTURE = "cost_structure"


class Shape(StrEnum):
    """The three ways a section can be built from the same answers."""

    BY_SEGMENT = "by_segment"
    ALONG_THE_JOURNEY = "along_the_journey"
    SHORT_PARAGRAPH = "short_paragraph"


class Verdict(StrEnum):
    """Three outcomes, never two."""

    FLAGGED = "flagged"
    CLEAR = "clear"
    SKIPPED = "skipped"


class Level(StrEnum):
    """The four levels of a row of the rubric, the lowest first."""

    NOT_YET = "not_yet"
    BASIC = "basic"
    GOOD = "good"
    EXCELLENT = "excellent"
