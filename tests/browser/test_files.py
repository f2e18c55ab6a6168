"""Files in a browser: an export opens again, an edited one shows both texts, a plan is checked, others refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from canvas.content.library import library
from canvas.exchange.outgoing.formats import export
from canvas.models.vocabulary import Shape
from canvas.writing.draft import fill

docx = pytest.importorskip("docx")
pytestmark = pytest.mark.browser

SECTION = (
    "We give our customers the best service and keep good relationships with everybody. "
    "Commuters take a bicycle from a station with the app and need nobody for it. "
    "We are always friendly, and everybody likes to come back to us."
)
HOSTILE = "_<img src=x onerror=alert(1)> *plan*.exe"


@pytest.fixture(scope="module")
def plan():
    return fill(library().sample, Shape.BY_SEGMENT)


def drop(person, name: str, data: bytes) -> None:
    """Drop a file on the page's place for files, and wait until it was read."""
    place = person.page.get_by_test_id("stFileUploaderDropzoneInput")
    place.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    person.page.wait_for_function(  # a fresh place stands there as soon as the file was read
        "() => !document.querySelector('[data-testid=stFileUploaderFile]')", timeout=30_000
    )
    person.settle()


def take_home(person, name: str) -> bytes:
    with person.page.expect_download() as waiting:
        person.page.get_by_role("button", name=name).first.click()
    data = Path(waiting.value.path()).read_bytes()
    person.settle()
    return data


def usable(person) -> None:
    assert person.exceptions() == []
    assert not person.scrolls_sideways()
    assert person.accessibility() == []


def with_another_word(data: bytes, before: str, after: str) -> bytes:
    """Return the Word file as somebody saves it who has changed one word in it."""
    document = docx.Document(io.BytesIO(data))
    run = next(run for one in document.paragraphs for run in one.runs if before in run.text)
    run.text = run.text.replace(before, after, 1)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def a_plan_of_a_group() -> bytes:
    document = docx.Document()
    document.add_heading("Green Wheels", 0)
    document.add_heading("Value proposition", 1)
    document.add_paragraph("We rent out bicycles that never break down.")
    document.add_heading("Customer Relationships", 1)
    document.add_paragraph(SECTION)
    document.add_paragraph("A forum where riders help each other", style="List Bullet")
    document.add_heading("Channels", 1)
    document.add_paragraph("We reach them by Instagram and in our shop.")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_a_word_file_opens_again_and_an_edited_one_asks_which_text(visitor, plan):
    visitor.open()
    drop(visitor, "plan.json", export(plan, "json").data)
    word = take_home(visitor, "Word (.docx)")
    drop(visitor, "seventh-chair.docx", word)
    assert visitor.page.get_by_text("seventh-chair.docx is open as a new plan").is_visible()
    assert visitor.page.get_by_text("stays as it was. You find it on Start").is_visible()
    assert take_home(visitor, "Word (.docx)") == word

    drop(visitor, "edited.docx", with_another_word(word, "two weeks", "six weeks"))
    window = visitor.page.get_by_role("dialog")
    assert window.locator("del").inner_text().endswith("two")
    assert window.locator("ins").inner_text().endswith("six")
    usable(visitor)
    visitor.press("Take the text as edited")
    sheet = visitor.page.locator(".sheet")
    assert sheet.get_by_text("borrow for six weeks").is_visible()
    visitor.press("Undo")
    assert sheet.get_by_text("borrow for two weeks").is_visible()
    visitor.open()
    assert visitor.page.get_by_role("button", name="Open", exact=True).count() == 3


def test_a_section_is_found_in_the_plan_of_a_group_and_checked(phone):
    phone.open("check")
    drop(phone, "Plan v3 (final).docx", a_plan_of_a_group())
    window = phone.page.get_by_role("dialog")
    assert window.get_by_text("Customer Relationships").is_visible()
    assert window.get_by_text("Instagram").count() == 0
    usable(phone)
    phone.page.keyboard.press("Escape")
    phone.settle()
    assert phone.words("Your text") == ""

    drop(phone, "Plan v3 (final).docx", a_plan_of_a_group())
    phone.press("Check this text")
    assert phone.words("Your text").split() == [
        *SECTION.split(),
        *"- A forum where riders help each other".split(),
    ]
    assert phone.page.get_by_text("Giving very general descriptions").first.is_visible()
    usable(phone)


def test_a_hostile_file_is_refused_and_the_open_plan_stays(visitor, plan):
    visitor.open()
    drop(visitor, "plan.json", export(plan, "json").data)
    before = take_home(visitor, "Plan (.json)")
    drop(visitor, HOSTILE, b"MZ\0" * 400)
    assert visitor.page.get_by_text("This kind of file cannot be read.").is_visible()
    assert visitor.page.get_by_text(f"{HOSTILE}: nothing was opened").is_visible()
    assert take_home(visitor, "Plan (.json)") == before
    usable(visitor)


def test_the_document_is_copied_with_its_headings_and_as_plain_text(visitor, plan):
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open()
    drop(visitor, "plan.json", export(plan, "json").data)
    visitor.tick("The plan as a table")
    visitor.page.get_by_role("button", name="Copy formatted").click()
    visitor.page.get_by_text("Copied.").wait_for()
    rich, words = visitor.page.evaluate(
        """async () => {
          const [copied] = await navigator.clipboard.read();
          const read = async (kind) => (await copied.getType(kind)).text();
          return [await read("text/html"), await read("text/plain")];
        }"""
    )
    assert "<h2>Customer Relationships</h2>" in rich
    assert "<th" in rich
    assert "class=" not in rich
    assert "The Seventh Chair</h1>" not in rich
    assert words.startswith("Customer Relationships\n\nThis is what The Seventh Chair offers:")
    assert "Student groups\tFamilies with children\tLocal firms" in words
