"""Playing Boomer Games as a student: write, leave, come back, check, improve, compare."""

import pytest

pytestmark = pytest.mark.browser

FIRST = "They could do a survey. <b>And</b> put posters on buses."
BETTER = (
    "Nobody was asked before the Grinch. First, invite eight Clash Of Armies players to a focus group in May and "
    "show them three stories; the worst is dropped. Second, run a beta version with 100 players."
)


def has(student, text):
    return student.page.get_by_text(text).count() > 0


def test_a_student_plays_boomer_games_from_the_list_to_the_ideas_of_others(visitor):
    visitor.open("cases")
    visitor.go("Boomer Games")
    assert has(visitor, "Two different activities")  # the criteria are known before writing
    assert not has(visitor, "Ideas from others")
    visitor.press("Check my answer")
    assert has(visitor, "There is no answer yet")
    visitor.fill("Your answer", FIRST)

    visitor.open("learn")
    visitor.open("cases?case=boomer_games")
    assert visitor.box("Your answer").input_value() == FIRST

    visitor.press("Check my answer")
    assert has(visitor, "Feedback on attempt 1")
    assert has(visitor, "Ideas from others")
    assert visitor.page.locator("li.open").count() >= 2

    visitor.fill("Your answer", BETTER)
    visitor.press("Check my answer")
    assert has(visitor, "Feedback on attempt 2")
    assert has(visitor, "Better than in your attempt before")
    assert visitor.page.locator("ul.case-cards li.open").count() == 0
    assert has(visitor, "Attempt 1,")  # the earlier attempt stays in sight

    visitor.press("Start a new answer")
    assert visitor.box("Your answer").input_value() == ""
    assert has(visitor, "Feedback on attempt 2")
    assert visitor.exceptions() == []


def test_the_pages_are_accessible_and_fit_a_telephone(phone):
    for address in ("cases", "cases?case=boomer_games"):
        phone.open(address)
        assert phone.accessibility() == []
        assert not phone.scrolls_sideways()
    phone.fill("Your answer", FIRST)
    phone.press("Check my answer")
    assert phone.accessibility() == []
    assert not phone.scrolls_sideways()


def test_an_unknown_case_leads_to_the_list(visitor):
    visitor.open("cases?case=nothing")
    assert has(visitor, "There is no case with this name")
