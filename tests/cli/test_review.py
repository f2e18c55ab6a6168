"""The command `review`: a class in, and what goes back out; one clear line for what cannot be used."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from canvas.cli.review import command
from canvas.desk.sample_batch import sample_batch
from tests.desk.layouts import LAYOUTS, LONG, OTHER, text, zipped

ROOT = Path(__file__).parent.parent.parent
WEAK = "Our staff advise every visitor in the shop with a smile and a cup of tea."
HEAD = "Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade),Feedback comments"
FILES = {
    "Jane OBrien_4711_assignsubmission_file/plan.md": text(),
    "王小明_4712_assignsubmission_file/plan.md": text(OTHER),
}
SHEET = f"{HEAD}\nParticipant 4711,Jane O'Brien,Submitted,,10.00,-,\nParticipant 4712,王小明,Submitted,,10.00,-,\n"
SHEET += "Participant 4713,=1+1,No submission,,10.00,-,\n"
MARKS = {"max": 10, "students": {"4711": {"mark": 7.5, "comment": "Good."}, "4712": {"mark": None, "comment": ""}}}


def run(*arguments):
    given = [sys.executable, "-m", "canvas", "review", *map(str, arguments)]
    done = subprocess.run(given, cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture(name="made")
def _made(tmp_path):
    """Return a function that writes the batch, the sheet and the marks, and runs the command on them."""

    def make(files=None, sheet=SHEET, marks=MARKS, *more):
        arguments = [tmp_path / "class.zip", "--out", tmp_path / "out", *more]
        (tmp_path / "class.zip").write_bytes(files if isinstance(files, bytes) else zipped(files or FILES))
        if sheet is not None:
            (tmp_path / "grades.csv").write_text(sheet, encoding="utf-8")
            arguments += ["--sheet", tmp_path / "grades.csv"]
        if marks is not None:
            (tmp_path / "marks.json").write_text(
                marks if isinstance(marks, str) else json.dumps(marks), encoding="utf-8"
            )
            arguments += ["--marks", tmp_path / "marks.json"]
        return run(*arguments), tmp_path / "out"

    return make


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_becomes_the_documented_json(tmp_path, layout):
    expected, out = LAYOUTS[layout], tmp_path / "out"
    (tmp_path / "class.zip").write_bytes(zipped(expected.files))
    done = CliRunner().invoke(command, [str(tmp_path / "class.zip"), "--out", str(out)])
    assert done.exit_code in (0, 1), done.output
    found = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert found["lms"] == expected.platform.value
    read = [item for item in found["files"] if item["kind"] != "ignored"]
    assert {item["student_key"]: item["name"] for item in read} == expected.students
    assert sorted(item["file"] for item in found["files"]) == sorted(expected.files)
    for item in read:
        assert item["origin"] == "no data"
        quotes = [quote for finding in item["report"]["findings"].values() for quote in finding["quotes"]]
        assert all(item["report"]["text"][quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)
    assert found["skipped"] == []


def test_the_sheet_and_the_feedback_go_back_to_the_right_student_only(made):
    done, out = made()
    assert done.returncode in (0, 1), done.stderr
    before = SHEET.splitlines()
    after = (out / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [1]
    assert after[1] == "Participant 4711,Jane O'Brien,Submitted,7.5,10.00,-,<p>Good.</p>"
    with zipfile.ZipFile(out / "feedback.zip") as archive:
        assert archive.namelist() == ["Jane OBrien_4711_assignsubmission_file/feedback.html"]
        assert "Good." in archive.read(archive.namelist()[0]).decode()


def test_the_overview_has_a_row_a_student_and_no_formula(made):
    _, out = made()
    rows = list(csv.DictReader(io.StringIO((out / "overview.csv").read_text(encoding="utf-8-sig"))))
    assert [row["Id"] for row in rows] == ["4711", "4712", "4713"]
    assert rows[2]["Name"] == "'=1+1"
    assert rows[0]["Mark"] == "7.5"


def test_the_exit_status_tells_whether_anything_was_flagged(made):
    clean = made({"anna.md": text()}, None, None)[0]
    assert clean.returncode == 0
    assert made({"anna.md": text(WEAK)}, None, None)[0].returncode == 1


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_goes_on(made):
    done, out = made({**FILES, "Li_4714_assignsubmission_file/plan.pages": b"\0\1"}, None, None)
    assert done.returncode in (0, 1)
    found = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert [item["file"] for item in found["skipped"]] == ["Li_4714_assignsubmission_file/plan.pages"]
    assert found["skipped"][0]["why"]
    assert len(found["files"]) == 2
    assert "Not read: Li_4714" in done.stdout.decode()


def test_a_folder_is_a_batch_too(tmp_path):
    (tmp_path / "class" / "anna").mkdir(parents=True)
    (tmp_path / "class" / "anna" / "plan.md").write_text(LONG, encoding="utf-8")
    (tmp_path / "class" / "ben.txt").write_text(OTHER, encoding="utf-8")
    done = run(tmp_path / "class", "--out", tmp_path / "out")
    found = json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))
    assert done.returncode in (0, 1)
    assert found["lms"] == "folder"
    assert {item["student_key"] for item in found["files"]} == {"anna", "ben"}


def test_results_inside_the_folder_are_not_read_as_submissions(tmp_path):
    (tmp_path / "anna.md").write_text(LONG, encoding="utf-8")
    for _ in range(2):
        run(tmp_path, "--out", tmp_path / "out")
    found = json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))
    assert [item["file"] for item in found["files"]] == ["anna.md"]


def test_the_same_work_under_two_names_is_told_calmly(made):
    done, out = made({"anna.md": text(), "ben.md": text(LONG + "\n")}, None, None)
    assert "The same words were handed in by anna and ben." in done.stdout.decode()
    assert json.loads((out / "batch.json").read_text(encoding="utf-8"))["identical"] == [["anna", "ben"]]


def test_the_platform_can_be_named(made):
    _, out = made({"anna_12_13_plan.md": text()}, None, None, "--lms", "folder")
    assert json.loads((out / "batch.json").read_text(encoding="utf-8"))["lms"] == "folder"


@pytest.mark.parametrize("platform", ["canvas", "edx", "blackboard"])
def test_a_platform_that_nothing_comes_from_is_told(made, platform):
    done, out = made(None, None, None, "--lms", platform)
    assert done.returncode == 2
    assert "No file is named as" in done.stderr.decode()
    assert not out.exists()


def test_the_sample_class_goes_through_whole(made):
    sample = sample_batch()
    marks = {"max": 10, "students": {str(number): {"mark": 8} for number in range(4801, 4827)}}
    done, out = made(sample.zip, sample.sheet.decode(), marks)
    assert done.returncode == 1
    found = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert {item["origin"] for item in found["files"]} == {"no data", "intact", "edited"}
    rows = list(csv.DictReader(io.StringIO((out / "grades.csv").read_text(encoding="utf-8"))))
    assert {row["Grade"] for row in rows} == {"8"}
    with zipfile.ZipFile(out / "feedback.zip") as archive:
        assert len(archive.namelist()) == 24


@pytest.mark.parametrize(
    ("files", "sheet", "marks", "says"),
    [
        (zipped({}), None, None, "There is no submission in it."),
        (b"no zip", None, None, "damaged"),
        (None, SHEET.replace("471", "991"), MARKS, "another course or assignment"),
        (None, "a,b\n1,2\n", MARKS, "no sheet of Moodle"),
        (None, SHEET, "{broken", "This is no JSON"),
        (None, SHEET, {"max": 0, "students": {}}, "max"),
        (None, SHEET, {"max": 10, "students": {"4711": {"mark": -1}}}, "students.4711.mark"),
        (None, SHEET, {"max": 10, "students": {"4711": {"mark": "NaN"}}}, "students.4711.mark"),
        (None, SHEET, {"max": 10, "students": {"4711": {"mark": 1e300}}}, "students.4711.mark"),
        (None, SHEET, [1], "It looks like"),
        (None, SHEET, '{"max": 10, "students": {"4711": {"mark": 1e999999999999999999999}}}', "This is no JSON"),
        (None, SHEET, '{"max": ' + "9" * 5_000 + ', "students": {}}', "This is no JSON"),
        (
            None,
            SHEET,
            '{"max": 10, "students": {"4711": {"mark": 5}, "4711": {"mark": 6}}}',
            "“4711” stands twice",
        ),
        (None, SHEET, {"max": 10, "student": {}, "students": {}}, "unknown field 'student'"),
    ],
)
def test_wrong_input_ends_with_one_clear_message_and_2(made, files, sheet, marks, says):
    done, out = made(files, sheet, marks)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert says in message
    assert len(message.splitlines()) == 1
    assert not out.exists()


def test_missing_files_and_a_full_place_are_told(tmp_path):
    assert "no such file" in run(tmp_path / "none.zip", "--out", tmp_path / "out").stderr.decode()
    (tmp_path / "class.zip").write_bytes(zipped(FILES))
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = run(tmp_path / "class.zip", "--out", tmp_path / "taken")
    assert done.returncode == 2
    assert "This is no folder" in done.stderr.decode()
    done = run(tmp_path / "class.zip", "--out", tmp_path / "taken" / "below")
    assert "cannot be written" in done.stderr.decode()
    (tmp_path / "empty").mkdir()
    assert "no file in this folder" in run(tmp_path / "empty", "--out", tmp_path / "out").stderr.decode()


def test_the_own_sheet_is_never_overwritten(tmp_path):
    (tmp_path / "class.zip").write_bytes(zipped(FILES))
    (tmp_path / "grades.csv").write_text(SHEET, encoding="utf-8")
    done = run(tmp_path / "class.zip", "--sheet", tmp_path / "grades.csv", "--out", tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "grades.csv").read_text(encoding="utf-8") == SHEET


def test_a_mark_above_the_highest_goes_nowhere_and_is_told(made):
    marks = {"max": 10, "students": {"4711": {"mark": 11, "comment": "Great."}, "4712": {"mark": 7.33333333333}}}
    for sheet in (SHEET, None):
        done, out = made(None, sheet, marks)
        assert "(4711): The mark 11 is higher than 10." in done.stdout.decode()
        with zipfile.ZipFile(out / "feedback.zip") as archive:
            assert [name for name in archive.namelist() if "4711" in name] == []
            (page,) = archive.namelist()
            assert "7.33 of 10" in archive.read(page).decode()


def test_marks_that_another_program_wrote_as_utf_16_are_read(made, tmp_path):
    path = tmp_path / "wide.json"
    path.write_bytes(json.dumps(MARKS).encode("utf-16"))
    done, out = made(None, SHEET, None, "--marks", path)
    assert done.returncode in (0, 1), done.stderr
    assert "7.5" in (out / "grades.csv").read_text(encoding="utf-8")
