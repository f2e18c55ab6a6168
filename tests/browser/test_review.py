"""An instructor at the review desk: marks by keyboard, loses nothing, works beside a colleague, gives back."""

import html
from pathlib import Path

import pytest

from canvas.desk.marking import default_rubric, mark_of
from canvas.desk.order import marking_order
from canvas.desk.sample_batch import sample_batch
from canvas.desk.sheets.groups import moodle_name
from canvas.desk.sheets.sheet import read_sheet
from canvas.models.review import Review
from canvas.store.store import open_store
from tests.desk.importers import php_csv
from tests.desk.importers.moodle import MoodleSite, Participant

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


def levels_of(number):
    """Other levels for each student, so that nobody can get another's mark unseen."""
    return {row.id: (number + place) % 4 for place, row in enumerate(default_rubric().rows)}


def the_first(server, count):
    """The keys of those who are marked first, as the store knows them."""
    store = open_store(f"sqlite:///{server.data / 'canvas.sqlite3'}")
    found = marking_order(store.batch(store.batches()[0].id))[:count]
    store.close()
    return found


def the_course():
    """The assignment of the sample class, as Moodle holds it."""
    sheet = read_sheet("sheet.csv", sample_batch().sheet)
    return MoodleSite(people={int(row.key): Participant(name=row.name) for row in sheet.layout.rows})


def changed_cells(before, after):
    """The columns of a worksheet in which anything changed, and how many rows did."""
    one, other = (php_csv.read(data.decode("utf-8-sig")) for data in (before, after))
    rows = [(old, new) for old, new in zip(one, other, strict=True) if old != new]
    columns = {one[0][place] for old, new in rows for place, cell in enumerate(old) if cell != new[place]}
    return columns, len(rows)


def test_a_class_is_marked_by_keyboard_released_and_given_back(owner):
    with_sample(owner)
    page = owner.page
    assert not owner.accessibility()
    page.get_by_role("button", name="Student 01").click()
    accepted = 0
    for number in range(1, 7):
        at_student(owner, number)
        keys(owner, *(str(level + 1) for level in levels_of(number).values()))
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
    marked, course = the_first(owner.server, 6), the_course()
    worksheet = downloaded(owner, "Sheet with marks")
    assert changed_cells(sample_batch().sheet, worksheet) == ({"Grade", "Feedback comments"}, 6)
    course.take_worksheet(worksheet)
    got = {str(key): person.grade for key, person in course.people.items() if person.grade is not None}
    expected = {
        key: float(mark_of(Review(student=key, levels=levels_of(number)), default_rubric()))
        for number, key in enumerate(marked, start=1)
    }
    assert got == expected
    assert set(course.skipped.values()) <= {"unchanged"}
    assert "Say who does this." in course.people[int(marked[0])].feedback
    owner.press("Make the feedback files")
    assert course.take_feedback(downloaded(owner, "Feedback (.zip)")) == []
    files = {str(key): person.files for key, person in course.people.items() if person.files}
    assert set(files) == set(marked)
    names = {str(key): moodle_name(person.name) for key, person in course.people.items()}
    for key, held in files.items():
        told = html.unescape(held["feedback.html"].decode())
        assert [one for one in names if names[one] in told] == [key]
        assert ("Say who does this." in told) == (key == marked[0])
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
