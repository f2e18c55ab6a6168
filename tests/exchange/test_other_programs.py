"""What other programs make of our files: LibreOffice saves the Word file again, Poppler walks through the PDF."""

import io

import docx
import pytest

from canvas.content.library import library
from canvas.exchange.incoming.intake import read_file
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import export
from canvas.models.intake import Origin, TextChange
from canvas.models.vocabulary import Shape
from canvas.writing.draft import fill
from canvas.writing.edits import set_draft_text

SAMPLE = fill(library().sample, Shape.BY_SEGMENT)
MANY_SCRIPTS = set_draft_text(
    SAMPLE,
    "We call every owner “after two weeks” – 5*3*2, __class__, <b>.\nThen we ask.\n\n"
    "- نتصل بكل عميل بعد أسبوعين\n- 我们在两周后给每位客户打电话\n- 👩🏽‍🚀 thanks\n\n1. first\n[missing: when]",
)
EVERYTHING = Choice(plan=True, canvas=True, author="Mira Lind")


def with_word(data, old, new):
    """The Word file as somebody leaves it who changed one word in the section."""
    document = docx.Document(io.BytesIO(data))
    for line in document.paragraphs:
        for run in line.runs:
            run.text = run.text.replace(old, new)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.fixture(scope="module")
def saved_again(saved_by_libreoffice):
    sample = export(SAMPLE, "docx", choice=EVERYTHING).data
    scripts = export(MANY_SCRIPTS, "docx", choice=EVERYTHING).data
    changed = with_word(scripts, "owner", "rider")
    return saved_by_libreoffice({"sample.docx": sample, "scripts.docx": scripts, "changed.docx": changed})


@pytest.mark.parametrize(("name", "workbook"), [("sample.docx", SAMPLE), ("scripts.docx", MANY_SCRIPTS)])
def test_a_word_file_that_libreoffice_saved_again_is_still_intact(saved_again, name, workbook):
    taken = read_file(name, saved_again[name])
    assert (taken.origin, taken.workbook, taken.text) == (Origin.INTACT, workbook, workbook.draft.text)


def test_a_word_changed_before_libreoffice_saved_it_is_found(saved_again):
    taken = read_file("changed.docx", saved_again["changed.docx"])
    assert (taken.origin, taken.workbook) == (Origin.EDITED, MANY_SCRIPTS)
    assert taken.changes == (TextChange(exported="owner", visible="rider"),)


def test_a_word_changed_after_libreoffice_saved_it_is_found(saved_again):
    taken = read_file("scripts.docx", with_word(saved_again["scripts.docx"], "thanks", "cheers"))
    assert (taken.origin, taken.workbook) == (Origin.EDITED, MANY_SCRIPTS)
    assert taken.changes == (TextChange(exported="thanks", visible="cheers"),)


def test_poppler_finds_headings_lists_table_headers_and_the_figure(structure_of):
    told = structure_of(export(SAMPLE, "pdf", choice=EVERYTHING).data)
    tags = [line.split()[0].rstrip(":") for line in told.splitlines() if line.strip()]
    assert [tags.count(tag) for tag in ("H1", "H2", "TH", "Figure")] == [1, 3, 4, 1]
    assert told.index('H2 "Customer Relationships"') < told.index("Table") < told.index("Figure")
