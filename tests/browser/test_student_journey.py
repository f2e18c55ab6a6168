"""A student from Start to the file: three segments, a draft that is mended, nothing lost on the way."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

AFTER_SALES = "Ignoring after-sales service"
DRAFT = "Text of your section"
MENDED = "Two weeks after a rental Ana phones every tourist and asks how the bike was."


def plan_three_segments(student) -> None:
    """Fill business, relationships and questions; nothing is said about the time after the purchase."""
    student.open()
    student.press("Begin a plan")
    student.fill("Name of the business", "Harbour Bikes")
    student.fill("What you offer", "We rent bicycles by the hour and by the year.")
    for name in ("Commuters", "Tourists", "Local firms"):
        student.box("Add a customer segment").fill(name)
        student.box("Add a customer segment").press("Enter")
        student.settle()
    student.fill("Value Proposition", "A bicycle that works, within five minutes.")
    student.fill("Channels (one a line)", "Rental app\nHarbour station")
    student.go("Next: 2 · Relationships")
    treat(
        student,
        "Commuters",
        "Self-Service",
        "The app shows 40 free bikes on a map.",
        "They unlock one in the app.",
    )
    treat(
        student,
        "Tourists",
        "Personal Assistance",
        "Ana plans a route with them.",
        "Ana adjusts saddle and brakes.",
    )
    treat(student, "Local firms", "Dedicated Personal", "Ben visits each firm.", "Ben brings ten bikes on Monday.")
    student.go("Next: 3 · Questions")
    student.fill("Your answer to question 1", "Tourists get a free route map at the harbour station.")
    student.fill("Your answer to question 2", "Commuters use the app, tourists talk to Ana, firms talk to Ben.")
    student.fill("Your answer to question 4", "Personal for tourists and firms, automatic for commuters.")


def remarks_on(page, name: str) -> int:
    """Count the remarks in the list beside the text; the receipt below it names mended ones too."""
    return page.locator("[data-remark] h3", has_text=name).count()


def treat(student, segment: str, kind: str, before: str, during: str) -> None:
    student.page.get_by_role("radio", name=segment).click()
    student.settle()
    student.tick(kind)
    student.fill("Before the purchase", before)
    student.fill("During the purchase", during)


def test_from_start_to_a_file_with_a_flagged_draft_that_becomes_clear(owner):
    plan_three_segments(owner)
    owner.go("Next: 4 · Draft and check")
    owner.press("Build “by segment”")
    draft = owner.words(DRAFT)
    assert "[missing: what happens after the purchase]" in draft
    assert "Ana plans a route with them" in draft
    owner.press("Check")
    assert remarks_on(owner.page, AFTER_SALES) == 1

    owner.page.reload()
    owner.settle()
    assert owner.words(DRAFT) == draft
    owner.server.restart()
    owner.open("draft")
    assert owner.words(DRAFT) == draft

    owner.fill(DRAFT, draft.replace("[missing: what happens after the purchase]", MENDED, 1))
    owner.press("Check")
    assert remarks_on(owner.page, AFTER_SALES) == 0

    edited = owner.words(DRAFT)
    owner.open("business")
    owner.fill("What you offer", "We rent and repair bicycles.")
    owner.open("draft")
    assert owner.words(DRAFT) == edited
    assert owner.page.get_by_text("We rent and repair bicycles.").first.is_visible()

    owner.open("hand-in")
    markdown, html = owner.download("Markdown (.md)"), owner.download("Web page (.html)")
    assert MENDED in markdown
    assert MENDED in html
    assert html.count("<script") == 1  # the plan as data, which no browser runs
    assert "Harbour Bikes" in html
    assert owner.exceptions() == []


def test_a_pasted_text_is_checked_mended_and_taken_home(visitor):
    weak = (
        "We are on Instagram and Facebook, and we run adverts on Google every week. Our products are sold in our "
        "web shop and in three supermarkets. In the shop Mia advises every visitor about shoes. Runners try "
        "each pair on the treadmill beside the window."
    )
    visitor.open()
    visitor.press("Check a text")
    visitor.fill("Your text", weak)
    visitor.press("Check")
    page = visitor.page
    assert page.get_by_role("heading", name="What works").is_visible()
    assert remarks_on(page, AFTER_SALES) == 1
    assert page.locator(".cm-content .mark").count() > 0

    visitor.fill(
        "Your text", f"{weak} Mia phones each runner a month after the purchase and replaces shoes that hurt."
    )
    visitor.press("Check")
    assert remarks_on(page, AFTER_SALES) == 0
    page.reload()
    visitor.settle()
    assert visitor.words("Your text").endswith("replaces shoes that hurt.")
    visitor.press("Check")
    assert "replaces shoes that hurt" in visitor.download("Markdown (.md)")
    assert "replaces shoes that hurt" in visitor.download("Web page (.html)")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7*7 }}", "__class__ 5*3*2", "مرحبا بكم", "👩🏽‍🚀"]
)
def test_hostile_and_foreign_text_stays_as_it_was_typed(visitor, text):
    dialogs = []
    visitor.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visitor.open("business")
    visitor.fill("Name of the business", text)
    visitor.fill("What you offer", f"We offer {text} to everybody.")
    visitor.open("draft")
    visitor.press("Build “by segment”")
    assert f"We offer {text} to everybody" in visitor.words(DRAFT)
    visitor.open("hand-in")
    assert f"We offer {text} to everybody" in visitor.page.locator(".sheet main").inner_text()
    visitor.open()
    assert visitor.page.get_by_text(text).first.is_visible()
    assert (dialogs, visitor.exceptions()) == ([], [])
