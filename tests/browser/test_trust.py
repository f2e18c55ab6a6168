"""From a remark to how far it can be trusted, on a wide screen and on a telephone."""

import pytest

pytestmark = pytest.mark.browser

VAGUE = (
    "We give our customers the best service. We are always friendly and keep good relationships with everybody. "
    "Our excellent quality builds trust and a long-term relationship. We want satisfied customers who love us and "
    "come back because we care about them more than anybody else does."
)


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_a_remark_leads_to_the_page_and_its_tables(who, request):
    person = request.getfixturevalue(who)
    person.open("check")
    person.fill("Your text", VAGUE)
    person.press("Check")
    assert person.accessibility() == []
    person.go("How far can I trust this?")
    assert person.page.get_by_role("heading", level=1).inner_text() == "How far can I trust this?"
    assert "Of ten remarks like this" in person.page.get_by_test_id("stMain").inner_text()
    for found in person.page.get_by_test_id("stExpander").all():
        found.locator("summary").click()
    person.page.get_by_role("columnheader", name="kappa").first.wait_for(state="attached")
    assert person.page.get_by_role("rowheader", name="All types together").first.is_visible()
    assert not person.scrolls_sideways()
    assert person.accessibility() == []
    assert person.exceptions() == []


def test_learn_leads_to_the_page(visitor):
    visitor.open("learn")
    visitor.go("How far can I trust this?")
    assert visitor.page.get_by_role("heading", level=1).inner_text() == "How far can I trust this?"
