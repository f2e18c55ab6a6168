"""One browser, two tabs, two people: what one of them wrote goes with them, from every tab."""

import pytest

pytestmark = pytest.mark.browser

CASE = "cases?case=boomer_games&step=4"
MINE = "Only I may read this answer."
COPIES = "() => Object.keys(localStorage).filter((name) => name.startsWith('canvas:'))"


def second_tab(person):
    """Open another tab of the same browser; `person` looks at it from now on. Return the first one."""
    first = person.page
    person.page = first.context.new_page()
    return first


def open_computer(person):
    person.page.get_by_text("This computer", exact=True).first.click()


def finish(person):
    open_computer(person)
    person.press("Finish on this computer")
    person.page.get_by_role("button", name="Yes, finish here").click()


def at_the_start(page):
    page.wait_for_url("**/", timeout=15_000)


@pytest.fixture
def two_tabs(visitor):
    """The answer to a case in one tab, the start page in the one that is looked at. Return the former."""
    visitor.open(CASE)
    visitor.fill("Your answer", MINE)
    answer = second_tab(visitor)
    visitor.open("business")
    return answer


def test_finishing_in_one_tab_ends_the_work_in_the_other(visitor, two_tabs):
    finish(visitor)
    at_the_start(two_tabs)
    visitor.settle()
    for page in (two_tabs, visitor.page):
        assert page.get_by_text(MINE).count() == 0
        assert page.evaluate(COPIES) == []
    visitor.page = two_tabs
    visitor.settle()
    visitor.open(CASE)
    assert visitor.box("Your answer").input_value() == ""
    visitor.fill("Your answer", "The next person writes.")
    visitor.open(CASE)
    assert visitor.box("Your answer").input_value() == "The next person writes."


def test_a_tab_that_did_not_hear_of_it_writes_nothing_into_the_work_of_the_next_person(visitor, two_tabs):
    visitor.page.evaluate("() => { BroadcastChannel.prototype.postMessage = () => undefined; }")
    finish(visitor)
    at_the_start(visitor.page)
    visitor.settle()
    visitor.open(CASE)
    visitor.fill("Your answer", "The next person writes.")
    two_tabs.get_by_role("textbox", name="Your answer").fill(f"{MINE} And this.")
    at_the_start(two_tabs)
    visitor.open(CASE)
    assert visitor.box("Your answer").input_value() == "The next person writes."
    assert visitor.page.evaluate(COPIES) == []


def test_coming_back_with_a_code_moves_every_tab(visitor, phone, two_tabs):
    phone.open(CASE)
    phone.fill("Your answer", "Written on the telephone.")
    phone.page.get_by_test_id("stExpandSidebarButton").click()
    open_computer(phone)
    phone.press("Make a code")
    code = phone.page.locator("output.code").inner_text()

    open_computer(visitor)
    visitor.page.get_by_label("Code from another computer").fill(code)
    visitor.page.get_by_role("button", name="Open that work").click()
    at_the_start(two_tabs)
    visitor.page = two_tabs
    visitor.settle()
    assert visitor.page.get_by_text(MINE).count() == 0
    assert visitor.page.evaluate(COPIES) == []
    visitor.open(CASE)
    assert visitor.box("Your answer").input_value() == "Written on the telephone."
