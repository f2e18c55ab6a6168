"""The account: every figure with its set and day; the document is what it prints."""

from pathlib import Path

from canvas.accuracy.account import account
from canvas.accuracy.document import document
from canvas.accuracy.measures import share
from canvas.content.library import library
from canvas.content.trust import load_trust
from canvas.models.trust import Table, TextKind
from canvas.models.vocabulary import Mistake, RelationshipType

from .conftest import agreement

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "accuracy.md"


def test_the_document_is_what_the_figures_say():
    printed = document(account(load_trust(), library()))
    mend = "run: python -m canvas accuracy --document > docs/accuracy.md"
    assert DOCUMENT.read_text(encoding="utf-8") == printed, mend


def test_every_check_and_type_is_told_in_the_order_of_the_lesson(trust):
    told = account(trust, library())
    assert [check.id for check in told.checks] == list(Mistake)
    assert [kind.id for kind in told.types] == list(RelationshipType)


def test_no_figure_stands_without_its_texts_and_its_day(trust):
    told = account(trust, library())
    for line in (told.measured, *(figures.caption for figures in told.figures)):
        assert "2 March 2026" in line
        assert "100 texts: invented texts" in line
        assert "9.9.9" in line


def test_two_instructors_stand_beside_the_checker(trust):
    [figures] = account(trust, library()).figures
    column = figures.head.index("two instructors")
    beside = {row[0]: row[column] for row in figures.rows}
    names = library().mistakes
    assert [beside[names[name].name] for name in Mistake] == ["0.93", "0.82", "1.00", "0.93"]
    assert all(len(row) == len(figures.head) for row in figures.rows)


def test_other_shapes_stand_as_lines_below_the_table(trust):
    [kept] = trust.measurements
    row = agreement(9, 1, 1, 9)
    tables = {
        **kept.tables,
        TextKind.STATEMENTS: Table(texts=18, first=share(17, 18)),
        TextKind.VAGUE: Table(texts=20, rows={"too_general": row}),
        TextKind.ANSWERS: Table(
            texts=24, rows={"case_facts": row}, sums={"all criteria": row}, near=share(24, 24)
        ),
    }
    both = trust.model_copy(update={"measurements": (kept.model_copy(update={"tables": tables}),)})
    told = account(both, library())
    [figures] = told.figures
    assert "on 162 texts" in told.measured
    begins = [
        "sections: 2 of 40 texts without a mistake",
        "statements of one type: 17 of 18 types that were found and stand first (94%",
        "sentences, vague or not: too general, F1 0.90",
        "answers to a case: all criteria, F1 0.90",
        "answers to a case: 24 of 24 marks that are at most one point off",
    ]
    assert [one for one in begins if any(note.startswith(one) for note in figures.notes)] == begins


def test_without_a_measurement_there_are_no_figures_but_what_it_gets_wrong(trust):
    told = account(trust.model_copy(update={"measurements": ()}), library())
    assert told.measured == "Nothing has been counted yet."
    assert (told.checks, told.types, told.figures) == ((), (), ())
    assert told.weaknesses
    assert "Nothing has been counted yet." in document(told)


def test_the_kept_figures_tell_of_texts_kept_apart():
    assert account(load_trust(), library()).figures[0].title == "Texts kept apart"
