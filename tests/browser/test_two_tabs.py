"""Two tabs, long pastes and a file that disappears: no text ever goes without a word."""

import os

import pytest

pytestmark = pytest.mark.browser

CASE = "cases?case=boomer_games&step=4"
CHEESE = "🧀"


def second_tab(person):
    """Open another tab of the same browser; `person` looks at it from now on. Return the first one."""
    first = person.page
    person.page = first.context.new_page()
    return first


def paste(person, label, words):
    """Put words into a field like a paste: all of them at once, as the browser lets them in."""
    person.box(label).first.focus()
    person.page.keyboard.insert_text(words)
    person.page.keyboard.press("Tab")
    person.settle()


def test_an_empty_tab_never_empties_the_answer_to_a_case(visitor):
    visitor.open(CASE)
    empty = second_tab(visitor)
    visitor.open(CASE)
    visitor.fill("Your answer", "Ask eight players.")
    visitor.page = empty
    visitor.press("Check my answer")
    assert visitor.box("Your answer").input_value() == "Ask eight players."
    visitor.open(CASE)
    assert visitor.box("Your answer").input_value() == "Ask eight players."


def test_two_answers_to_one_case_are_both_kept(visitor):
    visitor.open(CASE)
    first = second_tab(visitor)
    visitor.open(CASE)
    first.route("**/api/text", lambda route: route.abort())  # this tab does not hear of the other one yet
    first.get_by_role("textbox", name="Your answer").fill("From the first tab.")
    visitor.fill("Your answer", "From the second tab.")
    visitor.page = first
    first.unroute("**/api/text")
    first.get_by_text("changed in another tab").wait_for()
    visitor.settle()
    assert visitor.accessibility() == []
    visitor.press("Use the other one")
    assert visitor.box("Your answer").input_value() == "From the second tab."
    assert visitor.page.get_by_text("changed in another tab").count() == 0
    visitor.open("")
    assert visitor.page.get_by_text("Case: Boomer Games").count() >= 1


def test_a_case_answer_in_the_open_page_survives_a_killed_server(owner):
    owner.open(CASE)
    owner.fill("Your answer", "Ask eight players.")
    owner.box("Your answer").fill("Ask eight players. This half was not saved yet.")
    owner.server.restart()
    owner.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    owner.settle()
    assert owner.box("Your answer").input_value().endswith("not saved yet.")
    owner.press("Check my answer")  # whatever comes next takes it along
    owner.open(CASE)
    assert owner.box("Your answer").input_value().endswith("not saved yet.")


@pytest.mark.parametrize("leave", ["begin", "reload", "open"])
def test_an_undecided_conflict_can_be_left_in_any_way(visitor, leave):
    visitor.open("business")
    visitor.fill("Name of the business", "Café Lumen")
    late = second_tab(visitor)
    visitor.open("business")
    visitor.fill("Name of the business", "From the quick tab")
    visitor.page = late
    visitor.page.get_by_label("Name of the business").fill("From the late tab")
    visitor.page.get_by_label("Name of the business").press("Tab")
    visitor.settle()
    assert visitor.page.get_by_text("changed in another tab").is_visible()
    if leave == "reload":
        visitor.open("")
    else:
        visitor.page.get_by_role("link", name="Start").first.click()
        visitor.settle()
        visitor.press("Begin a plan" if leave == "begin" else "Open")
        visitor.open("")
    assert visitor.page.get_by_text("From the late tab (my copy)", exact=True).count() == 1
    assert visitor.page.get_by_text("From the quick tab", exact=True).count() == 1
    assert visitor.exceptions() == []


def test_what_is_written_in_a_deleted_plan_is_kept(visitor):
    visitor.open("business")
    visitor.fill("Name of the business", "Café Lumen")
    writing = second_tab(visitor)
    visitor.open("")
    visitor.press("Delete")
    visitor.press("Yes, delete it")
    visitor.page = writing
    visitor.fill("Name of the business", "Café Lunar")
    assert visitor.page.get_by_text("deleted in another tab").is_visible()
    visitor.press("Keep mine as a new plan")
    visitor.open("business")
    assert visitor.page.get_by_label("Name of the business").input_value() == "Café Lunar"


@pytest.mark.parametrize(
    ("page", "label", "limit"),
    [
        ("business", "Name of the business", 80),
        ("business", "Add a customer segment", 80),
        ("business", "Value Proposition", 1_200),
        ("check", "Your text", 100_000),
        (CASE, "Your answer", 9_600),
    ],
)
def test_a_paste_over_the_limit_stays_in_the_field_and_is_told(visitor, page, label, limit):
    visitor.open(page)
    paste(visitor, label, CHEESE * (limit + 100))
    assert len(visitor.words(label)) == limit + 100
    told = visitor.page.get_by_text(f"{limit + 100:,} of {limit:,} characters: shorten it").first
    told.wait_for()
    assert visitor.exceptions() == []
    visitor.fill(label, CHEESE * limit)
    told.wait_for(state="detached")
    assert visitor.exceptions() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_a_file_deleted_under_the_running_server_is_told_and_the_plan_stays(owner):
    owner.open("business")
    owner.fill("Name of the business", "Café Lumen")
    (owner.server.data / "canvas.sqlite3").unlink()
    owner.fill("Name of the business", "Café Lunar")
    owner.page.get_by_text("was removed or replaced").wait_for()
    assert owner.accessibility() == []
    owner.open("business")
    assert owner.page.get_by_label("Name of the business").input_value() == "Café Lunar"
