"""The desk by mouse and by hasty keys: no click and no key is lost, and what concerns everybody can be undone."""

import pytest

from .conftest import _visitor
from .test_review import at_student, keys, saved, with_sample

pytestmark = pytest.mark.browser
PRESSED = "[data-canvas=desk] .level[aria-pressed=true]"

SLOW = """() => {
  const quick = window.fetch;
  window.fetch = async (...asked) => {
    if (String(asked[0]).includes("/student/")) await new Promise((done) => setTimeout(done, 500));
    return quick(...asked);
  };
}"""


def opened(person, number):
    person.page.get_by_role("button", name=f"Student {number:02d}", exact=True).click()
    at_student(person, number)


def level(person, row, name):
    return person.page.get_by_role("group", name=row).get_by_role("button", name=name)


def test_a_level_in_another_row_is_chosen_by_one_click(owner):
    with_sample(owner)
    opened(owner, 1)
    for row, name in (("Fits the other blocks", "Good"), ("Tied to each segment", "Basic")):
        level(owner, row, name).click()
        assert level(owner, row, name).get_attribute("aria-pressed") == "true"
    assert owner.page.locator(PRESSED).count() == 2
    saved(owner)
    owner.open(owner.page.url.removeprefix(f"{owner.server.url}/"))
    at_student(owner, 1)  # the address names the student
    assert owner.page.locator(PRESSED).count() == 2


def test_keys_pressed_before_the_next_student_is_there_belong_to_that_student(owner):
    with_sample(owner)
    opened(owner, 1)
    owner.page.evaluate(SLOW)
    keys(owner, "j", "3", "j", "4", "2", "j", "1")
    at_student(owner, 4)
    saved(owner)
    assert owner.page.locator(PRESSED).all_inner_texts() == ["1Not yet"]
    keys(owner, "k")
    saved(owner)
    assert owner.page.locator(PRESSED).all_inner_texts() == ["4Excellent", "2Basic"]
    keys(owner, "k")
    saved(owner)
    assert owner.page.locator(PRESSED).all_inner_texts() == ["3Good"]


def test_a_remark_is_accepted_for_everybody_after_a_question_and_taken_back(owner):
    with_sample(owner)
    page = owner.page
    page.get_by_role("combobox", name="Remark").select_option("no_after_sales")
    page.get_by_role("button", name="Student", exact=False).first.click()
    page.get_by_role("button", name="For all").first.click()
    assert page.get_by_text("Accept it for all").is_visible()
    assert not owner.accessibility()
    page.get_by_role("button", name="Cancel").click()
    assert page.get_by_text("Accepted", exact=True).count() == 0
    page.get_by_role("button", name="For all").first.click()
    page.get_by_role("button", name="Accept for all").click()
    page.get_by_text("Accepted", exact=True).wait_for()
    page.get_by_role("button", name="Take back from all").click()
    page.get_by_role("group", name="Take it back").get_by_role("button", name="Take back from all").click()
    page.get_by_text("Accepted", exact=True).wait_for(state="detached")
    keys(owner, "l")
    page.get_by_role("button", name="Reveal names").wait_for()
    assert page.get_by_text("1 comment").count() == 0


def test_a_remark_that_was_accepted_by_itself_stays_when_it_is_taken_back_from_all(owner):
    with_sample(owner)
    page = owner.page
    page.get_by_role("combobox", name="Remark").select_option("no_after_sales")
    page.get_by_role("button", name="Student", exact=False).first.click()
    card = page.locator("article.remark").filter(has=page.get_by_role("button", name="For all")).first
    card.get_by_role("button", name="Accept", exact=True).click()
    page.get_by_text("Accepted", exact=True).wait_for()
    saved(owner)
    assert page.get_by_role("button", name="Take back from all").count() == 0
    page.get_by_role("button", name="For all").first.click()
    page.get_by_role("button", name="Accept for all").click()
    page.get_by_role("button", name="Take back from all").click()
    page.get_by_role("group", name="Take it back").get_by_role("button", name="Take back from all").click()
    page.get_by_role("button", name="Take back from all").wait_for(state="detached")
    saved(owner)
    assert page.get_by_text("Accepted", exact=True).count() == 1
    keys(owner, "l")
    page.get_by_role("button", name="Reveal names").wait_for()
    assert page.get_by_text("1 comment").count() == 1


def test_a_level_that_two_windows_changed_is_asked_about(owner, chromium):
    with_sample(owner)
    address = owner.page.url.removeprefix(f"{owner.server.url}/")
    second = _visitor(chromium, owner.server, 1440, 1000)
    other = next(second)
    other.open(address)
    for person in (owner, other):
        opened(person, 4)
    keys(owner, "2")
    saved(owner)
    keys(other, "4")
    other.page.get_by_text("the other window chose level 2, you chose level 4").wait_for()
    assert other.page.locator(PRESSED).all_inner_texts() == ["2Basic"]
    other.press("Use mine")
    assert other.page.locator(PRESSED).all_inner_texts() == ["4Excellent"]
    second.close()


def test_a_released_review_is_not_taken_back_by_a_key(owner):
    with_sample(owner)
    opened(owner, 2)
    keys(owner, "3", "d")
    saved(owner)
    owner.press("Give back", role="radio")
    owner.press("Release 1 review")
    owner.press("Desk", role="radio")
    if not owner.page.get_by_role("heading", name="Student 02").count():
        opened(owner, 2)
    keys(owner, "d")
    assert owner.page.get_by_text("This review is released.").last.is_visible()
    owner.press("Take back")
    owner.page.locator("[data-canvas=desk] .bar .chip.reviewed").wait_for()


def test_a_brief_stands_above_the_text_folds_and_is_only_words(owner):
    with_sample(owner)
    owner.press("Rubric", role="radio")
    owner.box("What students were asked to do").fill("Name <b>two segments</b>.\nThree stages.")
    owner.press("Save the brief")
    owner.press("Desk", role="radio")
    opened(owner, 1)
    told = owner.page.get_by_role("region", name="Brief")
    assert told.inner_text() == "Name <b>two segments</b>.\nThree stages."
    assert not owner.accessibility()
    owner.page.locator("summary", has_text="Brief").click()
    keys(owner, "j")
    at_student(owner, 2)
    assert not told.is_visible()
    owner.page.set_viewport_size({"width": 390, "height": 844})
    owner.open(owner.page.url.removeprefix(f"{owner.server.url}/"))
    at_student(owner, 2)
    assert not told.is_visible()
    assert not owner.scrolls_sideways()


def test_what_is_typed_while_somebody_else_saves_stays_and_both_are_offered(owner, chromium):
    with_sample(owner)
    owner.press("Rubric", role="radio")
    second = _visitor(chromium, owner.server, 1440, 1000)
    other = next(second)
    other.open(owner.page.url.removeprefix(f"{owner.server.url}/"))
    owner.box("Title").fill("My rubric")
    owner.box("What students were asked to do").fill("Mine.")
    other.fill("Maximum", "20")
    other.press("Save the rubric")
    other.box("What students were asked to do").fill("Theirs.")
    other.press("Save the brief")
    second.close()
    owner.press("Save the brief")
    assert [one.inner_text() for one in owner.page.get_by_test_id("stCode").all()] == ["Maximum: 20", "Theirs."]
    assert owner.box("Title").input_value() == "My rubric"  # of the form that was not sent
    assert owner.box("What students were asked to do").input_value() == "Mine."
    assert not owner.accessibility()
    owner.press("Use mine")
    assert owner.page.get_by_text("The rubric is saved").is_visible()
    assert (owner.box("Title").input_value(), owner.box("Maximum").input_value()) == ("My rubric", "10")
    assert owner.box("What students were asked to do").input_value() == "Mine."
    owner.press("Use the other one")
    assert owner.box("What students were asked to do").input_value() == "Theirs."
    assert owner.exceptions() == []
