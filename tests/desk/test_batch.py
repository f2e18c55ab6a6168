"""A batch as it comes: several files a student, another upload, files that cannot be read, hostile zips."""

import io
import zipfile

import pytest

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.desk import archive
from canvas.desk.batch import merged, read_batch
from canvas.errors import InputError
from canvas.exchange.outgoing.formats import export
from canvas.models.intake import Origin
from canvas.models.review import Platform
from canvas.models.workbook import Draft, Workbook
from tests.desk.layouts import LONG, OTHER, page, text, zipped

MOODLE = "Jane OBrien_4711_assignsubmission_file/"
SECTION = "# Value Proposition\n\nBicycles for a day.\n\n# Customer Relationships\n\n" + LONG
PLAN = Workbook(title="Wheels", draft=Draft(text=LONG))


def read(files, platform=None):
    return read_batch([("class.zip", zipped(files))], batch_id="b", title="Class", seed=1, platform=platform).batch


def exported():
    return export(PLAN, "md", check_text(LONG, load_rules(), PLAN)).data


@pytest.mark.parametrize(
    ("files", "judged"),
    [
        ({"notes.txt": text("short"), "plan.md": text()}, "plan.md"),
        ({"everything.md": text(OTHER * 9), "plan.md": text(SECTION)}, "plan.md"),
        ({"plan.md": text(SECTION * 3), "from the tool.md": exported()}, "from the tool.md"),
    ],
)
def test_of_several_files_the_export_then_the_section_then_the_longest_is_judged(files, judged):
    [student] = read({MOODLE + name: data for name, data in files.items()}).submissions
    assert student.judged.name == judged
    assert any(judged in remark for remark in student.remarks)
    assert len(student.files) == len(files)


def test_an_export_comes_with_its_workbook_and_origin():
    [student] = read({MOODLE + "plan.md": exported()}).submissions
    assert student.judged.origin is Origin.INTACT
    assert student.judged.workbook == PLAN
    changed = exported().replace(b"tighten the brakes", b"loosen the brakes", 1)
    [edited] = read({MOODLE + "plan.md": changed}).submissions
    assert edited.judged.origin is Origin.EDITED
    assert "loosen the brakes" in edited.text


def test_a_file_that_cannot_be_read_is_listed_and_its_student_stays():
    batch = read({MOODLE + "plan.pages": b"\0\1\2", "Li Wei_4712_assignsubmission_file/plan.md": text()})
    assert [(item.key, item.path) for item in batch.skipped] == [("4711", MOODLE + "plan.pages")]
    assert batch.skipped[0].why
    assert [item.key for item in batch.submissions] == ["4711", "4712"]
    assert "No text could be read, so nothing is checked." in batch.submissions[0].remarks


def test_a_zip_that_a_student_handed_in_is_opened():
    [student] = read({MOODLE + "work.zip": zipped({"plan.md": text(), "pictures/a.png": b"\x89PNG"})}).submissions
    assert student.text.strip() == LONG
    assert student.judged.path == MOODLE + "work.zip/plan.md"


@pytest.mark.parametrize(("files", "size"), [(101, 1), (2, 13_000_000)])
def test_a_students_zip_that_holds_far_too_much_is_listed(files, size):
    inside = zipped({f"{number}.txt": b"x" * size for number in range(files)})
    batch = read({MOODLE + "work.zip": inside, "Li Wei_4712_assignsubmission_file/plan.md": text()})
    assert [item.path for item in batch.skipped] == [MOODLE + "work.zip"]
    assert [item.key for item in batch.submissions] == ["4712"]


def test_several_files_are_a_batch_too():
    held = read_batch([("anna.md", text()), ("ben.html", page(OTHER))], batch_id="b", title="x" * 300, seed=1)
    assert [item.key for item in held.batch.submissions] == ["anna", "ben"]
    assert len(held.batch.title) <= 80


def test_progress_is_told_for_each_file():
    steps = []
    files = {f"{number}.md": text() for number in range(3)}
    read_batch(
        [("c.zip", zipped(files))], batch_id="b", title="t", seed=1, progress=lambda *step: steps.append(step)
    )
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_another_upload_brings_the_new_keeps_the_old_and_tells_what_changed():
    li = "Li Wei_4712_assignsubmission_file/plan.md"
    old = read({MOODLE + "plan.md": text(), li: text(OTHER)})
    new = read({MOODLE + "plan.md": text(OTHER), "Zoe_4713_assignsubmission_file/plan.md": text()})
    both = merged(old, new)
    assert [item.key for item in both.submissions] == ["4711", "4712", "4713"]
    assert both.submissions[0].text.strip() == OTHER
    assert any("handed in again" in remark for remark in both.submissions[0].remarks)
    assert both.submissions[1] == old.submissions[1]
    assert (both.id, both.seed) == (old.id, old.seed)
    assert merged(old, old) == old


def test_a_file_that_could_not_be_read_is_listed_until_its_student_hands_in_another_one():
    photo, pages = MOODLE + "photo.jpg", "Li Wei_4712_assignsubmission_file/plan.pages"
    old = read({photo: b"\xff\xd8\xff", pages: b"\0\1\2"})
    both = merged(old, read({MOODLE + "plan.md": text()}))
    assert [file.name for file in both.submissions[0].files] == ["plan.md"]
    assert [item.path for item in both.skipped] == [pages]
    again = merged(both, read({MOODLE + "drawing.jpg": b"\xff\xd8\xff\xe0"}))
    assert [item.path for item in again.skipped] == [pages, MOODLE + "drawing.jpg"]


def test_an_unreadable_file_that_came_again_under_another_name_is_listed_once():
    old = read({MOODLE + "photo.jpg": b"\xff\xd8\xff"})
    both = merged(old, read({MOODLE + "photo again.jpg": b"\xff\xd8\xff"}))
    assert [item.path for item in both.skipped] == [MOODLE + "photo.jpg"]


def test_an_upload_of_another_platform_is_refused():
    with pytest.raises(InputError, match="comes from a plain folder, the batch from Moodle"):
        merged(read({MOODLE + "plan.md": text()}), read({"anna.md": text()}))


def refusal(data, name="class.zip"):
    with pytest.raises(InputError) as caught:
        read_batch([(name, data)], batch_id="b", title="t", seed=1)
    return str(caught.value)


def test_an_empty_zip_is_told():
    assert "no submission" in refusal(zipped({}))
    assert "no submission" in refusal(zipped({"__MACOSX/._x": b"\0"}))


def test_what_is_no_zip_is_told():
    assert "damaged" in refusal(b"PK\x03\x04 and nothing more")
    assert "damaged" in refusal(b"no zip at all")


def test_a_zip_bomb_is_not_unpacked_and_the_others_are_read():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MOODLE + "bomb.txt", b"\0" * 24_000_000)
        archive.writestr("Li Wei_4712_assignsubmission_file/plan.md", LONG)
    batch = read_batch([("c.zip", held.getvalue())], batch_id="b", title="t", seed=1).batch
    assert [item.path for item in batch.skipped] == [MOODLE + "bomb.txt"]
    assert [item.key for item in batch.submissions if item.text] == ["4712"]


@pytest.mark.parametrize("name", ["../../etc/plan.md", "/plan.md", "C:\\plan.md", "..\\plan.md"])
def test_a_name_that_points_out_of_the_zip_is_listed_and_not_read(name):
    batch = read({name: text(), "anna.md": text(OTHER)})
    assert [item.key for item in batch.submissions] == ["anna"]
    assert len(batch.skipped) == 1


def test_two_entries_of_one_name_are_told_and_the_last_counts():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(MOODLE + "plan.md", LONG)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(MOODLE + "plan.md", OTHER)
    batch = read_batch([("c.zip", held.getvalue())], batch_id="b", title="t", seed=1).batch
    assert batch.submissions[0].text.strip() == OTHER
    assert [item.path for item in batch.skipped] == [MOODLE + "plan.md"]


def test_very_long_and_very_odd_names_are_read():
    odd = {
        f"{'x' * 300}.md": text(),
        "=cmd|'!A0.md": text(OTHER),
        "Jane O'Brien.md": text(LONG + OTHER),
        "a\u202eb\x07c.md": text(OTHER + LONG),
    }
    batch = read(odd)
    assert len(batch.submissions) == 4
    assert all(len(item.key) <= 200 for item in batch.submissions)
    assert not any("\u202e" in item.name or "\x07" in item.name for item in batch.submissions)
    long = read({f"{'x' * 300}{end}_4711_assignsubmission_file/plan.md": text() for end in "ab"})
    assert [item.key for item in long.submissions] == ["4711"]


def test_names_without_the_mark_of_utf_8_are_read_all_the_same():
    data = zipped({"anna-plan.md": text()}).replace(b"anna-plan.md", "李伟-pl.md".encode())
    batch = read_batch([("c.zip", data)], batch_id="b", title="t", seed=1).batch
    assert [item.key for item in batch.submissions] == ["李伟-pl"]
    assert batch.platform is Platform.FOLDER


def test_names_of_dots_and_signs_are_names_like_others():
    names = [".", "..", "a/.", "CON", "a:b.md", "=1+1.md", "-rf", "😀.md", f"{'a' * 250}.md"]
    held = read({name: text(f"{LONG} {place}") for place, name in enumerate(names)})
    assert len(held.submissions) + len(held.skipped) == len(names)
    assert len({item.key for item in held.submissions}) == len(held.submissions)


def test_zips_inside_the_zip_cannot_fill_the_memory(monkeypatch):
    inner = zipped({"plan.md": text() + bytes(90_000)})
    names = [f"Jane_{number}_assignsubmission_file/plan.zip" for number in range(20)]
    assert len(read(dict.fromkeys(names, inner)).submissions) == 20
    monkeypatch.setattr(archive, "BATCH_TOTAL_BYTES", 1_000_000)
    with pytest.raises(InputError, match="Unpacked"):
        read(dict.fromkeys(names, inner))


@pytest.mark.parametrize("name", [".plan.md", "~plan.md", ".txt"])
def test_a_document_whose_own_name_begins_with_a_dot_or_a_tilde_is_read(name):
    path = f"daecho_103_9003_{name}"
    batch = read_batch([("class.zip", zipped({path: text()}))], batch_id="b", title="T", seed=1).batch
    assert batch.ignored == ()
    assert [(item.key, item.text.strip()) for item in batch.submissions] == [("103", LONG)]


@pytest.mark.parametrize("name", [".DS_Store", "._plan.docx", "~$plan.docx", "~WRL0001.tmp", ".~lock.plan.docx#"])
def test_what_a_computer_makes_is_no_work_of_a_student(name):
    files = {"daecho_103_9003_plan.md": text(), f"brook_101_9001_{name}": text(OTHER), name: text(OTHER)}
    batch = read_batch([("class.zip", zipped(files))], batch_id="b", title="T", seed=1).batch
    assert [item.key for item in batch.submissions] == ["103"]
    assert name in batch.ignored
