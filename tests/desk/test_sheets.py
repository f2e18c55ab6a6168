"""The gradebook of Canvas and the column file of Blackboard, judged by doubles of their importers."""

import csv
import io
from decimal import Decimal

import pytest

from canvas.desk.sheets.likely_column import likely_column
from canvas.desk.sheets.sheet import read_sheet
from canvas.errors import InputError
from canvas.models.review import Batch, GivenMark, Marks, Platform, Submission, SubmittedFile
from tests.desk.importers.blackboard import BlackboardCourse
from tests.desk.importers.blackboard import RefusedError as BlackboardRefusedError
from tests.desk.importers.canvas import CanvasCourse, RefusedError
from tests.desk.people import NAMES, marks, own_words

SORTED = {
    31: "O'Brien, Jane",
    32: "王, 小明",
    33: "=HYPERLINK(1)",
    34: "Lee, Kim",
    35: "Lee, Kim",
    36: 'Fox, Ted "Teddy"',
}
PLAN = "Plan, part 2 (draft)"


def course(**more):
    return CanvasCourse(people=SORTED, assignments={900: "Essay (1)", 901: PLAN}, **more)


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("two_names", [True, False])
def test_everybody_gets_their_own_mark_in_the_right_column(bom, delimiter, two_names):
    school = course(scores={(31, 900): "3"}, two_names=two_names)
    school.people = SORTED | ({33: "=HYP, x"} if two_names else {})
    sheet = read_sheet("Grades.csv", school.gradebook(bom=bom, delimiter=delimiter))
    assert (sheet.platform, sheet.column) == (Platform.CANVAS, "")
    assert sheet.columns == ("Essay (1) (900)", f"{PLAN} (901)")
    done = sheet.with_column(f"{PLAN} (901)").filled(marks(SORTED))
    changed = school.take_gradebook(done.data)
    assert changed == {(key, 901): (place + 1) / 2 for place, key in enumerate(SORTED)}
    assert "no comments" in done.notes[0]


def test_every_other_cell_stays_as_it_came():
    school = course()
    before = school.gradebook()
    after = read_sheet("g.csv", before, f"{PLAN} (901)").filled(marks([34])).data
    assert b'"=""=HYPERLINK(1)"""' in after
    old, new = (list(csv.reader(io.StringIO(data.decode(), newline=""))) for data in (before, after))
    assert [
        (row, place)
        for row, cells in enumerate(old)
        for place, cell in enumerate(cells)
        if new[row][place] != cell
    ] == [(6, 5)]


def test_a_column_must_be_chosen_when_there_are_several():
    sheet = read_sheet("g.csv", course().gradebook())
    with pytest.raises(InputError, match="Choose one"):
        sheet.filled(marks(SORTED))
    with pytest.raises(InputError, match="no column"):
        sheet.with_column("Quiz (5)")
    one = CanvasCourse(people=SORTED, assignments={901: PLAN})
    assert read_sheet("g.csv", one.gradebook()).column == f"{PLAN} (901)"


@pytest.mark.parametrize(
    ("columns", "title", "found"),
    [
        (("Essay (1)", "Customer relationships (2)"), "submissions", "Customer relationships (2)"),
        (("Plan (1)", "Plan part 2 (2)"), "BUS101 Plan_part_2", "Plan part 2 (2)"),
        (("Quiz [Total Pts: 5 Score] |1", "Case study [Total Pts: 9 Score] |2"), "gradebook_X_Case20study", ""),
        (
            ("Quiz [Total Pts: 5 Score] |1", "Case [Total Pts: 9 Score] |2"),
            "gradebook_X_Case",
            "Case [Total Pts: 9 Score] |2",
        ),
        (("Plan (1)", "Plan (2)"), "Plan", ""),
        (("Essay (1)", "Plan (2)"), "submissions", ""),
        (("A (1)", "B (2)"), "a", ""),
    ],
)
def test_the_title_tells_the_column_or_nothing_does(columns, title, found):
    assert likely_column(columns, title) == found


def test_a_column_told_by_the_title_is_named():
    school = course()
    batch = Batch(id="b", title="ECON 7: plan, part 2 (draft)", platform=Platform.CANVAS, seed=1, submissions=())
    done = read_sheet("g.csv", school.gradebook()).filled(marks([31]), batch)
    assert school.take_gradebook(done.data) == {(31, 901): 0.5}
    assert f"{PLAN} (901)" in done.notes[0]


def test_excused_and_unassigned_students_stay():
    school = course(scores={(31, 901): "EX", (32, 901): "N/A", (34, 901): "1.50"})
    done = read_sheet("g.csv", school.gradebook(), f"{PLAN} (901)").filled(marks(SORTED))
    why = {item.key: item.why for item in done.left_out}
    assert "excused" in why["31"]
    assert "not given" in why["32"]
    changed = school.take_gradebook(done.data)
    assert {(31, 901), (32, 901)}.isdisjoint(changed)


def test_the_points_possible_scale_the_marks():
    school = course(points={901: "20"})
    sheet = read_sheet("g.csv", school.gradebook(), f"{PLAN} (901)")
    assert sheet.maximum == 20
    assert school.take_gradebook(sheet.filled(marks([31, 32])).data) == {(31, 901): 1, (32, 901): 2}


def test_a_file_saved_in_the_letters_of_windows_goes_back_as_utf_8():
    school = CanvasCourse(people={31: "Müller, Zoë"}, assignments={901: PLAN})
    old = school.gradebook().decode().encode("cp1252")
    done = read_sheet("g.csv", old).filled(marks([31]))
    assert "Müller" in done.data.decode("utf-8")
    assert school.take_gradebook(done.data) == {(31, 901): 0.5}


def test_a_gradebook_without_our_students_is_refused():
    with pytest.raises(InputError, match="another course"):
        read_sheet("g.csv", course().gradebook(), f"{PLAN} (901)").filled(marks([1, 2]))


def test_the_canvas_double_can_refuse():
    with pytest.raises(RefusedError):
        course(two_names=True).take_gradebook(course(two_names=True).gradebook(bom=True))
    with pytest.raises(RefusedError):
        course().take_gradebook(course().gradebook().replace(b"(901)", b"(9019)"))


def test_a_group_of_canvas_keeps_the_number_of_who_handed_in():
    file = SubmittedFile(path="teamrocket_31_7_plan.md", kind="file")
    submissions = (Submission(key="31", name="teamrocket", files=(file,)),)
    batch = Batch(id="b", title="B", platform=Platform.CANVAS, seed=1, submissions=submissions)
    done = read_sheet("g.csv", course().gradebook(), f"{PLAN} (901)").filled(marks([31]), batch)
    assert [item.key for item in done.changes] == ["31"]


USERS = {f"u{key}": tuple(name.partition(" ")[::2]) for key, name in NAMES.items()}


@pytest.mark.parametrize("tabs", [True, False])
def test_blackboard_gets_marks_and_feedback_by_user_name(tabs):
    school = BlackboardCourse(people=USERS)
    done = read_sheet("gc.xls", school.column_file(tabs=tabs)).filled(marks(USERS, maximum=100))
    school.take(done.data)
    assert school.marks == {user: (place + 1) / 2 for place, user in enumerate(USERS)}
    for user, told in school.feedback.items():
        assert own_words(user) in told
        assert [other for other in USERS if other != user and own_words(other) in told] == []
    assert done.left_out == ()


def test_blackboard_quotes_stay_or_come_everywhere():
    school = BlackboardCourse(people=USERS)
    bare = school.column_file().replace(b'"u4711"', b"u4711")  # as a spreadsheet saves it
    with pytest.raises(BlackboardRefusedError):
        school.take(bare)
    school.take(read_sheet("gc.csv", bare).filled(marks(["u4711"], maximum=100)).data)
    assert school.marks == {"u4711": 0.5}


def test_blackboard_without_the_feedback_column_gets_marks_only():
    school = BlackboardCourse(people=USERS)
    sheet = read_sheet("gc.csv", school.column_file(with_feedback=False))
    assert (sheet.platform, sheet.maximum) == (Platform.BLACKBOARD, 100)
    done = sheet.filled(marks(USERS, maximum=100))
    school.take(done.data)
    assert len(school.marks) == len(USERS)
    assert "Feedback to Learner" in done.notes[0]


def test_blackboard_names_its_column_when_there_are_several():
    school = BlackboardCourse(people=USERS)
    data = school.column_file(others=["Quiz [Total Pts: 5 Score] |11"])
    sheet = read_sheet("gc.csv", data)
    assert sheet.column == ""
    done = sheet.with_column("Customer Relationships [Total Pts: 100 Score] |207").filled(
        marks(USERS, maximum=100)
    )
    school.take(done.data)
    assert len(school.marks) == len(USERS)


def test_the_preview_tells_before_and_after():
    school = BlackboardCourse(people=USERS, marks={"u4711": "50"})
    done = read_sheet("gc.csv", school.column_file()).filled(
        Marks(max=100, students={"u4711": GivenMark(mark=Decimal("75.5"), comment="Good.")})
    )
    assert [(item.what, item.before, item.after) for item in done.changes] == [
        ("mark", "50", "75.5"),
        ("comment", "", "<p>Good.</p>"),
    ]
    assert done.changes[0].name == "Jane O'Brien"
