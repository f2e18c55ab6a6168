"""A sheet as it came: whatever its cells hold, only the changed ones are written anew."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvas.desk.sheets.grid import read_grid
from canvas.desk.sheets.sheet import read_sheet
from canvas.errors import InputError
from canvas.models.review import GivenMark, Marks
from tests.desk.importers import php_csv
from tests.desk.importers.moodle import MoodleSite, Participant

CELLS = st.text(st.sampled_from("ab \"',;\t\n\\=é王🙂"), max_size=12)


def written(rows, delimiter, line_end):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return file.getvalue()


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_cells_are_read_and_unchanged_ones_written_as_they_came(rows, delimiter, line_end, encoding):
    rows = [("first", "second", "third"), *(row for row in rows if "\\" not in "".join(row))]
    data = written(rows, delimiter, line_end).encode(encoding)
    grid = read_grid(data, where="g")
    assert [tuple(cell.text for cell in row) for row in grid.rows] == rows
    assert grid.as_it_came(grid.written({})) == data
    new = grid.as_it_came(grid.written({grid.rows[-1][1]: 'new "one", yes'}))
    again = read_grid(new, where="g")
    assert [tuple(cell.text for cell in row) for row in again.rows] == [
        *rows[:-1],
        (rows[-1][0], 'new "one", yes', rows[-1][2]),
    ]


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_a_clear_message(data):
    try:
        grid = read_grid(data, where="g")
    except InputError:
        return
    assert grid.as_it_came(grid.written({})) == data


@given(st.lists(CELLS, min_size=2, max_size=6), CELLS, st.sampled_from([",", ";", "\t"]))
def test_whatever_students_wrote_nothing_of_it_changes(texts, comment, delimiter):
    people = {100 + place: Participant(name=text or "x", online=text) for place, text in enumerate(texts)}
    site = MoodleSite(people=people)
    before = site.worksheet(delimiter)
    old = php_csv.read(before.decode("utf-8-sig"), delimiter)
    assume(all(len(row) == len(old[0]) for row in old))  # else the site could not read its own sheet
    marks = Marks(max=10, students={"101": GivenMark(mark=7, comment=comment)})
    done = read_sheet("g.csv", before).filled(marks)
    new = php_csv.read(done.data.decode("utf-8-sig"), delimiter)
    changed = {
        (row, place)
        for row, cells in enumerate(old)
        for place, cell in enumerate(cells)
        if cell != new[row][place]
    }
    assert changed <= {(2, old[0].index("Grade")), (2, old[0].index("Feedback comments"))}
    site.take_worksheet(done.data, delimiter)
    assert {key: person.grade for key, person in site.people.items() if person.grade} == {101: 7}


def test_a_long_sheet_is_read_in_one_pass():
    cell = '"' + "word, " * 20_000 + '"'
    data = ("a,b,c\n" + f"1,{cell},2\n" * 40).encode()
    assert len(read_grid(data, where="g").rows) == 41


@pytest.mark.parametrize("data", [b"a,b\n1,2", b"a,b\n1,2\n\n\n", b"a,b\n1,\n"])
def test_ends_of_files_are_no_rows(data):
    assert len(read_grid(data, where="g").rows) == 2


@pytest.mark.parametrize("sign", [b",", b"\n", b"\r", b"\t"])
def test_a_table_of_nothing_but_cells_is_refused(sign):
    with pytest.raises(InputError, match="far more cells"):
        read_grid(b"a;b" + sign * 1_000_001, where="g")
