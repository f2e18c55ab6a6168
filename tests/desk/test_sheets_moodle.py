"""The grading worksheet of Moodle: what goes back is what the importer takes, and nothing else has changed."""

import html
import re
from decimal import Decimal

import pytest

from canvas.desk.sheets.sheet import read_sheet
from canvas.errors import InputError
from canvas.models.review import Batch, GivenMark, Marks, Platform, Submission, SubmittedFile
from tests.desk.importers import php_csv
from tests.desk.importers.moodle import ENGLISH, GERMAN, KLINGON, MoodleSite, Participant, RefusedError
from tests.desk.people import HOSTILE, NAMES, marks, own_words


def site(**more):
    people = {key: Participant(name=name, online='He said "no\\" to us, then left') for key, name in NAMES.items()}
    return MoodleSite(people=people, **more)


def batch_of(names, *, group=False):
    return Batch(
        id="b",
        title="Plan",
        platform=Platform.MOODLE,
        seed=1,
        submissions=tuple(
            Submission(key=str(key), name=name, group=group, files=(SubmittedFile(path=f"{key}.md", kind="file"),))
            for key, name in names.items()
        ),
    )


def given(mark, comment=""):
    return GivenMark(mark=None if mark is None else Decimal(mark), comment=comment)


def only(**students):
    return Marks(max=10, students={key.strip("n"): one for key, one in students.items()})


@pytest.mark.parametrize("words", [ENGLISH, GERMAN, KLINGON], ids=["english", "german", "unknown"])
@pytest.mark.parametrize("decimal_mark", [".", ","])
def test_everybody_gets_their_own_mark_and_comment(words, decimal_mark):
    school = site(words=words, decimal_mark=decimal_mark)
    done = read_sheet("grades.csv", school.worksheet()).filled(marks(NAMES), batch_of(NAMES))
    school.take_worksheet(done.data)
    for place, (key, person) in enumerate(school.people.items()):
        assert person.grade == (place + 1) / 2
        assert own_words(key) in person.feedback
        assert [other for other in NAMES if other != key and own_words(other) in person.feedback] == []
    assert (school.skipped, done.left_out) == ({}, ())
    assert len(done.changes) == 2 * len(NAMES)


@pytest.mark.parametrize("comment", HOSTILE)
def test_a_hostile_comment_arrives_as_its_words(comment):
    school = site()
    school.take_worksheet(read_sheet("g.csv", school.worksheet()).filled(only(n4711=given(5, comment))).data)
    arrived = school.people[4711].feedback
    assert arrived.startswith("<p>")
    assert set(re.findall(r"</?(\w+)", arrived)) <= {"p", "br", "ul", "li"}
    assert not {'"', "\\", "\n"} & set(arrived)
    seen = html.unescape(re.sub("<[^>]+>", " ", arrived))
    assert "".join(seen.split()) == "".join(re.sub("(?m)^- ", "", comment).split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_other_byte_stays(encoding, delimiter, line_end):
    school = site()
    school.people[4712].name = "Élodie Æsir"  # an old Windows file has no Chinese
    school.people[4716].name = "Zoë Müller"
    before = school.worksheet(delimiter, encoding, line_end)
    done = read_sheet("g.csv", before).filled(only(n4716=given("7.5", "Gut 王")))
    old, new = (php_csv.read(data.decode(encoding), delimiter) for data in (before, done.data))
    changed = [
        (row, place)
        for row, cells in enumerate(old)
        for place, cell in enumerate(cells)
        if new[row][place] != cell
    ]
    assert changed == [(6, old[0].index("Grade")), (6, old[0].index("Feedback comments"))]
    bare = encoding.replace("utf-8-sig", "utf-8").replace("utf-16", "utf-16-le")
    ours = ("7.5".encode(bare), "<p>Gut 王</p>".encode(bare, "xmlcharrefreplace"))
    assert done.data.replace(ours[0], b"", 1).replace(ours[1], b"", 1) == before


def test_nothing_to_change_gives_the_very_same_bytes():
    before = site().worksheet(line_end="\r\n")
    assert read_sheet("g.csv", before).filled(Marks(max=10, students={})).data == before


def test_a_mark_that_is_there_already_is_no_change():
    school = site()
    school.people[4711].grade, school.people[4711].graded = 7.5, 1000
    done = read_sheet("g.csv", school.worksheet()).filled(only(n4711=given("7.50")))
    assert done.changes == ()
    assert done.data == school.worksheet()
    assert "already" in next(item.why for item in done.left_out if item.key == "4711")


def test_a_comment_goes_to_somebody_whose_mark_stays():
    school = site()
    school.people[4711].grade, school.people[4711].graded = 7.5, 1000
    school.take_worksheet(
        read_sheet("g.csv", school.worksheet()).filled(only(n4711=given("7.5", "Better now"))).data
    )
    assert school.people[4711].feedback == "<p>Better now</p>"


def test_an_empty_mark_or_comment_leaves_what_is_there():
    school = site()
    school.people[4711].grade, school.people[4711].feedback = 3, "<p>Old</p>"
    school.people[4712].feedback = "<p>Old</p>"
    sheet = read_sheet("g.csv", school.worksheet())
    school.take_worksheet(sheet.filled(only(n4711=given(None, ""), n4712=given(8, ""))).data)
    assert (school.people[4711].grade, school.people[4711].feedback) == (3, "<p>Old</p>")
    assert (school.people[4712].grade, school.people[4712].feedback) == (8, "<p>Old</p>")


def test_who_cannot_be_filled_is_told_with_the_reason():
    school = site()
    school.people[4711].locked = True
    done = read_sheet("g.csv", school.worksheet()).filled(
        only(n4711=given(5, "x"), n4712=given(11, "x"), n4713=given(None), n9999=given(4, "x"), n4714=given(4))
    )
    why = {item.key: item.why for item in done.left_out}
    assert "cannot be changed" in why["4711"]
    assert "higher than 10" in why["4712"]
    assert "neither" in why["4713"]
    assert "does not stand in the sheet" in why["9999"]
    assert "no mark" in why["4715"]
    assert {change.key for change in done.changes} == {"4714"}
    school.take_worksheet(done.data)
    assert [key for key, person in school.people.items() if person.grade is not None] == [4714]


def test_a_locked_row_is_known_in_a_language_nobody_listed():
    school = site(words=KLINGON | {"yes": "yes", "no": "no"})
    school.people[4712].locked = True
    done = read_sheet("g.csv", school.worksheet()).filled(marks(NAMES))
    assert "4712" in {item.key for item in done.left_out}


def test_marks_are_scaled_to_the_sheet_and_it_is_said():
    school = site(maximum=100, decimal_mark=",")
    sheet = read_sheet("g.csv", school.worksheet())
    done = sheet.filled(Marks(max=12, students={"4711": given(7), "4712": given("7.5")}))
    school.take_worksheet(done.data)
    assert (school.people[4711].grade, school.people[4712].grade) == (58.33, 62.5)
    assert (sheet.maximum, sheet.decimal_mark) == (100, ",")
    assert "out of 12" in done.notes[0]
    assert "out of 100" in done.notes[0]


def test_a_sheet_without_a_column_for_comments_says_so():
    school = site(comments=False)
    done = read_sheet("g.csv", school.worksheet()).filled(only(n4711=given(5, "x")))
    school.take_worksheet(done.data)
    assert school.people[4711].grade == 5
    assert "no column for comments" in done.notes[0]


def test_blind_sheets_work_by_number_alone():
    school = site(blind=True)
    names = {key: f"Participant {key}" for key in NAMES}
    school.take_worksheet(read_sheet("g.csv", school.worksheet()).filled(marks(NAMES), batch_of(names)).data)
    assert all(own_words(key) in person.feedback for key, person in school.people.items())


def test_a_groups_mark_goes_to_each_member_and_to_nobody_with_the_groups_number():
    school = site(groups=True)
    for key, group in ((4711, "Team_A: best"), (4712, "Team_A: best"), (4713, "Team B")):
        school.people[key].group = group
    batch = batch_of({4716: "Team A best", 4799: "Team B"})  # the number of a group may be a student's
    sheet = read_sheet("g.csv", school.worksheet())
    done = sheet.filled(marks([4716, 4799]), batch)
    school.take_worksheet(done.data)
    assert {key: person.grade for key, person in school.people.items() if person.grade is not None} == {
        4711: 0.5,
        4712: 0.5,
        4713: 1,
    }
    assert school.people[4716].feedback == ""


def test_a_sheet_of_another_course_is_refused():
    sheet = read_sheet("g.csv", site().worksheet())
    with pytest.raises(InputError, match="another course"):
        sheet.filled(only(n1=given(5), n2=given(6)))
    strangers = dict.fromkeys(NAMES, "Somebody Else")
    with pytest.raises(InputError, match="another course"):
        sheet.filled(marks(NAMES), batch_of(strangers))


def test_one_id_with_another_name_is_left_out():
    done = read_sheet("g.csv", site().worksheet()).filled(marks(NAMES), batch_of(NAMES | {4716: "Tom Smith"}))
    assert [item.key for item in done.left_out] == ["4716"]
    assert "Tom Smith" in done.left_out[0].why


def test_a_student_who_stands_twice_gets_nothing_by_chance():
    lines = site().worksheet().decode("utf-8-sig").split("\n")
    twice = "\n".join([*lines[:2], lines[1], *lines[2:]]).encode()
    done = read_sheet("g.csv", twice).filled(marks(NAMES))
    assert [item.key for item in done.left_out] == ["4711", "4711"]
    assert "twice" in done.left_out[0].why


def test_the_grade_can_be_named_when_nothing_tells_it():
    school = site(words=KLINGON, maximum=10)
    text = school.worksheet().decode("utf-8-sig").replace("10.00", '"ten"')
    sheet = read_sheet("g.csv", text.encode())
    assert (sheet.column, KLINGON["grade"] in sheet.columns, KLINGON["id"] in sheet.columns) == ("", True, False)
    with pytest.raises(InputError, match="Choose one"):
        sheet.filled(only(n4711=given(5)))
    sheet = read_sheet("g.csv", text.encode(), KLINGON["grade"])
    assert sheet.column == KLINGON["grade"]
    school.take_worksheet(sheet.filled(only(n4711=given(5))).data)
    assert school.people[4711].grade == 5


def test_a_scale_is_told():
    text = site().worksheet().decode("utf-8-sig").replace("Maximum grade", "Scale").replace("10.00", '"A, B"')
    with pytest.raises(InputError, match="scale"):
        read_sheet("g.csv", text.replace("Grade,", "Rating,").encode())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no table"),
        (b"just a text", "no table"),
        (b"PK\x03\x04xlsx", "Excel"),
        (b"a,b,c\n1,2\n", "Row 2 has 2 cells"),
        (b"user_id,username,csum,block_id,last_points,points\n1,a,x,y,0,\n", "Open edX"),
        (b"a,b,c\n1,2,3\n", "no sheet of Moodle"),
        (b"\xff\xfea\x00", "no table"),
    ],
)
def test_what_is_no_sheet_gets_a_clear_message(data, told):
    with pytest.raises(InputError, match=told) as raised:
        read_sheet("g.csv", data)
    assert raised.value.where == "g.csv"
    assert raised.value.mend or told == "Excel"


def test_the_double_can_refuse():
    school = site()
    with pytest.raises(RefusedError):
        school.take_worksheet(school.worksheet() + b"x,y\n")
    bad = school.worksheet().replace(b'Submitted for grading - ",', b'Submitted \\",', 1)
    with pytest.raises(RefusedError):
        school.take_worksheet(bad)


def test_a_groups_number_in_a_sheet_without_groups_reaches_nobody():
    batch = batch_of(NAMES | {4716: "Team Rocket"})
    done = read_sheet("g.csv", site().worksheet()).filled(marks(NAMES), batch)
    assert [item.key for item in done.left_out] == ["4716"]
    teams = {key: f"Team {letter}" for key, letter in zip(NAMES, "abcdefgh", strict=True)}
    with pytest.raises(InputError, match="groups"):
        read_sheet("g.csv", site().worksheet()).filled(marks(NAMES), batch_of(teams))


@pytest.mark.parametrize("cell", ["0", "-5", "9" * 400, "1e999", "NaN", "scale"])
def test_a_maximum_that_no_mark_is_out_of_scales_nothing(cell):
    sheet = read_sheet("g.csv", site().worksheet().replace(b"10.00", cell.encode()))
    assert sheet.maximum is None
    (change,) = sheet.filled(only(n4711=given(7))).changes
    assert change.after == "7"
