"""The last two steps in a browser: gaps, offers, building again, and what the files hold."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

DRAFT = "Text of your section"
AFTER = "[missing: what happens after the purchase]"


def begin(student) -> None:
    """Plan one segment in plain words, with nothing after the purchase, and build the section."""
    student.open("business")
    student.fill("Name of the business", "Fix Phone")
    student.fill("What you offer", "i repair phones of students")
    student.box("Add a customer segment").fill("Students")
    student.box("Add a customer segment").press("Enter")
    student.settle()
    student.go("Next: 2 · Relationships")
    student.tick("Personal Assistance")
    student.fill("Before the purchase", "- i show the broken part\n- they can wait")
    student.fill("During the purchase", "later")
    student.open("draft")
    student.press("Build “by segment”")


def usable(student) -> None:
    assert student.exceptions() == []
    assert not student.scrolls_sideways()
    assert student.accessibility() == []


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_gaps_are_filled_by_offers_and_built_again_and_undone(who, request):
    student = request.getfixturevalue(who)
    begin(student)
    draft = student.words(DRAFT)
    assert "Before the purchase, I show the broken part; they can wait." in draft
    assert draft.count(AFTER) == 1
    assert "[missing: what happens during the purchase]" in draft

    student.open("relationships")
    student.fill("After the purchase", "I call after one week")
    student.open("draft")
    assert student.words(DRAFT) == draft
    assert student.page.get_by_text("You have answered this:").is_visible()
    usable(student)
    student.press("Take over")
    now = student.words(DRAFT)
    assert now.startswith(draft.partition(AFTER)[0] + "After the purchase, I call after one week.")
    assert AFTER not in now

    student.fill(DRAFT, "These are my own words.")
    student.page.get_by_text("Build again from my answers").click()
    student.settle()
    student.press("Replace my draft")
    assert "I call after one week." in student.words(DRAFT)
    student.press("Undo")
    assert student.words(DRAFT) == "These are my own words."


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_a_text_with_gaps_is_warned_of_and_can_be_taken_home(who, request):
    student = request.getfixturevalue(who)
    begin(student)
    student.open("hand-in")
    assert student.page.get_by_text("Your text still has").is_visible()
    usable(student)
    alone = student.download("Markdown (.md)")
    assert alone.startswith("# Fix Phone\n\n## Customer Relationships\n")
    assert "## The plan" not in alone

    student.fill("Your name (optional)", "Mira Lind")
    student.tick("The plan as a table")
    student.tick("The remarks of the check")
    everything = student.download("Markdown (.md)")
    assert everything.startswith("# Fix Phone\n\nMira Lind\n\n## Customer Relationships\n")
    assert "Before:<br>• i show the broken part<br>• they can wait" in everything
    assert "## Remarks" in everything
    assert "Mira Lind" not in student.download("Plan (.json)")
    html = student.download("Web page (.html)")
    assert '<li dir="auto">i show the broken part</li>' in html

    student.open("draft")
    student.fill(DRAFT, "Ana phones every student a week after the repair.")
    student.open("hand-in")
    assert student.page.get_by_text("Your text still has").count() == 0
    assert "[missing" not in student.download("Markdown (.md)").partition("<!--")[0]
