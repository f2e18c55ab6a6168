"""The Word export: real styles, a repeated header row, a picture with its words; all words are only text."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from canvas.content.library import library
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.docx_file import to_docx
from canvas.models.vocabulary import RelationshipType, Shape
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing.draft import fill
from canvas.writing.edits import set_draft_text, set_venture

EVERYTHING = Choice(plan=True, canvas=True, author="Mira Lind")
STRANGE = '{ HYPERLINK "http://x" } =1+1 <w:p> &amp; ]]> __x__ \ufffe مرحبا 🙂'


def opened(workbook, choice=EVERYTHING):
    return docx.Document(io.BytesIO(to_docx(workbook, choice=choice)))


def part(workbook, name, choice=EVERYTHING):
    with zipfile.ZipFile(io.BytesIO(to_docx(workbook, choice=choice))) as archive:
        return archive.read(name).decode("utf-8")


@pytest.fixture(scope="module")
def sample():
    return fill(library().sample, Shape.BY_SEGMENT)


def test_title_headings_and_lists_are_of_real_styles(sample):
    document = opened(set_draft_text(sample, "We do this:\n- we call\n- we ask"))
    styled = [(line.style.name, line.text) for line in document.paragraphs if line.text]
    assert styled[:7] == [
        ("Kicker", "Business plan"),
        ("Title", "The Seventh Chair"),
        ("Subtitle", "Mira Lind"),
        ("Heading 1", "Customer Relationships"),
        ("Normal", "We do this:"),
        ("List Bullet", "we call"),
        ("List Bullet", "we ask"),
    ]
    assert document.styles["List Bullet"].element.pPr.numPr is not None


def test_the_plan_is_a_table_whose_header_row_is_repeated(sample):
    document = opened(sample)
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Relationship",
        "Student groups",
        "Families with children",
        "Local firms",
    ]
    marks = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marks == [True] + [False] * (len(table.rows) - 1)
    assert "Student groups" in table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_several_lines_of_an_answer_are_a_list_in_their_cell():
    cell = Commitment(segment="a", type=RelationshipType.COMMUNITIES, after="- they ride\n- they rate us")
    held = Workbook(venture=Venture(segments=(Segment(id="a", name="A"),)), commitments=(cell,))
    lines = opened(held).tables[0].rows[1].cells[1].paragraphs
    assert [(line.style.name, line.text) for line in lines] == [
        ("Table Text", "After:"),
        ("Table Bullet", "they ride"),
        ("Table Bullet", "they rate us"),
    ]


def test_the_canvas_is_a_picture_on_a_page_that_lies_and_its_words_are_told(sample):
    document = opened(sample)
    (picture,) = document.inline_shapes
    told = picture._inline.docPr.get("descr")
    assert "Key Partners: Three small game publishers; The student union; The bakery next door." in told
    lying = document.sections[-1]
    assert lying.page_width > lying.page_height
    assert picture.width <= lying.page_width - lying.left_margin - lying.right_margin


@pytest.mark.parametrize(("paper", "width"), [("a4", 210), ("letter", 216)])
def test_the_paper_is_chosen(sample, paper, width):
    assert round(opened(sample, Choice(paper=paper)).sections[0].page_width.mm) == width


def test_language_title_and_author_are_in_the_file_and_no_date(sample):
    properties = opened(sample).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "The Seventh Chair",
        "Mira Lind",
        "en-GB",
    )
    assert properties.created is None
    assert 'w:val="en-GB"' in part(sample, "word/styles.xml")
    assert 'w:val="en-US"' not in part(sample, "word/styles.xml")


def test_strange_words_are_shown_and_are_no_fields(sample):
    held = set_venture(set_draft_text(sample, f"{STRANGE}\n\n- {STRANGE}"), "channels", STRANGE)
    shown = STRANGE.replace("\ufffe", "\ufffd")
    document = opened(held, Choice(canvas=True, author=STRANGE))
    assert [line.text for line in document.paragraphs].count(shown) == 3
    body = part(held, "word/document.xml", Choice(canvas=True, author=STRANGE))
    assert not [tag for tag in ("w:instrText", "w:fldSimple", "w:hyperlink", "w:fldChar") if tag in body]


def test_lines_from_right_to_left_run_from_right_to_left(sample):
    document = opened(set_draft_text(sample, "مرحبا بكم\n\nHello"))
    lines = {
        line.text: line._p.pPr.find(qn("w:bidi")) is not None
        for line in document.paragraphs
        if line._p.pPr is not None
    }
    assert lines["مرحبا بكم"]
    assert not lines.get("Hello", False)


def test_the_same_plan_gives_the_same_bytes(sample):
    assert to_docx(sample, choice=EVERYTHING) == to_docx(sample.model_copy(deep=True), choice=EVERYTHING)


def test_an_empty_plan_is_a_document_too():
    assert "[missing:" in "".join(line.text for line in opened(Workbook()).paragraphs)
