"""Playing Boomer Games as a student: sort, finish, write with hints, write alone, compare, try again."""

import pytest

pytestmark = pytest.mark.browser

FIRST = "They could do a survey. <b>And</b> put posters on buses."
BETTER = (
    "Nobody was asked before the Grinch. First, invite eight Clash Of Armies players to a focus group in May and "
    "show them three stories; the worst is dropped. Second, run a beta version with 100 players."
)
REST = "In May 500 players answer, since nobody was asked about the Grinch. The hero with fewest votes is dropped."
ALONE = "cases?case=boomer_games&step=4"


def has(student, text):
    return student.page.get_by_text(text).count() > 0


def sees(student, text):
    """Wait until the text is there: the first page of a new browser may take a moment."""
    student.page.get_by_text(text).first.wait_for(timeout=20_000)
    return True


def sort_all(student):
    """Choose the first place for each proposal."""
    proposals = student.page.get_by_role("radiogroup")
    proposals.first.wait_for()
    for place in range(proposals.count()):
        proposals.nth(place).get_by_text("It listens to customers").click()
        student.settle()
    return proposals.count()


def test_a_student_plays_boomer_games_from_the_first_step_to_the_model_ideas(visitor):
    visitor.open("cases")
    visitor.go("Boomer Games")
    assert sees(visitor, "Two different activities")  # the criteria are known before writing
    assert sort_all(visitor) == visitor.page.locator("[role=status] strong").count()
    assert sees(visitor, "who tells whom something")
    assert visitor.page.locator(".st-key-case_step_1_here").get_by_text("check_circle").count() == 1
    visitor.go("Next: Finish an answer")
    visitor.fill("Go on from here", REST)
    visitor.press("Check the whole answer")
    assert visitor.page.locator("ul.case-cards li.open").count() == 0

    visitor.go("Next: Write with hints")
    assert sees(visitor, "Questions that help")
    visitor.fill("Your answer", FIRST)
    visitor.press("Check my answer")
    assert visitor.page.locator("ul.case-cards li.open").count() >= 2
    assert not has(visitor, "Ideas from others")

    visitor.go("Next: Write alone")
    assert not has(visitor, "Questions that help")
    visitor.press("Begin with my answer from the step before")
    assert visitor.box("Your answer").input_value() == FIRST
    visitor.press("Check my answer")
    assert not has(visitor, "Ideas from others")
    visitor.tick("Two different activities")
    visitor.press("Show me the feedback")
    assert sees(visitor, "Feedback on attempt 1")
    assert sees(visitor, "You saw it the same way")
    assert sees(visitor, "Ideas from others")
    assert visitor.page.get_by_role("heading", name="A focus group").count() == 1
    assert visitor.exceptions() == []


def test_an_answer_is_improved_and_every_attempt_stays(visitor):
    visitor.open(ALONE)  # any step can be skipped
    visitor.press("Check my answer")
    assert sees(visitor, "There is no answer yet")
    visitor.fill("Your answer", FIRST)
    visitor.open("learn")
    visitor.open(ALONE)
    assert visitor.box("Your answer").input_value() == FIRST
    visitor.press("Check my answer")
    visitor.press("Show me the feedback")

    visitor.fill("Your answer", BETTER)
    assert visitor.page.locator("ul.case-facts li.used").count() >= 3  # before anything is checked
    visitor.press("Check my answer")
    visitor.press("Show me the feedback")
    assert sees(visitor, "Feedback on attempt 2")
    assert sees(visitor, "Better than in your attempt before")
    assert visitor.page.locator("ul.case-cards li.open").count() == 0
    assert sees(visitor, "Attempt 1,")  # the earlier attempt stays in sight

    visitor.press("Start a new answer")
    assert visitor.box("Your answer").input_value() == ""
    assert sees(visitor, "Feedback on attempt 2")
    assert visitor.exceptions() == []


def test_what_was_sorted_is_found_again_and_can_be_sorted_with_the_keyboard(visitor):
    visitor.open("cases?case=boomer_games&step=1")
    first = visitor.page.get_by_role("radiogroup").first
    first.get_by_role("radio").first.focus()
    visitor.page.keyboard.press("Space")
    visitor.settle()
    visitor.page.keyboard.press("ArrowRight")
    visitor.settle()
    assert sees(visitor, "Look again: we would say")
    visitor.open("cases?case=boomer_games&step=1")
    assert sees(visitor, "Look again: we would say")
    assert visitor.page.locator("[role=status] strong").count() == 1


def test_the_pages_are_accessible_and_fit_a_telephone(phone):
    for address in ("cases", *(f"cases?case=boomer_games&step={step}" for step in (1, 2, 3, 4))):
        phone.open(address)
        assert phone.accessibility() == []
        assert not phone.scrolls_sideways()
    phone.fill("Your answer", FIRST)
    phone.press("Check my answer")
    assert phone.accessibility() == []
    phone.press("Show me the feedback")
    assert phone.accessibility() == []
    assert not phone.scrolls_sideways()


@pytest.mark.parametrize(
    ("slug", "answer", "afterwards"),
    [
        ("rescue", "Dear Mrs Okafor, I am sorry. It was our mistake.", "What happened then"),
        ("fishing_start_up", "The hobby is knitting. Like Helen I ask ten knitters.", "A plan for a running bag"),
        ("bakery_and_retailer", "An assistant greets each regular by name and knows the order.", "a CRM system"),
    ],
)
def test_the_other_cases_are_played_on_a_telephone(phone, slug, answer, afterwards):
    phone.open(f"cases?case={slug}")
    phone.page.get_by_role("radiogroup").nth(5).wait_for()
    assert phone.accessibility() == []
    phone.go("Skip this step")
    assert not has(phone, afterwards)
    phone.fill("Your answer", answer)
    phone.press("Check my answer")
    phone.press("Show me the feedback")
    assert phone.page.locator("ul.case-cards li.met").count() >= 1
    assert sees(phone, afterwards)
    assert phone.accessibility() == []
    assert not phone.scrolls_sideways()
    assert phone.exceptions() == []


def test_an_unknown_case_leads_to_the_list(visitor):
    visitor.open("cases?case=nothing")
    assert sees(visitor, "There is no case with this name")
