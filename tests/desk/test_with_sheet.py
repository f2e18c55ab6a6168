"""What a sheet adds: who is missing, who was late, which numbers are those of groups; joined by id only."""

import pytest

from canvas.desk.batch import read_batch
from canvas.desk.sheets.sheet import read_sheet
from canvas.desk.with_sheet import with_missing
from canvas.errors import InputError
from tests.desk.layouts import LAYOUTS, zipped

HEAD = "Identifier,Full name,Status,Group,Grade,Maximum grade,Last modified (grade),Feedback comments"


def batch_of(layout):
    return read_batch([("c.zip", zipped(LAYOUTS[layout].files))], batch_id="b", title="t", seed=1).batch


def worksheet(*rows):
    return read_sheet("grades.csv", "\n".join([HEAD, *rows]).encode())


def test_who_stands_in_the_sheet_and_handed_in_nothing_is_missing():
    sheet = worksheet(
        "Participant 4711,Jane O'Brien,Submitted for grading - 2 hours late,,,10.00,-,",
        "Participant 4712,王小明,Submitted for grading,,,10.00,-,",
        "Participant 4713,Jane OBrien,No submission,,,10.00,-,",
    )
    batch = with_missing(batch_of("moodle folders"), sheet)
    assert batch.missing == (("4713", "Jane OBrien"),)
    assert {item.key: item.late for item in batch.submissions} == {"4711": True, "4712": False}


def test_the_number_of_a_group_is_not_that_of_a_student():
    """Student 17 is somebody else; her group is another one, so she handed in nothing."""
    sheet = worksheet(
        "Participant 17,Zoe Adler,No submission,Red team,,10.00,-,",
        "Participant 18,Jane,Submitted,Blue team,,10.00,-,",
        "Participant 19,Li,Submitted,Blue team,,10.00,-,",
    )
    batch = with_missing(batch_of("moodle groups"), sheet)
    assert [item.group for item in batch.submissions if item.key == "17"] == [True]
    assert batch.missing == (("17", "Zoe Adler"),)


def test_a_sheet_of_another_course_is_refused():
    sheet = worksheet("Participant 99,Jane OBrien,Submitted,,,10.00,-,")
    with pytest.raises(InputError, match="another course or assignment"):
        with_missing(batch_of("moodle folders"), sheet)


def test_a_sheet_of_another_platform_is_refused():
    gradebook = b"Student,ID,Section,Plan (77)\n    Points Possible,,,10\nOBrien,4711,A,\n"
    with pytest.raises(InputError, match="sheet is one of Canvas"):
        with_missing(batch_of("moodle folders"), read_sheet("grades.csv", gradebook))


def test_a_lateness_that_the_name_tells_stays():
    batch = batch_of("canvas")
    gradebook = b"Student,ID,Section,Plan (77)\n    Points Possible,,,10\nx,12,A,\ny,13,A,\nz,14,A,\nw,15,A,\n"
    told = with_missing(batch, read_sheet("grades.csv", gradebook))
    assert [item.late for item in told.submissions] == [True, False, False]
    assert told.missing == (("15", "w"),)


def test_an_empty_batch_takes_any_sheet():
    batch = batch_of("moodle folders").model_copy(update={"submissions": ()})
    sheet = worksheet("Participant 99,Jane,Submitted,,,10.00,-,")
    assert with_missing(batch, sheet).missing == (("99", "Jane"),)
