"""Suggested levels: with what was seen, careful, and only for rows the program knows."""

import pytest

from canvas.desk.fresh_check import fresh_report
from canvas.desk.marking import default_rubric
from canvas.desk.suggested import suggested_levels
from canvas.models.vocabulary import Level
from canvas.models.workbook import Segment, Venture, Workbook

from .class_of import rules, student

GOOD = (
    "Before they buy, tourists try a bicycle with our guide Tom for ten minutes. In the shop they unlock it alone "
    "in the app. Each hotel has one contact, Mara, who visits every spring. Two weeks after a purchase our staff "
    "call every buyer and ask how the bicycle runs."
)
VAGUE = "We offer excellent service and high quality at all times. Our team is always friendly and professional."
ADVERTS = "We run adverts on Instagram, appear in search engines and deliver through two shops in the centre."
PLAN = Workbook(
    venture=Venture(
        segments=(Segment(id="t", name="Tourists"), Segment(id="h", name="Hotels")),
        value_proposition="A bicycle that runs, for every day in the city",
        channels="The app and the shop",
    )
)


def suggested(text, workbook=None, rubric=None):
    one = student("a", text, workbook=workbook)
    found = suggested_levels(one, fresh_report(one, rules()), rules(), rubric or default_rubric())
    return {item.row: item for item in found}


def level(found, row):
    index = found[row].index
    return None if index is None else default_rubric().rows[0].levels[index].level


def test_a_good_text_with_a_plan():
    found = suggested(GOOD, PLAN)
    assert level(found, "journey") is Level.GOOD
    assert level(found, "specific") in (Level.BASIC, Level.GOOD)
    assert found["segments"].seen
    assert "“" in found["journey"].seen[0]


@pytest.mark.parametrize(("text", "row"), [(VAGUE, "journey"), (VAGUE, "specific"), (ADVERTS, "fit")])
def test_a_weak_text(text, row):
    assert level(suggested(text, PLAN), row) is Level.NOT_YET


def test_excellent_is_never_suggested():
    for text in (GOOD, VAGUE, ADVERTS):
        assert all(level(suggested(text, PLAN), row.id) is not Level.EXCELLENT for row in default_rubric().rows)


def test_without_a_plan_nothing_is_said_about_what_only_a_plan_can_show():
    found = suggested(GOOD)
    assert found["fit"].index is None
    assert "No plan" in found["fit"].why


def test_a_text_that_cannot_be_judged_gets_no_suggestion():
    assert suggested("Too short.") == {}


def test_rows_of_the_instructors_own_and_levels_that_are_not_there_get_none():
    rows = default_rubric().rows
    own = rows[0].model_copy(update={"id": "layout"})
    short = rows[0].model_copy(update={"levels": rows[0].levels[::3]})
    found = suggested(GOOD, PLAN, default_rubric().model_copy(update={"rows": (own, short)}))
    assert set(found) == {"journey"}
    assert found["journey"].index is None
