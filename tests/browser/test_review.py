"""An instructor at the review desk: marks by keyboard, loses nothing, works beside a colleague, gives back."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from canvas.desk.sheets.sheet import read_sheet

from .conftest import _visitor

pytestmark = pytest.mark.browser


def with_sample(person):
    """Open Review and load the sample batch; the desk shows the list of students then."""
    person.open("review")
    person.press("Load the sample batch of 24")
    person.page.get_by_role("button", name="Student 01").wait_for(timeout=60_000)
    person.settle()


def keys(person, *pressed):
    for key in pressed:
        person.page.keyboard.press(key)


def at_student(person, number):
    person.page.get_by_role("heading", name=f"Student {number:02d}").wait_for()
    person.page.get_by_role("group", name="Attract, keep and grow").wait_for()


def saved(person):
    person.page.locator("[data-canvas=desk]:not([data-busy])").wait_for()


def downloaded(person, name):
    with person.page.expect_download() as waiting:
        person.page.get_by_role("button", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_a_class_is_marked_by_keyboard_released_and_given_back(owner):
    with_sample(owner)
    page = owner.page
    assert not owner.accessibility()
    assert page.get_by_text("0 of 24 reviewed").count() == 0
    page.get_by_role("button", name="Student 01").click()
    accepted = 0
    for number in range(1, 7):
        at_student(owner, number)
        keys(owner, "3", "2", "4", "1", "3")
        if number == 1:
            keys(owner, "s", "c")
            page.keyboard.type("Say who does this.")
            keys(owner, "Escape")
        if page.get_by_role("button", name="Accept", exact=True).count():
            keys(owner, "a")
            page.get_by_text("Accepted", exact=True).wait_for()
            accepted += 1
        keys(owner, "d", "j")
    at_student(owner, 7)
    assert accepted
    assert page.get_by_text("6 of 24 reviewed").is_visible()
    assert not owner.accessibility()
    saved(owner)
    owner.press("Give back", role="radio")
    owner.press("Release 6 reviews")
    assert page.get_by_text("6 reviews are released.").is_visible()
    sheet = read_sheet("sheet.csv", downloaded(owner, "Sheet with marks"))
    marked = [
        row for row in csv.reader(io.StringIO(sheet.grid.as_it_came(sheet.grid.written({})).decode())) if row[4]
    ]
    assert len(marked) == 1 + 6
    owner.press("Make the feedback files")
    archive = zipfile.ZipFile(io.BytesIO(downloaded(owner, "Feedback (.zip)")))
    assert len(archive.namelist()) == 6
    assert sum(b"Say who does this." in archive.read(name) for name in archive.namelist()) == 1
    assert not owner.accessibility()
    assert not owner.exceptions()


def test_a_server_that_dies_in_the_middle_of_marking_loses_nothing(owner):
    with_sample(owner)
    owner.page.get_by_role("button", name="Student 02").click()
    at_student(owner, 2)
    keys(owner, "3")
    saved(owner)
    owner.server.kill()
    keys(owner, "4", "c")
    owner.page.keyboard.type("Written while nobody listened.")
    owner.page.get_by_text("Kept in this browser").wait_for()
    owner.server.start()
    owner.open(owner.page.url.removeprefix(f"{owner.server.url}/"))
    owner.page.get_by_role("button", name="Student 02").click()
    at_student(owner, 2)
    assert owner.box("Comment on: The whole text").input_value() == "Written while nobody listened."
    assert owner.page.locator("[data-canvas=desk] .level[aria-pressed=true]").count() == 2
    saved(owner)


def test_two_reviewers_in_two_browsers_both_keep_their_work(owner, chromium):
    with_sample(owner)
    address = owner.page.url.removeprefix(f"{owner.server.url}/")
    second = _visitor(chromium, owner.server, 1440, 1000)
    other = next(second)
    other.open(address)
    for person in (owner, other):
        person.page.get_by_role("button", name="Student 03").click()
        at_student(person, 3)
    keys(owner, "2")
    owner.box("Closing words for the student").fill("A good start.")
    saved(owner)
    keys(other, "n", "4")
    other.box("Private note: it never leaves this desk").fill("Ask about the segments.")
    saved(other)
    owner.open(address)
    owner.page.get_by_role("button", name="Student 03").click()
    at_student(owner, 3)
    assert owner.box("Closing words for the student").input_value() == "A good start."
    assert owner.box("Private note: it never leaves this desk").input_value() == "Ask about the segments."
    assert owner.page.locator("[data-canvas=desk] .level[aria-pressed=true]").count() == 2
    second.close()
