"""Every page opens, says nothing went wrong, fits the screen, and passes axe (WCAG 2.2 A and AA)."""

import pytest

pytestmark = pytest.mark.browser

PAGES = ("", "learn", "business", "relationships", "questions", "draft", "hand-in", "check", "cases", "trust")


@pytest.mark.parametrize("who", ["visitor", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_and_everybody_can_use_it(path, who, request):
    person = request.getfixturevalue(who)
    person.open(path)
    assert person.exceptions() == []
    assert person.page.get_by_role("heading", level=1).count() == 1
    assert person.page.title().endswith(" · Canvas Coach")
    assert not person.scrolls_sideways()
    assert person.accessibility() == []


def test_nothing_is_fetched_from_other_machines(visitor):
    foreign = []
    visitor.page.on("request", lambda request: foreign.append(request.url))
    for path in PAGES:
        visitor.open(path)
    for place in range(len(PAGES)):
        visitor.page.get_by_test_id("stSidebarNavLink").nth(place).click()
        visitor.settle()
    local = (visitor.server.url, visitor.server.url.replace("http", "ws"), "data:", "blob:")
    assert [url for url in foreign if not url.startswith(local)] == []
