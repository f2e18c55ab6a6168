"""Learn: every lesson opens and can be used by everybody; terms explain themselves; answers are explained."""

import pytest

from canvas.content.library import library

pytestmark = pytest.mark.browser

LESSONS = [lesson.slug for lesson in library().lessons]


def title(person):
    return person.page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("who", ["visitor", "phone"])
@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_opens_and_everybody_can_use_it(slug, who, request):
    person = request.getfixturevalue(who)
    person.open(f"learn?lesson={slug}")
    assert title(person) == next(lesson.title for lesson in library().lessons if lesson.slug == slug)
    assert person.exceptions() == []
    assert not person.scrolls_sideways()
    assert person.accessibility() == []


def test_next_opens_the_next_lesson_at_its_top_and_keeps_its_address(visitor):
    visitor.open("learn?lesson=small-moments")
    visitor.page.get_by_role("link", name="Next: At work").click()
    visitor.page.get_by_role("heading", level=1, name="At work").wait_for()
    visitor.settle()
    assert visitor.page.url.endswith("learn?lesson=at-work")
    assert visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    visitor.page.get_by_role("link", name="All lessons").click()
    visitor.page.get_by_role("heading", level=1, name="Learn to write").wait_for()
    visitor.settle()
    assert visitor.page.url.endswith("/learn")


def test_an_unknown_lesson_shows_all_of_them(visitor):
    visitor.open("learn?lesson=<b>x</b>")
    assert title(visitor).startswith("Learn to write")
    assert visitor.page.get_by_text("There is no lesson with this name").is_visible()


def test_a_term_explains_itself_by_mouse_and_by_keyboard(visitor):
    visitor.open("learn?lesson=why-it-matters")
    term = visitor.page.get_by_role("button", name="revenue", exact=True)
    tip = visitor.page.get_by_text("The income from sales.")
    assert not tip.is_visible()
    term.hover()
    tip.wait_for(state="visible")
    visitor.page.mouse.move(5, 5)
    tip.wait_for(state="hidden")
    term.focus()
    visitor.page.keyboard.press("Enter")
    tip.wait_for(state="visible")


def test_a_term_explains_itself_on_tap_within_the_screen(chromium, server):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{server.url}/learn?lesson=why-it-matters")
    page.locator(".term").first.wait_for()
    for place in range(page.locator(".term").count()):
        page.locator(".term").nth(place).tap()
        tip = page.locator(".tip").nth(place)
        tip.wait_for(state="visible")
        box = tip.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.locator(".lead").tap()
        tip.wait_for(state="hidden")
    context.close()


def test_a_wrong_and_a_right_answer_are_both_explained_without_a_score(visitor):
    visitor.open("learn?lesson=why-it-matters")
    question = visitor.page.get_by_role("radiogroup", name="Why is this a good idea for the plan?")
    said = visitor.page.get_by_role("status")
    question.get_by_text("It wins new members at once.").click()
    said.filter(has_text="The calls go to people who are members already.").wait_for()
    question.get_by_text("Members who stay do not have to be replaced").click()
    said.filter(has_text="Keeping somebody costs a phone call").wait_for()
    assert visitor.page.get_by_text("score").count() == 0


def test_look_closer_shows_the_chosen_type(visitor):
    visitor.open("learn?lesson=six-types")
    visitor.page.get_by_role("radio", name="Communities").or_(
        visitor.page.get_by_role("button", name="Communities", exact=True)
    ).first.click()
    visitor.page.get_by_role("heading", level=3, name="Communities").wait_for()
    visitor.page.get_by_role("tab", name="What goes wrong").click()
    visitor.page.get_by_text("It is opened, and it stays empty").wait_for()
    assert visitor.accessibility() == []  # the chosen option has contrast too


def test_the_lesson_on_mistakes_asks_before_it_explains_and_asks_that_only_once(visitor):
    visitor.open("learn?lesson=four-mistakes")
    headings = visitor.page.get_by_role("heading", level=2).all_inner_texts()
    assert headings.index("Before you read on") < headings.index("What many think, and what is true")
    assert visitor.page.get_by_role("radiogroup").count() == 3


def test_the_weak_example_asks_first_and_tells_later(visitor):
    visitor.open("learn?lesson=write-the-section")
    assert visitor.page.get_by_role("heading", name="What would you improve?").is_visible()
    idea = visitor.page.get_by_text("Name the segments.")
    assert not idea.is_visible()
    visitor.page.get_by_text("Compare with our ideas").click()
    idea.wait_for(state="visible")


def test_the_finished_plan_opens_in_a_window(visitor):
    visitor.open("learn")
    visitor.page.get_by_role("button", name="Show me a finished plan").click()
    visitor.page.get_by_role("dialog").get_by_text("For local firms").wait_for()
    assert visitor.accessibility() == []
