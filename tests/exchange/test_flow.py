"""The parts of a document in their order: headings never skip a level, and what is empty is left out."""

from canvas.content.library import library
from canvas.exchange.outgoing.document import Choice, document_of
from canvas.exchange.outgoing.flow import Drawing, Grid, Heading, Points, Words, flow_of
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing.edits import set_draft_text

EVERYTHING = Choice(plan=True, canvas=True)


def test_the_section_comes_first_and_stands_alone_by_default():
    held = set_draft_text(library().sample, "We help.\n- by phone\n- at the table")
    assert flow_of(document_of(held)) == (
        Heading(text="Customer Relationships"),
        Words(lines=("We help.",)),
        Points(lines=("by phone", "at the table")),
    )


def test_plan_and_canvas_follow_when_they_are_chosen():
    kinds = [type(item) for item in flow_of(document_of(library().sample, choice=EVERYTHING))]
    assert kinds.index(Grid) < kinds.index(Drawing)
    assert kinds[-1] is Drawing


def test_six_segments_make_two_tables_of_three():
    segments = tuple(Segment(id=f"s{place}", name=f"S{place}") for place in range(6))
    cells = tuple(Commitment(segment=one.id, type=RelationshipType.SELF_SERVICE, after="Help") for one in segments)
    held = Workbook(venture=Venture(segments=segments), commitments=cells)
    grids = [item for item in flow_of(document_of(held, choice=EVERYTHING)) if isinstance(item, Grid)]
    assert [grid.head for grid in grids] == [
        ("Relationship", "S0", "S1", "S2"),
        ("Relationship", "S3", "S4", "S5"),
    ]


def test_the_words_of_the_picture_name_every_block_and_line():
    (drawing,) = [
        item for item in flow_of(document_of(library().sample, choice=EVERYTHING)) if isinstance(item, Drawing)
    ]
    assert drawing.alternative.startswith("The Business Model Canvas. Customer Segments: Student groups; ")
    assert ".." not in drawing.alternative
