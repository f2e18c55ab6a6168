"""Downloads of every platform: recognised by their names, joined by id, nothing lost."""

import pytest

from canvas.desk.batch import read_batch
from canvas.models.review import Platform
from tests.desk.layouts import LAYOUTS, LONG, OTHER, Layout, receipt, text, zipped


def read(files, platform=None):
    return read_batch([("class.zip", zipped(files))], batch_id="b", title="Class", seed=1, platform=platform)


@pytest.fixture(params=LAYOUTS, name="layout")
def _layout(request) -> Layout:
    return LAYOUTS[request.param]


def test_the_platform_is_recognised_by_the_names(layout):
    assert read(layout.files).guess is layout.platform


def test_everybody_is_found_with_key_and_name(layout):
    batch = read(layout.files).batch
    assert {item.key: item.name for item in batch.submissions} == layout.students
    assert {item.key for item in batch.submissions if item.group} == layout.groups


def test_every_file_of_the_zip_is_in_exactly_one_place(layout):
    batch = read(layout.files).batch
    files = [file.path for item in batch.submissions for file in item.files]
    assert sorted([*files, *batch.ignored]) == sorted(layout.files)
    assert batch.skipped == ()
    assert set(batch.ignored) == layout.ignored


def test_kind_and_lateness_are_told_by_the_names(layout):
    files = {file.path: file for item in read(layout.files).batch.submissions for file in item.files}
    assert {path: file.kind.value for path, file in files.items()} == dict.fromkeys(files, "file") | layout.kinds
    assert {path: file.late for path, file in files.items() if file.late is not None} == layout.late


def test_the_words_of_each_student_are_read(layout):
    for item in read(layout.files).batch.submissions:
        linked = any(file.link for file in item.files)
        assert (item.text.strip() in (LONG, OTHER)) is not linked


def test_the_originals_are_kept_as_they_came(layout):
    held = read(layout.files)
    for item in held.batch.submissions:
        for file in item.files:
            assert held.originals[file.path] == layout.files[file.path]


def test_the_guess_can_be_corrected():
    files = LAYOUTS["canvas"].files
    batch = read(files, Platform.FOLDER).batch
    assert batch.platform is Platform.FOLDER
    assert len(batch.submissions) == len(files)


def test_a_wrong_correction_lists_the_files_instead_of_guessing():
    batch = read(LAYOUTS["canvas"].files, Platform.MOODLE).batch
    assert batch.submissions == ()
    assert {item.why for item in batch.skipped} == {"Its name does not say whose it is."}


def test_a_link_is_kept_as_an_address():
    batch = read(LAYOUTS["canvas text entries and links"].files).batch
    assert [item.judged.link for item in batch.submissions if item.key == "13"] == ["https://plans.example/jane"]


def test_what_a_blackboard_form_holds_is_read_from_the_receipt():
    [jane, wei] = read(LAYOUTS["blackboard"].files).batch.submissions
    assert jane.judged.name == "plan.md"
    assert wei.text.strip() == OTHER
    assert (jane.comment, wei.comment) == ("", "Sorry!")


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("One line.\n\nAnother, 3 < 5.", "One line.\n\nAnother, 3 < 5."), ("<p>One</p><p>Two</p>", "One\nTwo")],
)
def test_typed_text_keeps_its_lines_whether_it_is_plain_or_html(typed, read_as):
    [one] = read({"P_jane_attempt_2026-03-05-12-00-00.txt": receipt("Jane", "jane", typed)}).batch.submissions
    assert [line for line in one.text.split("\n") if line] == [line for line in read_as.split("\n") if line]


def test_of_two_attempts_the_newest_is_judged():
    files = {
        "Plan_jane_attempt_2026-03-05-12-00-00_old.md": text(LONG + " " + OTHER),
        "Plan_jane_attempt_2026-03-05-12-00-00.txt": receipt("Jane", "jane"),
        "Plan_jane_attempt_2026-03-06-12-00-00_new.md": text(),
        "Plan_jane_attempt_2026-03-06-12-00-00.txt": receipt("Jane", "jane"),
    }
    [jane] = read(files).batch.submissions
    assert jane.judged.name == "new.md"
    assert any("2 attempts" in remark for remark in jane.remarks)


def test_a_file_name_of_a_student_cannot_pass_for_somebody_else():
    """What the platform writes comes first; whatever a student calls a file comes after it."""
    moodle = read(LAYOUTS["moodle flat"].files).batch
    assert {item.key for item in moodle.submissions} == {"4711", "4712"}
    canvas = read({"eve_7_70_jane_12_901_plan.md": text(), "jane_12_90_plan.md": text(OTHER)}).batch
    assert {item.key for item in canvas.submissions} == {"7", "12"}
    board = read({"P_eve_attempt_2026-03-05-12-00-00_P_jane_attempt_2026-03-05-12-00-00_x.md": text()}).batch
    assert [item.key for item in board.submissions] == ["eve"]


def test_a_name_of_which_canvas_leaves_nothing_is_known_by_its_number():
    batch = read({"_12_901_plan.md": text(), "liwei_13_902_plan.md": text(OTHER)}).batch
    assert {item.key: item.name for item in batch.submissions} == {"12": "Anonymous 12", "13": "liwei"}


def test_two_people_of_one_name_stay_two():
    files = {f"Anna Li_{number}_assignsubmission_file/plan.md": text(LONG + str(number)) for number in (1, 2)}
    assert [(item.key, item.name) for item in read(files).batch.submissions] == [
        ("1", "Anna Li 1"),
        ("2", "Anna Li 2"),
    ]


@pytest.mark.parametrize("cell", ["a" * 200_000, "x\0y", '"never closed'])
def test_a_table_of_odd_cells_stops_no_batch(cell):
    table = f"student_id,file_path\n{cell},c.md\nonly\n"
    batch = read({"submissions.csv": table.encode(), "c.md": text()}).batch
    assert any(item.text.strip() == LONG for item in batch.submissions)
