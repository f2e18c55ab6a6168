"""The plans of the bench raise exactly their questions: misfits are asked about, what fits is left alone."""

import re
import tomllib
from pathlib import Path

import pytest

from canvas.checks.plan import plan_questions
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Venture, Workbook

PLANS = tomllib.loads((Path(__file__).parent.parent / "bench" / "plans.toml").read_text(encoding="utf-8"))["plan"]


def questions(plan):
    workbook = Workbook.model_validate(
        {"venture": {**plan["venture"], "segments": plan["segments"]}, "commitments": plan["commitments"]}
    )
    return plan_questions(workbook)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan["says"])
def test_a_plan_raises_exactly_its_questions(plan):
    assert [question.id for question in questions(plan)] == plan["asks"]


def test_the_bench_has_enough_of_both():
    asking = [plan for plan in PLANS if plan["asks"]]
    assert len(asking) >= 12
    assert len(PLANS) - len(asking) >= 12


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan["asks"]], ids=lambda plan: plan["says"])
def test_a_question_asks_gives_its_reason_and_names_a_field(plan):
    for question in questions(plan):
        assert question.ask.endswith("?")
        assert question.why.endswith((".", "?"))
        assert re.fullmatch(r"(venture|commitments)(\.[a-z0-9_-]+)+", question.origin)


def test_the_work_is_told_in_numbers():
    (visit,) = (
        question for plan in PLANS if "ten thousand customers" in plan["says"] for question in questions(plan)
    )
    assert visit.ask == "Is this realistic: a visit for each of 10,000 customers?"
    assert visit.why == "If one takes an hour, this is a full year's work for about 6 people."


@pytest.mark.parametrize(
    ("kind", "words", "count", "asks"),
    [
        (RelationshipType.PERSONAL_ASSISTANCE, "We interview each customer.", 100_000, "an interview for each"),
        (RelationshipType.COMMUNITIES, "They talk in Online communities.", 5, "“Online communities” with 5"),
    ],
)
def test_a_question_about_size_is_good_english(kind, words, count, asks):
    segment = Segment(id="a", name="Readers", customer_count=count)
    promise = Commitment(segment="a", type=kind, during="Help.", after=words)
    workbook = Workbook(venture=Venture(segments=(segment,), channels="phone"), commitments=(promise,))
    assert any(asks in question.ask for question in plan_questions(workbook))
