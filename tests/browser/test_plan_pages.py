"""The first three steps of a plan, as a student goes through them in a browser."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SEGMENTS = ("Commuters", "Tourists & *friends* <b>", "Local firms")


def box(student, label):
    return student.page.get_by_role("textbox", name=label, exact=True)


def fill(student, label, words):
    box(student, label).first.fill(words)
    box(student, label).first.press("Tab")
    student.settle()


def press(student, name, role="button"):
    student.page.get_by_role(role, name=name, exact=True).first.click()
    student.settle()


def go(student, page):
    student.page.get_by_test_id("stMain").get_by_role("link", name=page).first.click()
    student.settle()


def choose(student, kind):
    student.page.get_by_test_id("stCheckbox").filter(has_text=kind).first.locator("label").first.click()
    student.settle()


def show(student, segment):
    student.page.get_by_role("radio", name=segment).click()
    student.settle()


def say_what_the_business_is(student):
    student.open("business")
    fill(student, "Name of the business", "City Bike Rental")
    fill(student, "What you offer", "Bikes for rent by the hour or the year.")
    for name in SEGMENTS:
        box(student, "Add a customer segment").fill(name)
        box(student, "Add a customer segment").press("Enter")
        student.settle()
    fill(student, "Value Proposition", "A reliable bike within five minutes")
    fill(student, "Channels (one a line)", "Our app\nSix stations")


def treat(student, kind, **moments):
    choose(student, kind)
    for label, words in moments.items():
        fill(student, f"{label} the purchase", words)


def test_a_plan_for_three_segments_takes_about_25_fields_and_survives_pages_and_reload(visitor):
    say_what_the_business_is(visitor)
    go(visitor, "Next: 2 · Relationships")
    treat(
        visitor, "Self-Service", Before="A map shows free bikes.", During="The app opens it.", After="One click."
    )
    show(visitor, "Tourists")
    treat(visitor, "Personal Assistance", Before="Our guide Ana picks a route.", After="Ana phones the next day.")
    show(visitor, "Local firms")
    treat(visitor, "Dedicated Personal", During="Ben brings ten bikes.", After="Ben visits twice a year.")
    go(visitor, "Next: 3 · Questions")
    for button in range(4):
        visitor.page.get_by_role("button", name="Use this", exact=True).first.click(timeout=5_000 + button)
        visitor.settle()
    fill(visitor, "Your answer to question 5", "Ana reads every review on Monday and phones back.")

    go(visitor, "Back: 2 · Relationships")
    show(visitor, "Commuters")
    assert box(visitor, "During the purchase").input_value() == "The app opens it."
    visitor.page.reload()
    visitor.settle()
    assert box(visitor, "After the purchase").input_value() == "One click."
    visitor.open("business")
    assert box(visitor, "Segment 2").input_value() == SEGMENTS[1]
    canvas = visitor.page.locator(".bmc")
    assert f"{SEGMENTS[1]}: Personal Assistance" in canvas.inner_text()
    assert canvas.locator("b").count() == 0
    visitor.open("questions")
    assert "A map shows free bikes." in box(visitor, "Your answer to question 1").input_value()
    visitor.page.get_by_text("Show what is missing").click()
    visitor.settle()
    assert visitor.page.get_by_text("Nothing is missing in this step.").is_visible()
    assert visitor.exceptions() == []


def test_words_typed_just_before_another_page_is_opened_are_kept(visitor):
    visitor.open("business")
    box(visitor, "Name of the business").press_sequentially("Fast Typing Ltd")
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Next: 2 · Relationships").click(delay=150)
    visitor.settle()
    go(visitor, "Back: 1 · Business")
    assert box(visitor, "Name of the business").input_value() == "Fast Typing Ltd"
    box(visitor, "Value Proposition").press_sequentially("Ready in five minutes")
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Next: 2 · Relationships").click(delay=150)
    visitor.settle()
    visitor.open("business")
    assert box(visitor, "Value Proposition").input_value() == "Ready in five minutes"


def test_a_relationship_with_text_goes_only_after_a_question_and_undo_brings_it_back(visitor):
    say_what_the_business_is(visitor)
    go(visitor, "Next: 2 · Relationships")
    treat(visitor, "Communities", After="Riders meet every Sunday.")
    choose(visitor, "Communities")
    assert visitor.page.get_by_text("“Riders meet every Sunday.”").is_visible()
    press(visitor, "Keep")
    assert box(visitor, "After the purchase").input_value() == "Riders meet every Sunday."
    choose(visitor, "Communities")
    press(visitor, "Yes, remove")
    assert box(visitor, "After the purchase").count() == 0
    choose(visitor, "Communities")
    assert box(visitor, "After the purchase").input_value() == ""
    press(visitor, "Undo")
    press(visitor, "Undo")
    assert box(visitor, "After the purchase").input_value() == "Riders meet every Sunday."
    assert visitor.exceptions() == []


def test_a_segment_says_what_goes_with_it_and_another_one_can_copy_it_first(visitor):
    say_what_the_business_is(visitor)
    go(visitor, "Next: 2 · Relationships")
    treat(visitor, "Communities", After="Riders meet every Sunday.")
    show(visitor, "Local firms")
    press(visitor, "Same as for …")
    press(visitor, "Commuters: Communities")
    assert box(visitor, "After the purchase").input_value() == "Riders meet every Sunday."
    go(visitor, "Back: 1 · Business")
    visitor.page.get_by_role("button", name="Remove").first.click()
    visitor.settle()
    assert visitor.page.get_by_text("These relationships go with it: Communities.").is_visible()
    press(visitor, "Yes, remove")
    assert box(visitor, "Segment 1").input_value() == SEGMENTS[1]
    assert "Local firms: Communities" in visitor.page.locator(".bmc").inner_text()


def test_the_keyboard_is_enough(visitor):
    visitor.open("business")
    keys = visitor.page.keyboard
    box(visitor, "Name of the business").focus()
    keys.type("Keys Only")
    for _ in range(20):
        keys.press("Tab")
        if visitor.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Add a customer segment":
            break
    keys.type("Night shift workers")
    keys.press("Enter")
    visitor.settle()
    go(visitor, "Next: 2 · Relationships")
    visitor.page.get_by_role("checkbox", name="Communities").focus()
    keys.press("Space")
    visitor.settle()
    assert box(visitor, "After the purchase").count() == 1
    assert "Night shift workers" in visitor.page.get_by_role("heading", level=2).first.inner_text()


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_filled_pages_with_everything_shown_pass_axe_and_fit_the_screen(who, request):
    student = request.getfixturevalue(who)
    say_what_the_business_is(student)
    student.page.get_by_text("Show what is missing").click()
    student.settle()
    student.page.get_by_role("button", name="Remove").first.click()
    student.settle()
    found = {"business": student.accessibility()}
    assert not student.scrolls_sideways()
    go(student, "Next: 2 · Relationships")
    treat(student, "Self-Service", Before="A map shows free bikes.")
    choose(student, "Self-Service")
    for folded in student.page.get_by_test_id("stExpander").all():
        folded.locator("summary").click()
    found["relationships"] = student.accessibility()
    assert not student.scrolls_sideways()
    press(student, "What to think about")
    found["what to think about"] = student.accessibility()
    student.page.keyboard.press("Escape")
    go(student, "Next: 3 · Questions")
    found["questions"] = student.accessibility()
    assert not student.scrolls_sideways()
    assert found == {page: [] for page in found}
