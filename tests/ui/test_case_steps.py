"""The steps of a case: what was sorted is kept, and an own look comes before the feedback."""

import pytest
from streamlit.testing.v1 import AppTest

from canvas.content.cases import load_case
from canvas.models.case_steps import Bin, Item, SortStep
from canvas.ui.parts.case_feedback import card_html
from canvas.ui.parts.case_sorting import reason_html

from .conftest import NOW

CASE = load_case("boomer_games")
STEP = SortStep(
    kind="sort",
    id="sort",
    title="Sort",
    says="Sort them.",
    bins=(Bin(id="yes", name="Yes <b>"), Bin(id="no", name="No")),
    items=(
        Item(id="one", text="Ask <i>them</i>.", belongs="yes", why="They <u>answer</u>.", wrong={"no": "Hm."}),
        Item(id="two", text="Shout.", belongs="no", why="Nobody answers."),
    ),
)


def sorting():
    from canvas.content.cases import load_case
    from canvas.ui import session
    from canvas.ui.parts.case_sorting import draw_sorting
    from canvas.ui.state import end_run

    session.open_session()
    case = load_case("boomer_games")
    try:
        draw_sorting(case, case.steps[0])
    finally:
        end_run()


def writing():
    from canvas.content.cases import load_case
    from canvas.ui import session
    from canvas.ui.parts.case_writing import draw_writing
    from canvas.ui.state import end_run

    session.open_session()
    case = load_case("boomer_games")
    try:
        draw_writing(case, case.steps[-1])
    finally:
        end_run()


@pytest.fixture
def open_tab(browser):
    def opened(script):
        app = AppTest.from_function(script, default_timeout=20).run()
        assert not app.exception
        return app

    return opened


def words_of(app):
    return " ".join(one.proto.body for one in app.get("html"))


def test_a_choice_brings_its_reason_and_is_found_again(open_tab, store, workspace):
    app = open_tab(sorting)
    app.radio[0].set_value("promotes").run()
    assert "Look again: we would say" in words_of(app)
    assert store.answer(workspace, "boomer_games.sort") == "messages=promotes"
    again = open_tab(sorting)
    assert again.radio[0].value == "promotes"
    assert again.radio[1].value is None


def test_when_all_are_sorted_the_common_point_is_said_and_all_can_be_sorted_again(open_tab, store, workspace):
    store.save_answer(
        workspace, "boomer_games.sort", " ".join(f"{one.id}={one.belongs}" for one in CASE.steps[0].items), "", NOW
    )
    app = open_tab(sorting)
    assert "who tells whom something" in words_of(app)
    next(one for one in app.button if one.label == "Sort them again").click().run()
    assert all(one.value is None for one in app.radio)
    assert store.answer(workspace, "boomer_games.sort") == ""


def test_a_kept_choice_that_the_case_does_not_know_any_more_falls_away(open_tab, store, workspace):
    store.save_answer(workspace, "boomer_games.sort", "gone=listens messages=gone streamer=promotes", "", NOW)
    assert [one.value for one in open_tab(sorting).radio if one.value] == ["promotes"]


@pytest.mark.parametrize(("chosen", "begins"), [("yes", "Yes."), ("no", "Look again")])
def test_a_reason_is_escaped(chosen, begins):
    html = reason_html(STEP, STEP.items[0], chosen)
    assert begins in html
    assert "They &lt;u&gt;answer&lt;/u&gt;." in html
    assert "<b>" not in html
    assert ("Hm." in html) is (chosen == "no")


def test_an_own_look_comes_before_the_feedback_and_is_kept(open_tab, store, workspace):
    store.save_attempt(workspace, "boomer_games", "They should do a survey.", NOW)
    app = open_tab(writing)
    assert "case-card" not in words_of(app)
    app.checkbox[0].check()
    next(one for one in app.button if one.label == "Show me the feedback").click().run()
    assert "You ticked this one." in words_of(app)
    assert "You saw it the same way." in words_of(app)
    assert "You saw it the same way." in words_of(open_tab(writing))
    store.save_attempt(workspace, "boomer_games", "They should do a survey and interviews.", NOW)
    assert "case-card" not in words_of(open_tab(writing))  # another attempt, another look


def test_a_card_says_how_both_looks_go_together():
    from canvas.casework.judge import judge
    from canvas.content.cases import load_language

    criterion = CASE.criteria[0]
    found = judge("They should do a survey and interviews.", CASE, load_language()).criteria[criterion.id]
    assert found.met
    assert "the same way" in card_html(criterion, found, frozenset((criterion.id,)))
    assert "better here than you thought" in card_html(criterion, found, frozenset(("another",)))
    assert "case-thought" not in card_html(criterion, found)
