"""Nothing a person committed is lost: not by a reload, not by a killed server, not by a second tab."""

import pytest

pytestmark = pytest.mark.browser


def type_name(person, name):
    field = person.page.get_by_label("Name of the business")
    field.fill(name)
    field.press("Tab")
    person.settle()
    person.page.get_by_text("Saved at").first.wait_for()


def name_of(person):
    return person.page.get_by_label("Name of the business").input_value()


def test_a_reload_and_another_page_lose_nothing(visitor):
    visitor.open("business")
    type_name(visitor, "Café Lumen")
    visitor.open("business")
    assert name_of(visitor) == "Café Lumen"
    visitor.open("")
    assert visitor.page.get_by_text("Go on where you stopped").is_visible()
    assert visitor.accessibility() == []


def test_undo_takes_back_the_last_change(visitor):
    visitor.open("business")
    type_name(visitor, "Café Lumen")
    type_name(visitor, "Café Lunar")
    visitor.page.get_by_role("button", name="Undo").click()
    visitor.settle()
    assert name_of(visitor) == "Café Lumen"
    visitor.page.get_by_role("button", name="Redo").click()
    visitor.settle()
    assert name_of(visitor) == "Café Lunar"


def test_a_killed_server_loses_nothing_that_was_saved(owner):
    owner.open("business")
    type_name(owner, "Café Lumen")
    owner.server.restart()
    owner.open("business")
    assert name_of(owner) == "Café Lumen"


def test_text_that_stands_in_the_open_page_survives_a_killed_server(owner):
    owner.open("check")
    field = owner.page.get_by_label("Your text")
    field.fill("We call every guest.")
    field.blur()
    owner.settle()
    field.fill("We call every guest after two weeks. This half was not saved yet.")
    owner.server.restart()
    owner.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    owner.page.get_by_role("button", name="Check", exact=True).click()
    owner.settle()
    owner.page.get_by_role("heading", name="What the check sees").wait_for()
    owner.open("check")
    assert "not saved yet" in owner.words("Your text")


def test_a_long_answer_in_the_open_page_survives_a_killed_server(owner):
    owner.open("business")
    owner.fill("Value Proposition", "A good chair.")
    owner.box("Value Proposition").fill("A good chair. This half was not saved yet.")
    owner.server.restart()
    owner.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    assert owner.box("Value Proposition").input_value().endswith("not saved yet.")
    owner.fill("Name of the business", "Chairs")  # whatever comes next takes it along
    owner.open("business")
    assert owner.box("Value Proposition").input_value().endswith("not saved yet.")


def test_two_tabs_never_overwrite_each_other(visitor):
    visitor.open("business")
    type_name(visitor, "Café Lumen")
    first = visitor.page
    visitor.page = first.context.new_page()
    visitor.open("business")
    second, visitor.page = visitor.page, first
    type_name(visitor, "From the first tab")
    visitor.page = second
    second.get_by_label("Name of the business").fill("From the second tab")
    second.get_by_label("Name of the business").press("Tab")
    second.get_by_role("button", name="Keep mine as a new plan").click()
    visitor.settle()
    visitor.open("")
    plans = second.get_by_text("From the first tab", exact=True).or_(
        second.get_by_text("From the second tab (my copy)", exact=True)
    )
    assert plans.count() == 2


def test_a_deleted_plan_can_be_brought_back(visitor):
    visitor.open("business")
    type_name(visitor, "Café Lumen")
    visitor.open("")
    visitor.page.get_by_role("button", name="Delete").click()
    visitor.page.get_by_role("button", name="Yes, delete it").click()
    visitor.settle()
    assert visitor.page.get_by_text("is deleted").is_visible()
    visitor.page.get_by_role("button", name="Bring it back").click()
    visitor.settle()
    assert visitor.page.get_by_role("button", name="Open", exact=True).count() == 1
    assert visitor.exceptions() == []


def test_every_browser_has_a_workspace_of_its_own(visitor, phone):
    visitor.open("business")
    type_name(visitor, "Café Lumen")
    phone.open("business")
    assert name_of(phone) == ""
    cookies = {
        cookie["value"]: (cookie["httpOnly"], cookie["sameSite"])
        for person in (visitor, phone)
        for cookie in person.page.context.cookies()
        if cookie["name"] == "canvas_workspace"
    }
    assert list(cookies.values()) == [(True, "Lax"), (True, "Lax")]


def test_headings_and_text_use_our_own_fonts(visitor):
    visitor.open("")
    loaded = visitor.page.evaluate(
        "[...document.fonts].filter(font => font.status == 'loaded').map(font => font.family)"
    )
    assert {name.strip("\"'") for name in loaded} >= {"Inter", "Source Serif"}
