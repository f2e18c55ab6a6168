"""What a question is about: the title of its card, so that no two look alike."""

from __future__ import annotations

from canvas.models.finding import PlanQuestion
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Workbook

TOPICS = {
    Mistake.NO_AFTER_SALES: "After the purchase",
    Mistake.ONE_TYPE_FOR_ALL: "Different customers",
    Mistake.CHANNEL_CONFUSION: "Channels and relationships",
    Mistake.TOO_GENERAL: "Clear and concrete",
}
PLAN_TOPICS = {
    "segment_without_relationship": "No relationship yet",
    "same_type_everywhere": "The same for everyone",
    "nothing_after": "After the purchase",
    "relationship_over_missing_channel": "A channel your plan does not name",
    "promise_without_a_person": "Your promise",
    "need_without_a_person": "Somebody to ask",
    "person_at_any_hour": "Help at any hour",
    "community_for_private_customers": "Meeting other customers",
    "dedicated_person_for_low_price": "The cost of a dedicated person",
    "one_person_for_many": "One person for many",
    "much_work_for_many": "A lot of work",
    "few_for_a_forum": "Few for a forum",
    "few_for_a_system": "A system for a few",
}
_ABOUT_ALL = frozenset(("same_type_everywhere",))


def topic_of(question: PlanQuestion, plan: Workbook | None) -> str:
    """Return what a question of the plan is about, with the segment that it is about."""
    topic = PLAN_TOPICS.get(question.id, "Your plan")
    parts = question.origin.split(".")
    segment_id = {"commitments": parts[1:2], "venture": parts[2:3]}.get(parts[0], [])
    names = [one.name.strip() for one in plan.venture.segments if [one.id] == segment_id] if plan else []
    return f"{topic}: {names[0]}" if names and names[0] and question.id not in _ABOUT_ALL else topic
