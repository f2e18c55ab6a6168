"""A complete plan returns every problem at once, in plain English, with its field path."""

from canvas.models.complete_plan import problems
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, KeyAnswers, Segment, Venture, Workbook

ANSWERS = KeyAnswers(
    attract="A free test ride.",
    interact="In the shop.",
    retain="A call after two weeks.",
    personal_or_automated="Personal.",
    feedback="Mia answers within a day.",
)
VENTURE = Venture(
    name="Harbour Bikes",
    offer="bicycle repairs",
    segments=(Segment(id="commuters", name="Commuters"),),
    value_proposition="Ready the same day",
    channels="Shop",
)
COMPLETE = Workbook(
    venture=VENTURE,
    commitments=(
        Commitment(
            segment="commuters", type=RelationshipType.PERSONAL_ASSISTANCE, after="Mia calls after a week."
        ),
    ),
    answers=ANSWERS,
)


def test_a_complete_plan_has_no_problem():
    assert problems(COMPLETE) == ()


def test_an_empty_workbook_names_every_field_at_once():
    origins = [problem.origin for problem in problems(Workbook())]
    assert origins == [
        "venture.name",
        "venture.offer",
        "venture.segments",
        "venture.value_proposition",
        "venture.channels",
        "answers.attract",
        "answers.interact",
        "answers.retain",
        "answers.personal_or_automated",
        "answers.feedback",
    ]


def test_rules_of_the_domain_do_not_hide_each_other():
    twins = (Segment(id="a", name="Students"), Segment(id="b", name=" students "), Segment(id="c", name=""))
    workbook = COMPLETE.model_copy(
        update={
            "venture": VENTURE.model_copy(update={"segments": twins}),
            "commitments": (
                Commitment(segment="gone", type=RelationshipType.COMMUNITIES, during="A ride."),
                Commitment(segment="a", type=RelationshipType.SELF_SERVICE),
            ),
        }
    )
    found = {problem.origin: problem.says for problem in problems(workbook)}
    assert "Rename one" in found["venture.segments.a.name"]
    assert "Rename one" in found["venture.segments.b.name"]
    assert "has no relationship yet" in found["venture.segments.b"]
    assert "Give this segment a name" in found["venture.segments.c.name"]
    assert "not in the plan" in found["commitments.gone.communities"]
    assert "Say what happens" in found["commitments.a.self_service"]


def test_an_answer_that_says_nothing_is_no_answer():
    workbook = COMPLETE.model_copy(
        update={
            "venture": VENTURE.model_copy(update={"name": "Later", "channels": "to be decided"}),
            "commitments": (
                Commitment(segment="commuters", type=RelationshipType.SELF_SERVICE, before="?", after="later"),
            ),
            "answers": ANSWERS.model_copy(update={"retain": "i dont know yet"}),
        }
    )
    assert [problem.origin for problem in problems(workbook)] == [
        "venture.channels",
        "commitments.commuters.self_service",
        "answers.retain",
    ]
