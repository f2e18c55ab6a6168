"""Whole ways of an instructor: an objection answered, a second reader by files, a Canvas class there and back."""

import io
import json
import zipfile

import pytest

from tests.desk.layouts import LONG, OTHER, zipped

from .conftest import _visitor
from .test_review import at_student, downloaded, keys, saved, with_sample

pytestmark = pytest.mark.browser
GRADEBOOK = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Plan (31)\n    Points Possible,,,,,10\n"
    '"Brook, Ada",101,,ada,S1,\n"Dae, Cho",103,,cho,S1,\n"Ivy, Eve",108,,eve,S1,\n'
)


def upload(person, label, name, data):
    field = person.page.get_by_test_id("stFileUploader").filter(has_text=label)
    field.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
    person.page.get_by_text(name).first.wait_for()
    person.settle()


def row_with(person, words):
    row = person.page.locator(".students tbody tr").filter(has_text=words).first
    name = row.get_by_role("button").inner_text()
    row.get_by_role("button").click()
    at_student(person, int(name.split()[-1]))
    return name


def feedback(person):
    person.press("Make the feedback files")
    archive = zipfile.ZipFile(io.BytesIO(downloaded(person, "Feedback (.zip)")))
    return {name: archive.read(name) for name in archive.namelist()}


def test_an_objection_is_answered_and_the_student_reads_the_reply(owner):
    with_sample(owner)
    row_with(owner, "objection")
    keys(owner, "a")
    owner.box("Your answer").fill("A roof lasts; a call after a storm is still service.")
    owner.box("Private note: it never leaves this desk").fill("KEPT HERE")
    button = owner.page.get_by_role("button", name="The remark stays")
    button.focus()
    button.press("Enter")
    owner.page.locator(".objection .chip", has_text="Answered").wait_for()
    assert button.evaluate("one => one.getRootNode().activeElement === one")  # the keyboard stays where it was
    keys(owner, "d")
    saved(owner)
    owner.press("Give back", role="radio")
    owner.press("Release 1 review")
    made = b"".join(feedback(owner).values())
    assert b"The remark stays." in made
    assert b"A roof lasts; a call after a storm is still service." in made
    assert b"KEPT HERE" not in made + downloaded(owner, "Overview (.csv)")


def test_a_second_reader_takes_the_file_of_the_first(owner, chromium):
    with_sample(owner)
    address = owner.page.url.removeprefix(f"{owner.server.url}/")
    owner.page.get_by_role("button", name="Student 02").click()
    at_student(owner, 2)
    keys(owner, *"11111")
    saved(owner)
    owner.press("Second reader", role="radio")
    held = json.loads(downloaded(owner, "Download my reviews"))
    held["reviewer"] = "Cleo"  # as if it came from another computer
    for review in held["reviews"]:
        review["reviewer"] = "Cleo"
    second = _visitor(chromium, owner.server, 1440, 1000)
    other = next(second)
    other.open(address.replace("part=desk", "part=second"))
    upload(other, "Reviews of your colleague", "cleo.json", json.dumps(held).encode())
    other.press("Take these reviews in")
    assert other.page.get_by_text("Taken in: 1 review of Cleo.").is_visible()
    other.press("Take these reviews in")
    assert other.page.get_by_text("left out: 1 review.").is_visible()
    other.press("Desk", role="radio")
    other.page.get_by_role("button", name="Student 02").click()
    at_student(other, 2)
    keys(other, "4")
    saved(other)
    other.press("Second reader", role="radio")
    assert "level 4 and level 1" in other.page.locator(".review-people").inner_text()
    second.close()


def test_a_class_of_canvas_goes_in_comes_again_and_goes_back(owner):
    owner.open("review")
    files = {"brookada_101_9001_plan.md": LONG.encode(), "daecho_103_9003_.plan.md": OTHER.encode()}
    upload(owner, "Submissions: the zip", "class.zip", zipped(files))
    upload(owner, "Marks sheet", "grades.csv", GRADEBOOK.encode())
    owner.press("Read these files")
    assert owner.page.get_by_text("Recognised as Canvas: 2 submissions.").is_visible()
    owner.press("Open the desk")
    owner.page.get_by_role("button", name="Reveal names").click()
    name = row_with(owner, "daecho")
    keys(owner, *"44444", "s", "c")
    owner.page.keyboard.type("Who sends it?")
    keys(owner, "Escape", "d")
    saved(owner)
    owner.press("All batches")
    owner.page.locator("summary", has_text="Bring in another batch").click()
    newer = {"daecho_103_9103_.plan.md": f"A new line.\n\n{OTHER}".encode(), "newt_109_9109_a.md": LONG.encode()}
    upload(owner, "Submissions: the zip", "again.zip", zipped(newer))
    owner.press("Read these files")
    owner.page.get_by_role("combobox", name="Put them into").click()
    owner.page.get_by_role("option", name="class").click()
    owner.press("Open the desk")
    owner.page.get_by_text("1 student came in. 1 text changed. Look again at what is reviewed already").wait_for()
    owner.page.get_by_role("button", name="Reveal names").click()
    row_with(owner, "daecho")
    assert "".join(owner.page.locator(".commented").all_inner_texts()) == OTHER
    owner.press("Give back", role="radio")
    owner.press("Release 1 review")
    sheet = downloaded(owner, "Sheet with marks").decode()
    assert sheet == GRADEBOOK.replace("cho,S1,", "cho,S1,10")
    made = feedback(owner)
    assert list(made) == ["daecho_103_9103_.plan.md"]
    assert "Who sends it?" in made["daecho_103_9103_.plan.md"].decode()
    assert name.startswith("Student")
