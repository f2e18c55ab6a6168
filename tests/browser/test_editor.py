"""Long fields in a browser: what was done to a text, and that all of it was kept; remarks, keys, and two tabs."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

DRAFT, ANSWER, CASE, LOOSE = "Text of your section", "Value Proposition", "Your answer", "Your text"
PAGES = {DRAFT: "draft", ANSWER: "business", CASE: "cases?case=boomer_games&step=4", LOOSE: "check"}
WORDS = "Ana phones every guest after two days: was it good? Ça va, 🧀👩🏽‍🚀!"
VAGUE = (
    "We give our customers the best service and we are always friendly. We sell in our web shop and on Instagram. "
    "Mia advises every visitor about shoes for as long as the visitor likes, and every runner tries each pair on "
    "the treadmill beside the window before choosing one of them."
)


def field(person, label):
    return person.box(label).first


def open_field(person, label):
    """Open the page of a long field; a draft needs a plan and the wish to write it."""
    if label == DRAFT:
        person.open("business")
        person.fill("What you offer", "Shoes for runners.")
    person.open(PAGES[label])
    if label == DRAFT:
        person.press("I write it myself")


def come_back(person, label):
    person.open(PAGES[label])
    field(person, label).wait_for()
    person.settle()  # the field may have a copy to bring back
    return person.words(label)


def state_of(person, label):
    return field(person, label).evaluate("box => box.closest('[data-canvas]').dataset.state")


def type_in(person, label, words):
    field(person, label).focus()
    person.page.keyboard.press("Control+End")
    person.page.keyboard.insert_text(words[:-1])
    person.page.keyboard.type(words[-1])  # a last key like a person's: nothing waits for it


# Nothing is lost


def reload_at_once(person, label):
    person.page.reload()


def reload_a_second_later(person, label):
    person.page.wait_for_timeout(1_000)
    person.page.reload()


def switch_pages_and_back(person, label):
    person.page.get_by_test_id("stSidebarNavLink").filter(has_text="Learn").click()
    person.settle()


def kill_the_server_while_typing(person, label):
    person.server.kill()
    type_in(person, label, " More!")
    person.page.wait_for_timeout(600)
    assert state_of(person, label) == "kept"
    person.server.start()
    person.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)


def kill_the_server_and_reload(person, label):
    person.server.kill()
    type_in(person, label, " More!")
    person.server.start()
    person.page.reload()


def be_offline_for_a_while(person, label):
    person.page.context.set_offline(True)
    type_in(person, label, " More!")
    person.page.wait_for_timeout(10_000)
    assert state_of(person, label) == "kept"
    person.page.context.set_offline(False)
    person.settle()


def cut_off(person):
    """Let nothing leave the page any more, not even the goodbye that a closing browser sends past every route."""
    person.page.evaluate(
        "() => { navigator.sendBeacon = () => false; window.fetch = () => Promise.reject(new TypeError('off')) }"
    )


def close_the_browser(person, label):
    """Crash: no goodbye is sent, only what the browser has stored survives of what was typed last."""
    cut_off(person)
    type_in(person, label, " More!")
    person.page.wait_for_timeout(200)
    person.crash()


DONE = {
    action.__name__: action
    for action in (
        reload_at_once,
        reload_a_second_later,
        switch_pages_and_back,
        kill_the_server_while_typing,
        kill_the_server_and_reload,
        be_offline_for_a_while,
        close_the_browser,
    )
}


@pytest.mark.parametrize("label", [DRAFT, ANSWER, CASE, LOOSE])
@pytest.mark.parametrize("done", DONE)
def test_every_text_is_complete_whatever_was_done(done, label, request):
    person = request.getfixturevalue("owner" if done.startswith("kill") else "visitor")
    open_field(person, label)
    type_in(person, label, WORDS)
    DONE[done](person, label)
    more = " More!" if done[:4] in ("kill", "be_o", "clos") else ""
    assert come_back(person, label) == WORDS + more
    assert person.exceptions() == []


def test_first_words_of_a_draft_that_no_server_ever_got_come_back_at_once(visitor):
    open_field(visitor, DRAFT)
    cut_off(visitor)
    type_in(visitor, DRAFT, WORDS)
    visitor.page.wait_for_timeout(200)
    visitor.crash()
    assert come_back(visitor, DRAFT) == WORDS
    visitor.page.reload()
    assert come_back(visitor, DRAFT) == WORDS
    assert visitor.exceptions() == []


@pytest.mark.parametrize("label", [DRAFT, ANSWER])
def test_2000_characters_typed_fast_arrive_as_they_were_typed(visitor, label):
    words = (WORDS + "\n") * (2_000 // (len(WORDS) + 1) if label == DRAFT else 1_100 // (len(WORDS) + 1))
    open_field(visitor, label)
    field(visitor, label).focus()
    visitor.page.keyboard.type(words)
    visitor.settle()
    assert visitor.words(label) == words
    assert come_back(visitor, label) == words


def test_a_slow_or_dead_server_never_stops_the_typing(visitor):
    open_field(visitor, ANSWER)
    visitor.page.route("**/api/text", lambda route: None)  # never answered
    type_in(visitor, ANSWER, "One")
    visitor.page.wait_for_timeout(400)
    type_in(visitor, ANSWER, " and two")
    assert visitor.words(ANSWER) == "One and two"
    visitor.page.wait_for_timeout(500)
    assert visitor.page.get_by_text("Saving…").first.is_visible()
    visitor.page.unroute("**/api/text")
    assert come_back(visitor, ANSWER) == "One and two"


def test_what_the_server_says_to_a_text_it_refuses_is_said_at_the_field(visitor):
    open_field(visitor, ANSWER)
    visitor.page.context.clear_cookies()
    type_in(visitor, ANSWER, "Nobody knows whose this is.")
    visitor.page.get_by_text("Kept in this browser. Your browser did not say whose work this is.").first.wait_for()


# Two tabs


def second_tab(person):
    first = person.page
    person.page = first.context.new_page()
    return first


def conflict(visitor, label):
    """Two tabs change one text without knowing of each other; the visitor looks at the older tab."""
    open_field(visitor, label)
    type_in(visitor, label, "Begun.")
    visitor.settle()
    first = second_tab(visitor)
    visitor.open(PAGES[label])
    first.route("**/api/text", lambda route: route.abort())
    first.get_by_role("textbox", name=label, exact=True).first.focus()
    first.keyboard.type(" From the first tab.")
    type_in(visitor, label, " From the second tab.")
    visitor.settle()
    visitor.page = first
    first.unroute("**/api/text")
    first.get_by_text("changed in another tab").first.wait_for()


@pytest.mark.parametrize("label", [DRAFT, ANSWER])
def test_the_older_of_two_tabs_is_told_and_may_keep_its_text(visitor, label):
    conflict(visitor, label)
    assert visitor.accessibility() == []
    visitor.press("Use mine")
    assert "From the first tab." in come_back(visitor, label)


def test_the_older_of_two_tabs_may_take_the_other_text(visitor):
    conflict(visitor, ANSWER)
    visitor.press("Use the other one")
    assert visitor.words(ANSWER) == "Begun. From the second tab."
    assert visitor.page.get_by_text("changed in another tab").count() == 0
    assert come_back(visitor, ANSWER) == "Begun. From the second tab."


def test_a_second_tab_that_only_looks_shows_what_the_first_one_saved(visitor):
    open_field(visitor, ANSWER)
    looking = second_tab(visitor)
    visitor.open(PAGES[ANSWER])
    type_in(visitor, ANSWER, WORDS)
    visitor.settle()
    visitor.page = looking
    looking.wait_for_timeout(500)
    visitor.settle()
    assert visitor.words(ANSWER) == WORDS


# Remarks


def test_the_draft_step_is_done_with_the_keyboard_alone_and_remarks_are_spoken(visitor):
    open_field(visitor, DRAFT)
    keys = visitor.page.keyboard
    for _ in range(60):
        keys.press("Tab")
        if field(visitor, DRAFT).evaluate("box => box.getRootNode().activeElement === box"):
            break
    keys.insert_text(VAGUE)
    visitor.settle()
    keys.press("Control+Enter")
    visitor.settle()
    keys.press("F8")  # what is missing has no words to go to: the focus moves to the list
    spoken = visitor.page.locator(".cm-announced")
    spoken.get_by_text("Remark 1 of").wait_for(state="attached")
    assert "?" in spoken.inner_text()
    keys.press("F8")
    spoken.get_by_text("Remark 2 of").wait_for(state="attached")
    assert visitor.page.locator(".cm-tooltip .card").is_visible()
    first = visitor.page.evaluate(SELECTED)
    keys.press("Shift+F8")
    keys.press("F8")
    assert visitor.page.evaluate(SELECTED) == first != ""
    keys.press("Escape")
    assert visitor.page.locator(".cm-tooltip .card").count() == 0
    keys.press("Tab")  # the editor is no trap
    assert not field(visitor, DRAFT).evaluate("box => box.getRootNode().activeElement === box")
    assert visitor.accessibility() == []
    assert not visitor.scrolls_sideways()


SELECTED = """() => {
  const box = [...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean)
    .map(root => root.querySelector('.cm-content')).find(Boolean);
  const root = box.getRootNode();
  return (root.getSelection ? root.getSelection() : getSelection()).toString();
}"""


def test_nobody_is_scolded_at_word_five_but_may_ask(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, "We give the best service always.")
    visitor.settle()
    assert visitor.page.get_by_text("remarks about what is missing come from 40 words on").is_visible()
    assert visitor.page.locator(".remark").count() == 0
    assert visitor.page.get_by_role("heading", name="What works").is_visible()
    visitor.press("Check")
    assert visitor.page.get_by_text("remarks about what is missing").count() == 0


def test_a_remark_leads_to_its_words_and_types_are_shown_on_demand(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, VAGUE)
    visitor.settle()
    visitor.page.locator(".remark .jump").first.click()
    assert visitor.page.evaluate(SELECTED) in VAGUE
    assert visitor.page.locator(".type-name").count() == 0
    visitor.press("Show relationship types")
    assert visitor.page.locator(".type-name").first.inner_text().startswith("Personal")
    assert visitor.accessibility() == []


ALIKE = f"{VAGUE} We are gonna open a second shop."


def test_f8_walks_the_list_phrase_after_phrase_and_on_to_what_is_missing(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, ALIKE)
    visitor.settle()
    titles = visitor.page.locator("[data-remark] h3")
    remarks = titles.count()
    missing = visitor.page.locator("[data-remark]:not(:has(blockquote))").count()
    assert remarks > missing > 0
    assert visitor.page.get_by_text(re.compile(rf"^{remarks} remarks(, \d+ questions?)?$")).count() == 1
    said = walk(visitor)
    numbers = [line.split(".")[0].split(",")[0] for line in said if line.startswith("Remark")]
    assert list(dict.fromkeys(numbers)) == [f"Remark {number} of {remarks}" for number in range(1, remarks + 1)]
    assert any("Not in your text yet" in line for line in said)
    assert ["going to" in line for line in said if line.startswith("Note on the language 1 of 1")] == [True], said
    assert visitor.accessibility() == []
    visitor.page.keyboard.press("Escape")
    visitor.page.route("**/api/text", with_a_second_phrase)
    type_in(visitor, LOOSE, " And more.")
    visitor.settle()
    said = walk(visitor)
    first = next(at for at, line in enumerate(said) if ", phrase 1 of 2." in line)
    assert ", phrase 2 of 2." in said[first + 1]


def with_a_second_phrase(route):
    """Answer as the server does, with one more quote in a remark that has one."""
    answer = route.fetch()
    body = answer.json()
    quoted = [remark for remark in body["report"]["remarks"] if remark["quotes"]]
    quoted[0]["quotes"].append({"start": 0, "end": 7, "quote": VAGUE[:7]})
    route.fulfill(response=answer, json=body)


HEAR = """region => {
  window.spoken = [];
  window.ear?.disconnect();
  window.ear = new MutationObserver(() => region.innerText.trim() && window.spoken.push(region.innerText));
  window.ear.observe(region, { childList: true });
}"""


def walk(person):
    """Press F8 until it begins anew; return what was said at each stop, for the editor soon takes it out again."""
    said = []
    person.box(LOOSE).focus()
    person.page.locator(".cm-announced").evaluate(HEAR)
    for number in range(12):
        person.page.keyboard.press("F8")
        person.page.wait_for_function("number => window.spoken.length > number", arg=number)
        line = person.page.evaluate("number => window.spoken[number]", number)
        if line in said:
            return said
        said.append(line)
    raise AssertionError(said)


def test_a_card_says_everything_once_and_stays_within_the_sheet(visitor, phone):
    for person in (visitor, phone):
        open_field(person, LOOSE)
        type_in(person, LOOSE, ALIKE)
        person.settle()
        person.page.locator(".mark").first.hover()
        card = person.page.locator(".cm-tooltip:visible")
        card.first.wait_for()
        person.page.wait_for_timeout(600)
        assert card.count() == 1
        assert card.locator("b").count() == 1
        assert card.locator(".cm-diagnostic").count() == 0
        box, sheet = card.bounding_box(), person.page.locator(".cm-editor").bounding_box()
        assert box["x"] >= sheet["x"]
        assert box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1


def test_check_is_for_the_text_it_was_chosen_for(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, "We offer the best service to you.")
    visitor.settle()
    visitor.press("Check")
    assert visitor.page.locator(".remark").count() > 1
    visitor.page.locator(".cm-content").focus()
    type_in(visitor, LOOSE, " More")
    visitor.settle()
    assert visitor.page.locator("[data-remark]").count() == 1  # its words stand there unchanged
    assert visitor.page.locator("[data-remark] blockquote").count() == 1
    visitor.page.keyboard.press("Control+a")
    visitor.page.keyboard.type("Ana has three rooms and guests.")
    visitor.settle()
    assert visitor.page.locator("[data-remark]").count() == 0
    assert visitor.page.get_by_text("remarks about what is missing come from 40 words on").is_visible()


FROM_WORD = "Ways:\r\n·   call\r\n•\twrite\r\no\tvisit\r\n1.\tthank – always"
PLAIN = "Ways:\n- call\n- write\n- visit\n1. thank – always"


@pytest.mark.parametrize("label", [LOOSE, ANSWER])
def test_points_from_a_word_processor_become_plain_ones_and_signs_are_no_words(visitor, label):
    open_field(visitor, label)
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.evaluate("words => navigator.clipboard.writeText(words)", FROM_WORD)
    field(visitor, label).focus()
    visitor.page.keyboard.press("Control+v")
    visitor.settle()
    assert visitor.words(label) == PLAIN
    if label == LOOSE:
        assert visitor.page.get_by_text("7 words", exact=True).is_visible()
    visitor.page.keyboard.press("Control+z")
    visitor.settle()
    assert visitor.words(label) == ""


def test_a_disagreement_taken_back_shows_the_remark_and_leaves_undo_as_it_was(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, VAGUE)
    visitor.settle()
    before = visitor.page.locator("[data-remark]").count()
    visitor.press("I disagree")
    visitor.page.get_by_label("I disagree because …").first.fill("Our shop is the place where it happens.")
    visitor.press("Keep my reason")
    assert visitor.page.locator("[data-remark]").count() == before - 1
    if not visitor.page.get_by_role("button", name="Take it back").first.is_visible():
        visitor.page.get_by_test_id("stExpander").filter(has_text="disagree").locator("summary").click()
    visitor.press("Take it back")
    visitor.page.locator("[data-remark]").nth(before - 1).wait_for()
    field(visitor, LOOSE).focus()
    visitor.page.keyboard.press("Control+z")
    visitor.settle()
    assert len(visitor.words(LOOSE)) < len(VAGUE)


def test_a_reason_half_written_is_there_after_a_reload_and_gone_once_it_is_kept(visitor):
    open_field(visitor, DRAFT)
    type_in(visitor, DRAFT, VAGUE)
    visitor.settle()
    visitor.press("I disagree")
    reason = visitor.page.get_by_label("I disagree because …").first
    reason.press_sequentially("Our shop")
    visitor.page.reload()
    visitor.settle()
    assert reason.input_value() == "Our shop"
    visitor.press("Keep my reason")
    visitor.page.get_by_text("You disagree with 1 remark").wait_for()
    come_back(visitor, DRAFT)
    assert visitor.page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('canvas:'))") == []


def test_high_contrast_and_reduced_motion_are_respected(visitor):
    visitor.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, ALIKE)
    visitor.settle()
    look = "(one, name) => getComputedStyle(one)[name]"
    mark, card = visitor.page.locator(".mark").first, visitor.page.locator(".remark").first
    assert mark.evaluate(look, "textDecorationLine") == "underline"
    assert mark.evaluate(look, "backgroundColor").endswith(", 0)")
    assert card.evaluate(look, "borderTopStyle") == "solid"
    assert card.evaluate(look, "transitionDuration") == "0s"
    visitor.page.emulate_media(reduced_motion="no-preference")
    assert card.evaluate(look, "transitionDuration") == "0.15s"


def test_a_remark_one_disagrees_with_folds_and_stays_folded(visitor):
    open_field(visitor, DRAFT)
    type_in(visitor, DRAFT, VAGUE)
    visitor.settle()
    before = visitor.page.locator(".remark .quiet").count()
    visitor.press("I disagree")
    visitor.page.get_by_label("I disagree because …").first.fill("Our shop is the place where it happens.")
    visitor.press("Keep my reason")
    assert visitor.page.get_by_text("You disagree with 1 remark").is_visible()
    assert visitor.page.locator(".remark .quiet").count() == before - 1
    come_back(visitor, DRAFT)
    assert visitor.page.get_by_text("You disagree with 1 remark").is_visible()


def test_undo_on_the_page_changes_the_text_and_undo_in_the_editor_brings_it_back(visitor):
    visitor.open("business")
    visitor.fill("What you offer", "Shoes for runners.")
    visitor.open("draft")
    visitor.press("Build “by segment”")
    built = visitor.words(DRAFT)
    type_in(visitor, DRAFT, " One more.")
    visitor.settle()
    visitor.press("Undo")
    assert visitor.words(DRAFT) == built
    field(visitor, DRAFT).focus()
    visitor.page.keyboard.press("Control+z")
    visitor.settle()
    assert visitor.words(DRAFT) == f"{built} One more."
    assert come_back(visitor, DRAFT) == f"{built} One more."


def test_lists_go_on_and_lines_run_in_their_own_direction(visitor):
    open_field(visitor, LOOSE)
    type_in(visitor, LOOSE, "- one")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.type("two")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.insert_text("مرحبا بكم")
    visitor.settle()
    assert visitor.words(LOOSE) == "- one\n- two\nمرحبا بكم"
    last = visitor.page.locator(".cm-line").last
    assert last.evaluate("line => [line.dir, getComputedStyle(line).direction]") == ["auto", "rtl"]


def test_a_telephone_shows_letters_of_16_pixels_and_no_sideways_scroll(phone):
    open_field(phone, LOOSE)
    type_in(phone, LOOSE, VAGUE)
    phone.settle()
    assert field(phone, LOOSE).evaluate("box => parseFloat(getComputedStyle(box).fontSize)") >= 16
    assert not phone.scrolls_sideways()
    assert phone.accessibility() == []


# The computer


def test_work_goes_to_another_computer_with_a_code_and_nothing_stays_behind(visitor, phone):
    open_field(visitor, ANSWER)
    visitor.fill(ANSWER, WORDS)
    visitor.page.get_by_text("This computer", exact=True).click()
    visitor.press("Make a code")
    code = visitor.page.locator("output.code").inner_text()
    assert len(code) >= 20
    assert visitor.accessibility() == []

    phone.open()
    phone.page.get_by_test_id("stExpandSidebarButton").click()
    phone.page.get_by_text("This computer", exact=True).click()
    phone.page.get_by_label("Code from another computer").fill(code.lower())
    phone.page.get_by_role("button", name="Open that work").click()
    phone.page.wait_for_timeout(500)
    phone.settle()
    assert come_back(phone, ANSWER) == WORDS

    visitor.press("Finish on this computer")
    visitor.press("Yes, finish here")
    visitor.page.wait_for_timeout(500)
    visitor.settle()
    assert visitor.page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('canvas:'))") == []
    assert come_back(visitor, ANSWER) == ""


def test_a_wrong_code_is_told_at_its_field(visitor):
    visitor.open()
    visitor.page.set_viewport_size({"width": 1440, "height": 900})
    visitor.page.get_by_text("This computer", exact=True).click()
    code = visitor.page.get_by_label("Code from another computer")
    code.fill("AAAA-BBBB-CCCC-DDDD-EEEE")
    visitor.page.get_by_role("button", name="Open that work").click()
    told = visitor.page.get_by_role("alert").filter(has_text="code")
    told.wait_for()
    below = told.bounding_box()["y"] - code.bounding_box()["y"]
    assert 0 < below < 100
    assert told.bounding_box()["y"] + told.bounding_box()["height"] <= 900
    assert code.evaluate("box => box.getRootNode().activeElement === box && box.ariaInvalid") == "true"
    assert visitor.accessibility() == []
