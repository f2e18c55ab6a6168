"""The overview for a spreadsheet: a row a student, a column a mistake and a criterion, no cell a formula."""

import csv
import io

import pytest

from canvas.checks.run import check_text, title_of
from canvas.content.rules import load_rules
from canvas.desk.marking import default_rubric
from canvas.desk.overview import overview_csv, safe_cell
from canvas.models.review import Batch, Platform, Review, Skipped, Submission, SubmittedFile
from canvas.models.vocabulary import Mistake

WEAK = "We are on Instagram and in a shop. We offer the best quality and excellent service to everyone, always."


def batch():
    names = {"1": "=HYPERLINK(1)", "2": "王小明", "@3": "-Kim", "4": '"Quoted", Jr.'}
    return Batch(
        id="b",
        title="B",
        platform=Platform.FOLDER,
        seed=1,
        submissions=tuple(
            Submission(key=key, name=name, files=(SubmittedFile(path=f"+{key}.md", kind="file", text=WEAK),))
            for key, name in names.items()
        ),
        skipped=(Skipped(path="=cmd.exe", why="It cannot be read."),),
        missing=(("9", "+Nobody"),),
    )


def table(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_student_has_a_row_and_every_mistake_and_criterion_a_column():
    report = check_text(WEAK, load_rules())
    review = Review(student="1", levels={row.id: 1 for row in default_rubric().rows}, private_note="SECRET")
    data = overview_csv(batch(), {"1": report}, {"1": review}, default_rubric())
    head, *rows = table(data)
    assert {len(row) for row in rows} == {len(head)}
    assert [title_of(mistake) for mistake in Mistake] == head[6:10]
    assert {row.title for row in default_rubric().rows} <= set(head)
    assert [row[0] for row in rows] == ["1", "2", "'@3", "4", "", "9"]
    first = dict(zip(head, rows[0], strict=True))
    flagged = {title_of(mistake) for mistake in report.flagged}
    assert {name for name in head[6:10] if first[name] == "yes"} == flagged
    assert first["Specific and feasible"] == "basic"
    assert first["Mark"]
    assert b"SECRET" not in data


def test_without_reviews_and_reports_the_rows_stand_empty():
    head, *rows = table(overview_csv(batch(), {}))
    assert {len(row) for row in rows} == {len(head)}
    assert rows[-1][-1] == "Nothing was handed in."


def test_no_cell_is_a_formula_and_every_word_is_there():
    cells = [cell for row in table(overview_csv(batch(), {})) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@") or cell[:1] in ("\t", "\r")]
    assert {"'=HYPERLINK(1)", "'-Kim", "'+Nobody", "'=cmd.exe", "王小明", '"Quoted", Jr.'} <= set(cells)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "  =1", "＝1"])
def test_a_cell_that_would_be_a_formula_gets_an_apostrophe(cell):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "7.5", "no", "王小明", "a=b", "'quoted"])
def test_other_cells_stay(cell):
    assert safe_cell(cell) == cell


def test_the_same_class_is_the_same_file():
    assert overview_csv(batch(), {}) == overview_csv(batch(), {})
