"""The first three steps of a plan, as a student goes through them in a browser."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SEGMENTS = ("Commuters", "Tourists & *friends* <b>", "Local firms")


def show(student, segment):
    student.page.get_by_role("radio", name=segment).click()
    student.settle()


def say_what_the_business_is(student):
    student.open("business")
    student.fill("Name of the business", "City Bike Rental")
    student.fill("What you offer", "Bikes for rent by the hour or the year.")
    for name in SEGMENTS:
        student.box("Add a customer segment").fill(name)
        student.box("Add a customer segment").press("Enter")
        student.settle()
    student.fill("Value Proposition", "A reliable bike within five minutes")
    student.fill("Channels (one a line)", "Our app\nSix stations")


def treat(student, kind, **moments):
    student.tick(kind)
    for label, words in moments.items():
        student.fill(f"{label} the purchase", words)


def test_a_plan_for_three_segments_takes_about_25_fields_and_survives_pages_and_reload(visitor):
    say_what_the_business_is(visitor)
    visitor.go("Next: 2 · Relationships")
    treat(
        visitor, "Self-Service", Before="A map shows free bikes.", During="The app opens it.", After="One click."
    )
    show(visitor, "Tourists")
    treat(visitor, "Personal Assistance", Before="Our guide Ana picks a route.", After="Ana phones the next day.")
    show(visitor, "Local firms")
    treat(visitor, "Dedicated Personal", During="Ben brings ten bikes.", After="Ben visits twice a year.")
    visitor.go("Next: 3 · Questions")
    for button in range(4):
        visitor.page.get_by_role("button", name="Use this", exact=True).first.click(timeout=5_000 + button)
        visitor.settle()
    visitor.fill("Your answer to question 5", "Ana reads every review on Monday and phones back.")

    visitor.go("Back: 2 · Relationships")
    show(visitor, "Commuters")
    assert visitor.box("During the purchase").input_value() == "The app opens it."
    visitor.page.reload()
    visitor.settle()
    assert visitor.box("After the purchase").input_value() == "One click."
    visitor.open("business")
    assert visitor.box("Segment 2").input_value() == SEGMENTS[1]
    canvas = visitor.page.locator(".bmc")
    assert f"{SEGMENTS[1]}: Personal Assistance" in canvas.inner_text()
    assert canvas.locator("b").count() == 0
    visitor.open("questions")
    assert "A map shows free bikes." in visitor.box("Your answer to question 1").input_value()
    visitor.page.get_by_text("Show what is missing").click()
    visitor.settle()
    assert visitor.page.get_by_text("Nothing is missing in this step.").is_visible()
    assert visitor.exceptions() == []


def test_words_typed_just_before_another_page_is_opened_are_kept(visitor):
    visitor.open("business")
    visitor.box("Name of the business").press_sequentially("Fast Typing Ltd")
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Next: 2 · Relationships").click(delay=150)
    visitor.settle()
    visitor.go("Back: 1 · Business")
    assert visitor.box("Name of the business").input_value() == "Fast Typing Ltd"
    visitor.box("Value Proposition").press_sequentially("Ready in five minutes")
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Next: 2 · Relationships").click(delay=150)
    visitor.settle()
    visitor.open("business")
    assert visitor.box("Value Proposition").input_value() == "Ready in five minutes"


def test_a_relationship_with_text_goes_only_after_a_question_and_undo_brings_it_back(visitor):
    say_what_the_business_is(visitor)
    visitor.go("Next: 2 · Relationships")
    treat(visitor, "Communities", After="Riders meet every Sunday.")
    visitor.tick("Communities")
    assert visitor.page.get_by_text("“Riders meet every Sunday.”").is_visible()
    visitor.press("Keep")
    assert visitor.box("After the purchase").input_value() == "Riders meet every Sunday."
    visitor.tick("Communities")
    visitor.press("Yes, remove")
    assert visitor.box("After the purchase").count() == 0
    visitor.tick("Communities")
    assert visitor.box("After the purchase").input_value() == ""
    visitor.press("Undo")
    visitor.press("Undo")
    assert visitor.box("After the purchase").input_value() == "Riders meet every Sunday."
    assert visitor.exceptions() == []


def test_a_segment_says_what_goes_with_it_and_another_one_can_copy_it_first(visitor):
    say_what_the_business_is(visitor)
    visitor.go("Next: 2 · Relationships")
    treat(visitor, "Communities", After="Riders meet every Sunday.")
    show(visitor, "Local firms")
    visitor.press("Same as for …")
    visitor.press("Commuters: Communities")
    assert visitor.box("After the purchase").input_value() == "Riders meet every Sunday."
    visitor.go("Back: 1 · Business")
    visitor.page.get_by_role("button", name="Remove").first.click()
    visitor.settle()
    assert visitor.page.get_by_text("These relationships go with it: Communities.").is_visible()
    visitor.press("Yes, remove")
    assert visitor.box("Segment 1").input_value() == SEGMENTS[1]
    assert "Local firms: Communities" in visitor.page.locator(".bmc").inner_text()


def test_the_keyboard_is_enough(visitor):
    visitor.open("business")
    keys = visitor.page.keyboard
    visitor.box("Name of the business").focus()
    keys.type("Keys Only")
    for _ in range(20):
        keys.press("Tab")
        if visitor.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Add a customer segment":
            break
    keys.type("Night shift workers")
    keys.press("Enter")
    visitor.settle()
    visitor.go("Next: 2 · Relationships")
    visitor.page.get_by_role("checkbox", name="Communities").focus()
    keys.press("Space")
    visitor.settle()
    assert visitor.box("After the purchase").count() == 1
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
    student.go("Next: 2 · Relationships")
    treat(student, "Self-Service", Before="A map shows free bikes.")
    student.tick("Self-Service")
    for tab in ("Who gets what", "Before, during and after"):
        student.page.get_by_role("tab", name=tab).click()
        folded = student.page.locator("[data-testid=stMain] details:not([open]) > summary:visible")
        while folded.count():
            folded.first.click()
        found[f"relationships, {tab}"] = student.accessibility()
    assert not student.scrolls_sideways()
    student.press("What to think about")
    found["what to think about"] = student.accessibility()
    student.page.keyboard.press("Escape")
    student.go("Next: 3 · Questions")
    found["questions"] = student.accessibility()
    assert not student.scrolls_sideways()
    assert found == {page: [] for page in found}
