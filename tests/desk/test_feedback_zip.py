"""The zip of feedback files, judged by doubles of the platforms: nobody gets another's feedback."""

import io
import re
import zipfile

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from canvas.content.library import library
from canvas.desk.batch import read_batch
from canvas.desk.feedback.text import reviews_of
from canvas.desk.feedback.zip import feedback_zip
from canvas.desk.marking import default_rubric
from canvas.desk.sheets.groups import moodle_name
from canvas.desk.sheets.sheet import read_sheet
from canvas.exchange.outgoing.formats import export
from canvas.models.review import Platform, ReviewState
from canvas.models.workbook import Draft, Workbook
from tests.desk.importers.canvas import CanvasCourse
from tests.desk.importers.moodle import MoodleSite, Participant
from tests.desk.people import NAMES, marks, own_words

TEXT = b"Our staff advise every visitor in the shop. Two weeks after a purchase we call and ask how it runs.\n"


def zipped(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return file.getvalue()


def entries(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def batch_of(files, platform=None):
    read = read_batch([("all.zip", zipped(files))], batch_id="b", title="Plan", seed=1, platform=platform)
    return read.batch, read.originals.__getitem__


def made(files, keys, sheet=None, platform=None, **more):
    batch, original = batch_of(files, platform)
    reviews = reviews_of(batch, marks(keys))
    return feedback_zip(batch, reviews, default_rubric(), original, sheet, **more)


def site():
    return MoodleSite(people={key: Participant(name=name) for key, name in NAMES.items()})


LAYOUTS = {
    "folders": "{name}_{key}_assignsubmission_file/plan.md",
    "older": "{name}_{key}_assignsubmission_file_/plan.md",
    "flat": "{name}_{key}_assignsubmission_file_plan.md",
    "online text": "{name}_{key}_assignsubmission_onlinetext/onlinetext.html",
    "flat online text": "{name}_{key}_assignsubmission_onlinetext_onlinetext.html",
    "deeper": "{name}_{key}_assignsubmission_file/my files/plan_4712_v2.md",
    "zipped again": "download/{name}_{key}_assignsubmission_file/plan.md",
    "blind": "Teilnehmerin_{key}_assignsubmission_file/plan.md",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_moodle_gives_everybody_their_own_files(layout):
    files = {layout.format(name=moodle_name(name), key=key): TEXT for key, name in NAMES.items()}
    school = site()
    back = made(files, NAMES, forms=("html", "docx"))
    assert school.take_feedback(back.data) == []
    assert back.left_out == ()
    for key, person in school.people.items():
        assert set(person.files) == {"feedback.html", "feedback.docx"}
        page = person.files["feedback.html"].decode()
        assert own_words(key) in page
        assert [other for other in NAMES if other != key and own_words(other) in page] == []


def test_moodle_gives_a_student_with_several_files_one_feedback():
    files = {f"Kim Lee_4714_assignsubmission_file/{name}": TEXT for name in ("a.md", "b.md")}
    files["Kim Lee_4714_assignsubmission_onlinetext/onlinetext.html"] = b"<p>Text</p>"
    back = made(files, [4714])
    assert list(entries(back.data)) == ["Kim Lee_4714_assignsubmission_file/feedback.html"]


def test_a_group_of_moodle_goes_to_its_members_by_the_worksheet():
    school = site()
    school.groups = True
    for key in (4711, 4713):
        school.people[key].group = "Team_A"
    files = {"Team A_4716_assignsubmission_file/plan.md": TEXT, "Kim Lee_4714_assignsubmission_file/plan.md": TEXT}
    back = made(files, [4716, 4714], read_sheet("g.csv", school.worksheet()))
    assert school.take_feedback(back.data) == []
    assert {key for key, person in school.people.items() if person.files} == {4711, 4713, 4714}
    assert own_words(4716) in school.people[4711].files["feedback.html"].decode()
    assert "before the feedback files" in back.notes[0]


def test_a_number_that_may_be_a_groups_is_left_out():
    files = {"Team Rocket_4716_assignsubmission_file/plan.md": TEXT, "Team B_99_assignsubmission_file/p.md": TEXT}
    back = made(files, [4716, 99], read_sheet("g.csv", site().worksheet()))
    assert entries(back.data) == {}
    assert [item.key for item in back.left_out] == ["4716", "99"]


def test_the_worksheet_goes_first_and_the_feedback_files_after_it():
    school = site()
    files = {f"{moodle_name(name)}_{key}_assignsubmission_file/plan.md": TEXT for key, name in NAMES.items()}
    sheet = read_sheet("g.csv", school.worksheet())
    back = made(files, NAMES, sheet)
    late = site()
    late.take_feedback(back.data)
    late.take_worksheet(sheet.filled(marks(NAMES)).data)
    assert {person.grade for person in late.people.values()} == {None}
    school.take_worksheet(sheet.filled(marks(NAMES)).data)
    school.take_feedback(back.data)
    assert None not in {person.grade for person in school.people.values()}


def test_a_group_without_a_number_waits_for_the_worksheet():
    files = {"Default group_assignsubmission_file/plan.md": TEXT}
    back = made(files, ["Default group"], platform=Platform.MOODLE)
    assert entries(back.data) == {}
    assert "worksheet" in back.left_out[0].why


def course():
    people = {31: "O'Brien, Jane", 32: "王, 小明", 33: "Lee, Kim", 34: "Lee, Kim", 35: "Fox, Ted", 36: "Öz, Zoë"}
    return CanvasCourse(people=people, assignments={901: "Plan"})


def word():
    document = docx.Document()
    document.add_paragraph(TEXT.decode().strip())
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf():
    from canvas.exchange.outgoing.pdf_file import to_pdf

    return to_pdf(Workbook(title="Plan", draft=Draft(text=TEXT.decode()))).data


def test_canvas_gets_the_downloaded_names_and_types_with_the_feedback_inside():
    school = course()
    files = {
        "obrienjane_31_7001_plan_12_99.docx": word(),
        "王小明_LATE_32_7002_plan.pdf": pdf(),
        "leekim_33_7003_plan.md": TEXT,
        "leekim_34_7004_plan.txt": TEXT,
        "foxted_35_7005_plan-1.html": b"<html><body><p>" + TEXT + b"</p></body></html>",
        "özzoë_36_7006_plan.md": TEXT,
    }
    school.attachments = {
        (key, 7001 + place): name.split("_")[-1]
        for place, (key, name) in enumerate(zip(school.people, files, strict=True))
    }
    back = made(files, school.people)
    assert back.left_out == ()
    assert set(entries(back.data)) == set(files)
    assert school.take_files(back.data) == []
    seen = {key: words_in(told[0][1]) for key, told in school.comments.items()}
    assert set(seen) == set(school.people)
    for key, words in seen.items():
        assert own_words(key) in words.replace("\\", "")
        assert [other for other in seen if other != key and own_words(other) in words] == []


def words_in(data):
    if data[:2] == b"PK":
        document = docx.Document(io.BytesIO(data))
        return "\n".join(comment.text for comment in document.comments)
    if data[:4] == b"%PDF":
        return PdfReader(io.BytesIO(data)).pages[0].extract_text()
    return data.decode()


def test_canvas_anonymous_files_go_back_too():
    school = CanvasCourse(people={}, assignments={}, attachments={("x7Yz", 7001): "p.md", ("q1Ab", 7002): "p.md"})
    files = {"anon_x7Yz_7001_p.md": TEXT, "LATE_anon_q1Ab_7002_p.md": TEXT}
    back = made(files, ["x7Yz", "q1Ab"])
    assert school.take_files(back.data) == []
    assert set(school.comments) == {"x7Yz", "q1Ab"}


def test_canvas_leaves_out_what_it_would_ignore_and_says_why():
    files = {
        "leekim_33_text.html": b"<p>" + TEXT + b"</p>",
        "foxted_35_link.html": b'<a href="https://example.org">x</a>',
        "obrienjane_31_7001_link-building.md": TEXT,
        "özzoë_36_7006_plan.odt": b"PK nothing",
        "王小明_32_7002_plan.md": TEXT,
    }
    back = made(files, [31, 32, 33, 35, 36], platform=Platform.CANVAS)
    why = {item.key: item.why for item in back.left_out}
    assert set(entries(back.data)) == {"王小明_32_7002_plan.md"}
    assert "text entry" in why["33"]
    assert "text entry" in why["35"]
    assert "ignores" in why["31"]
    assert "this kind" in why["36"]


def test_a_pdf_that_cannot_be_used_costs_only_its_own_feedback():
    plan = export(library().sample, "pdf").data
    file = io.BytesIO()
    PdfWriter(clone_from=PdfReader(io.BytesIO(plan))).write(file)
    broken, changed = re.subn(rb"/ID \[.*?\]\n", b"/ID []\n", file.getvalue(), flags=re.DOTALL)
    assert changed == 1
    back = made({"kimbob_31_7001_plan.pdf": broken, "leeann_32_7002_plan.md": TEXT}, [31, 32])
    assert set(entries(back.data)) == {"leeann_32_7002_plan.md"}
    assert [(item.key, item.why) for item in back.left_out] == [
        ("31", "No page can be put into this PDF: it is broken.")
    ]


@pytest.mark.parametrize(
    "files",
    [
        {f"Plan_u{key}_attempt_2026-03-06-12-00-0{key % 10}_plan.md": TEXT for key in NAMES},
        {
            f"{name.replace('/', '')}/plan.md": TEXT
            for name in ("Kim Lee", "王小明", "=1+1", "CON", "a'b", "Kim*Lee")
        },
    ],
    ids=["blackboard", "folder"],
)
def test_other_platforms_get_one_safe_name_a_student(files):
    batch, original = batch_of(files)
    keys = [item.key for item in batch.submissions]
    back = feedback_zip(batch, reviews_of(batch, marks(keys)), default_rubric(), original)
    made = entries(back.data)
    assert len(made) == len(keys) == len(files)
    assert len({name.casefold() for name in made}) == len(made)
    assert not [name for name in made if set("/\\:*?\"<>|='") & set(name)]
    assert not [name for name in made if name.casefold().startswith("con_")]
    for key in keys:
        assert sum(own_words(key) in data.decode().replace("&#39;", "'") for data in made.values()) == 1


def test_only_released_reviews_are_in_the_zip_and_the_rest_is_told():
    files = {f"{moodle_name(name)}_{key}_assignsubmission_file/plan.md": TEXT for key, name in NAMES.items()}
    batch, original = batch_of(files)
    reviews = reviews_of(batch, marks([4711, 4712]))
    reviews["4712"] = reviews["4712"].model_copy(update={"state": ReviewState.REVIEWED})
    batch = batch.model_copy(update={"missing": (("4800", "Nobody"),)})
    back = feedback_zip(batch, reviews, default_rubric(), original)
    assert len(entries(back.data)) == 1
    why = {item.key: item.why for item in back.left_out}
    assert "not released" in why["4712"]
    assert "no review" in why["4713"]
    assert "Nothing was handed in" in why["4800"]
    assert len(back.left_out) == len(NAMES)


def test_the_same_batch_is_the_same_zip():
    files = {f"{moodle_name(name)}_{key}_assignsubmission_file/plan.md": TEXT for key, name in NAMES.items()}
    assert made(files, NAMES).data == made(files, NAMES).data
