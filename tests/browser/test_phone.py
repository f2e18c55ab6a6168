"""A telephone: the menu gives the page free, and a small plan gets from Start to its draft at 390 pixels."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_a_page_chosen_in_the_menu_is_in_sight(phone):
    phone.open()
    for name in ("Learn", "1 · Business", "Check a text"):
        phone.page.get_by_test_id("stExpandSidebarButton").click()
        phone.page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
        phone.settle()
        phone.page.get_by_test_id("stExpandSidebarButton").wait_for(state="visible", timeout=5_000)
        phone.page.get_by_role("heading", level=1).click(timeout=5_000)  # fails where something covers it


def test_a_small_plan_from_start_to_the_draft(phone):
    phone.open()
    phone.press("Begin a plan")
    phone.fill("Name of the business", "Corner Bakery")
    phone.fill("What you offer", "Fresh bread from six in the morning.")
    phone.box("Add a customer segment").fill("Neighbours, cafés")
    phone.box("Add a customer segment").press("Enter")
    phone.settle()
    phone.press("Make 2 segments")
    phone.fill("Value Proposition", "Bread that is still warm.")
    phone.fill("Channels (one a line)", "Shop")
    phone.go("Next: 2 · Relationships")
    phone.tick("Personal Assistance")
    phone.fill("Before the purchase", "Mira lets people taste three breads.")
    phone.fill("After the purchase", "Mira asks the next day whether it was good.")
    assert not phone.scrolls_sideways()
    assert phone.accessibility() == []
    phone.go("Next: 3 · Questions")
    phone.fill("Your answer to question 1", "A free roll on the first visit.")
    assert not phone.scrolls_sideways()
    phone.go("Next: 4 · Draft and check")
    phone.press("Build “by segment”")
    assert "Mira lets people taste three breads" in phone.words("Text of your section")
    assert not phone.scrolls_sideways()
    assert phone.accessibility() == []
    assert phone.exceptions() == []
