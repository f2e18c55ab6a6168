"""The steps Business, Relationships and Questions: what a click or a word does to the plan."""

from __future__ import annotations

import json
from html import escape

from canvas.models import limits
from canvas.models.complete_plan import problems as all_problems
from canvas.models.vocabulary import KeyQuestion, RelationshipType
from canvas.models.workbook import Segment, Venture, Workbook
from canvas.ui.parts import problems
from canvas.ui.state import Key
from canvas.writing.edits import set_answer
from canvas.writing.field_paths import written


def plan_of(app) -> Workbook:
    return app.session_state[Key.WORKBOOK]


class LongField:
    """A long field of the page; typing reaches the plan beside the page, which follows with its next run."""

    def __init__(self, app, data):
        self.app, self.origin, self.value = app, data["field"], data["text"]

    def set_value(self, words):
        self.app.session_state[Key.WORKBOOK] = written(plan_of(self.app), self.origin, words)
        return self.app


def field(app, label):
    long = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    found = [one for one in app.text_input if one.label == label]
    found += [LongField(app, data) for data in long if data["label"] == label]
    assert found, f"no field {label}"
    return found[0]


def button(app, label):
    return next(one for one in app.button if one.label == label)


def html_of(app) -> str:
    return "\n".join(one.proto.body for one in app.get("html"))


def test_words_go_to_the_answer_they_belong_to(body, plan):
    app = body("business", plan)
    field(app, "Name of the business").set_value("Velo").run()
    field(app, "What segment 2 needs (optional)").set_value("One bill").run()
    field(app, "Value Proposition").set_value("Ready in five minutes").run()
    venture = plan_of(app).venture
    assert (venture.name, venture.value_proposition) == ("Velo", "Ready in five minutes")
    assert venture.segments[1] == Segment(id="firms", name="Local firms", needs="One bill")
    assert "Ready in five minutes" in html_of(app)


def test_the_number_of_customers_is_kept_and_may_be_emptied(body, plan):
    app = body("business", plan)
    count = next(one for one in app.number_input if one.label == "Size of segment 2 (optional)")
    assert count.value is None
    count.set_value(250).run()
    assert plan_of(app).venture.segments[1].customer_count == 250
    assert "Segment 2: 250 customers" in [one.label for one in app.number_input]
    next(one for one in app.number_input if one.label == "Segment 2: 250 customers").set_value(None).run()
    assert plan_of(app).venture.segments[1].customer_count is None


def test_renaming_a_segment_keeps_its_relationships(body, plan):
    app = body("business", plan)
    field(app, "Segment 1").set_value("Daily riders").run()
    assert plan_of(app).commitments == plan.commitments
    assert "Daily riders: Self-Service, Communities" in html_of(app)


def test_fields_that_were_off_the_page_for_a_while_empty_nothing(body, plan):
    app = body("business", plan)
    for away in (True, True, False):
        app.session_state["on another page"] = away
        app.run()
    assert field(app, "Name of the business").value == "City Bikes"
    assert plan_of(app) == plan


def test_a_segment_is_added_with_an_id_of_its_own_and_the_field_is_empty_again(body, plan):
    app = body("business", plan)
    field(app, "Add a customer segment").set_value("  Tourists ").run()
    added = plan_of(app).venture.segments[-1]
    assert added.name == "Tourists"
    assert added.id not in {"riders", "firms"}
    assert field(app, "Add a customer segment").value == ""
    field(app, "Add a customer segment").set_value("   ").run()
    assert len(plan_of(app).venture.segments) == 3


def test_groups_typed_with_commas_become_segments_only_when_the_student_says_so(body, plan):
    app = body("business", plan)
    field(app, "Add a customer segment").set_value("market sellers, taxi drivers,, ").run()
    assert plan_of(app).venture.segments[-1].name == "market sellers, taxi drivers,,"
    button(app, "Make 2 segments").click().run()
    assert [one.name for one in plan_of(app).venture.segments[2:]] == ["market sellers", "taxi drivers"]
    assert field(app, "Segment 3").value == "market sellers"
    field(app, "Add a customer segment").set_value("Families, also with pets").run()
    button(app, "Keep as one").click().run()
    assert plan_of(app).venture.segments[-1].name == "Families, also with pets"
    assert "Keep as one" not in [one.label for one in app.button]


def test_two_segments_with_one_name_are_told_once_on_top_and_once_beside_each(body, plan):
    twins = tuple(one.model_copy(update={"name": "Riders"}) for one in plan.venture.segments)
    app = body(
        "business", plan.model_copy(update={"venture": plan.venture.model_copy(update={"segments": twins})})
    )
    app.toggle[0].set_value(True).run()
    [says] = {
        one.says for one in all_problems(plan_of(app)) if one.origin.endswith(".name") and "Riders" in one.says
    }
    shown = [one.proto.body for one in app.get("html")]
    assert [one.count(escape(says)) for one in shown if escape(says) in one] == [1, 1, 1]


def test_twelve_segments_are_the_most(body):
    segments = tuple(Segment(id=f"s{number}", name=f"Group {number}") for number in range(limits.SEGMENTS))
    app = body("business", Workbook(venture=Venture(segments=segments)))
    assert "Add a customer segment" not in [one.label for one in app.text_input]


def test_a_segment_goes_after_a_question_that_names_its_relationships(body, plan):
    app = body("business", plan)
    button(app, "Remove").click().run()
    assert plan_of(app) == plan
    assert any("These relationships go with it: Self-Service, Communities." in one.value for one in app.text)
    button(app, "Yes, remove").click().run()
    assert [segment.id for segment in plan_of(app).venture.segments] == ["firms"]
    assert plan_of(app).commitments == ()


def test_a_type_is_chosen_filled_and_dropped_at_once_when_it_is_empty(body, plan):
    app = body("relationships", plan)
    choose = {one.label: one for one in app.checkbox}
    assert [label for label, one in choose.items() if one.value] == ["Self-Service", "Communities"]
    choose["Communities"].uncheck().run()
    assert [one.type for one in plan_of(app).commitments] == [RelationshipType.SELF_SERVICE]
    field(app, "During the purchase").set_value("The app opens the lock").run()
    assert plan_of(app).commitments[0].during == "The app opens the lock"
    assert "the app opens the lock" in html_of(app)


def test_a_type_with_words_is_dropped_after_a_question_only(body, plan):
    app = body("relationships", plan)
    next(one for one in app.checkbox if one.label == "Self-Service").uncheck().run()
    assert plan_of(app) == plan
    assert any("A map · A receipt" in one.value for one in app.text)
    button(app, "Keep").click().run()
    assert next(one for one in app.checkbox if one.label == "Self-Service").value
    next(one for one in app.checkbox if one.label == "Self-Service").uncheck().run()
    button(app, "Yes, remove").click().run()
    assert [one.type for one in plan_of(app).commitments] == [RelationshipType.COMMUNITIES]


def test_same_as_for_copies_what_is_new_and_leaves_the_other_segment_alone(body, plan):
    app = body("relationships", plan)
    app.session_state["relationships_segment"] = "firms"
    app.run()
    next(one for one in app.button if one.label.startswith("Commuters")).click().run()
    copied = [one for one in plan_of(app).commitments if one.segment == "firms"]
    assert [(one.type, one.before) for one in copied] == [
        (RelationshipType.SELF_SERVICE, "A map"),
        (RelationshipType.COMMUNITIES, ""),
    ]
    assert plan_of(app).commitments[:2] == plan.commitments
    assert field(app, "Before the purchase").value == "A map"


def test_a_question_offers_what_the_plan_already_says_and_takes_it_over_once(body, plan):
    app = body("questions", plan)
    button(app, "Use this").click().run()
    assert plan_of(app).answers.attract == "Commuters: A map."
    assert field(app, "Your answer to question 1").value == "Commuters: A map."
    answered = body("questions", set_answer(plan, KeyQuestion.ATTRACT, "A free first ride"))
    button(answered, "Add this").click().run()
    assert plan_of(answered).answers.attract == "A free first ride\nCommuters: A map."


def test_what_is_missing_is_shown_on_demand_beside_the_field_and_only_there(body, plan):
    app = body("questions", plan)
    assert "Still missing" not in html_of(app)
    app.toggle[0].set_value(True).run()
    assert html_of(app).count("Answer the question: How do we retain customers?") == 2
    field(app, "Your answer to question 3").set_value("We call after two weeks").run()
    assert "Answer the question: How do we retain customers?" not in html_of(app)


def test_every_problem_belongs_to_one_step():
    steps = {
        "venture.name": "business",
        "venture.segments": "business",
        "venture.segments.riders.name": "business",
        "venture.segments.riders": "relationships",
        "commitments.riders.self_service": "relationships",
        "answers.attract": "questions",
    }
    assert {origin: problems.step_of(origin) for origin in steps} == steps
