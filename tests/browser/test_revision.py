"""Revising in a browser: the receipt, disagreements, versions, whose words, and rating oneself first."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

DRAFT = "Text of your section"
BEFORE = (
    "We advertise on Instagram and hand out flyers at the station. Our jam is sold in twelve village shops. "
    "We provide the best service and high quality to all our customers."
)
AFTER = (
    "On Instagram our cook Nora answers every question about a recipe within one day. "
    "Our jam is sold in twelve village shops. Each hotel has one contact, our cook Nora, who visits its kitchen "
    "every spring. Families order jars alone in the web shop."
)
RECEIPT = "What your last revision did"


def usable(student) -> None:
    assert student.exceptions() == []
    assert not student.scrolls_sideways()
    if (heading := student.page.get_by_role("heading", name=RECEIPT)).count():
        heading.evaluate("one => one.scrollIntoView()")  # else a bar may stand half over a button
    assert student.accessibility() == []


def begin(student) -> None:
    student.open("business")
    student.fill("What you offer", "Jam from our own cherries")
    student.open("draft")
    student.press("I write it myself")


def check(student, text: str, field: str = DRAFT) -> None:
    student.fill(field, text)
    student.press("Check")


def disagree(student, because: str) -> None:
    student.page.get_by_role("button", name="I disagree").first.click()
    student.page.get_by_role("textbox", name="I disagree because …").first.fill(because)
    student.press("Keep my reason")


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_after_the_second_check_a_receipt_shows_what_was_fixed(who, request):
    student = request.getfixturevalue(who)
    begin(student)
    check(student, BEFORE)
    assert student.page.get_by_text("Change your text and choose Check again").is_visible()
    check(student, AFTER)
    card = student.page.locator(".receipt article").filter(has_text="marketing channels")
    assert "Fixed" in card.inner_text()
    assert card.locator("mark").first.is_visible()
    usable(student)
    student.page.reload()
    student.settle()
    assert student.page.get_by_role("heading", name=RECEIPT).is_visible()
    student.open("hand-in")
    student.tick("My last revision")
    assert "## What my last revision changed" in student.download("Markdown (.md)")


def test_a_reason_against_a_remark_is_kept_told_and_taken_back(visitor):
    begin(visitor)
    check(visitor, BEFORE)
    disagree(visitor, "Our course wants the adverts here.")
    folded = visitor.page.get_by_text("1 remark you disagree with")
    assert folded.is_visible()
    visitor.page.reload()
    visitor.settle()
    folded.click()
    assert visitor.page.get_by_text("Because: Our course wants the adverts here.").is_visible()
    usable(visitor)
    check(visitor, f"{BEFORE} We also like cherries.")
    assert visitor.page.locator(".receipt article.disputed").count() == 1
    visitor.open("hand-in")
    assert "My reason: Our course wants the adverts here." in visitor.download("Markdown (.md)")
    folded.click()
    visitor.press("Take it back")
    folded.wait_for(state="detached")
    assert "My reason" not in visitor.download("Markdown (.md)")


def test_a_remark_is_there_again_when_the_disagreement_is_taken_back(visitor):
    begin(visitor)
    check(visitor, BEFORE)
    remarks = visitor.page.get_by_role("button", name="I disagree")
    before = remarks.count()
    disagree(visitor, "Our course wants the adverts here.")
    assert remarks.count() == before - 1
    visitor.page.get_by_text("1 remark you disagree with").click()
    visitor.press("Take it back")
    visitor.press("Check")
    assert remarks.count() == before
    assert visitor.words(DRAFT) == BEFORE


def test_a_checked_text_without_a_plan_has_its_receipt_too(visitor):
    visitor.open("check")
    check(visitor, BEFORE, "Your text")
    disagree(visitor, "It is our slogan.")
    check(visitor, AFTER, "Your text")
    assert visitor.page.get_by_role("heading", name=RECEIPT).is_visible()
    assert visitor.page.get_by_text("1 remark you disagree with").is_visible()
    usable(visitor)
    visitor.open("start")
    assert visitor.page.get_by_text("Text: We advertise").count() or visitor.page.get_by_text("Text: On").count()


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_an_older_version_is_compared_named_and_brought_back(who, request):
    student = request.getfixturevalue(who)
    begin(student)
    check(student, BEFORE)
    check(student, AFTER)
    student.press("Versions")
    dialog = student.page.get_by_role("dialog")
    dialog.locator("label").filter(has_text="words changed").nth(1).click()
    student.settle()
    assert dialog.locator("table.versions del").count() >= 2
    usable(student)
    name = dialog.get_by_role("textbox", name="Name of this version")
    name.fill("The *first* one")
    name.press("Enter")
    student.settle()
    student.press("Keep this name")
    assert dialog.get_by_text("The *first* one").first.is_visible()
    student.press("Bring this text back")
    assert student.words(DRAFT) == BEFORE
    student.press("Undo")
    assert student.words(DRAFT) == AFTER


def test_every_sentence_tells_whose_words_it_is(visitor):
    begin(visitor)
    copied = "Tom from the workshop phones every new owner after 14 days and tightens the brakes for free."
    check(visitor, f"{copied} Nora stirs the jam on Mondays.")
    visitor.press("Whose words are these?")
    dialog = visitor.page.get_by_role("dialog")
    assert dialog.get_by_text("nearly the same stands in a card about a mistake").is_visible()
    assert dialog.get_by_text("Your own sentence").count() == 1
    usable(visitor)


def test_the_student_rates_first_and_then_sees_what_was_found(visitor):
    begin(visitor)
    check(visitor, AFTER)
    visitor.open("hand-in")
    found = visitor.page.get_by_text("What the program found", exact=True)
    for row in range(5):
        assert found.count() == 0
        visitor.page.locator('[class*="st-key-look-"]').nth(row).locator("label").filter(has_text="Basic").click()
        visitor.settle()
    assert found.count() == 5
    usable(visitor)
    visitor.page.reload()
    visitor.settle()
    assert found.count() == 5
