"""What every export shows, worked out once: the section, the plan as a table, the canvas, the remarks."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from canvas.content.library import library
from canvas.exchange.outgoing.exported_text import section_of
from canvas.exchange.outgoing.own_view import OwnView, own_view_of
from canvas.models.base import Clean, Frozen
from canvas.models.finding import Report
from canvas.models.nothing import says_something
from canvas.models.receipt import Receipt
from canvas.models.vocabulary import Block, RelationshipType, Stage, Verdict
from canvas.models.workbook import Commitment, Workbook
from canvas.writing.plain_text import TextBlock, section_blocks, text_blocks

PaperSize = Literal["a4", "letter"]

KICKER = "Business plan"
"""What kind of document it is, over the title."""
_SIDE_BY_SIDE = 4
_WORTH_PRINTING = 4
"""Filled blocks from which on a canvas is printed: fewer are no picture of a business."""
_STAGE_NAMES = {Stage.BEFORE: "Before", Stage.DURING: "During", Stage.AFTER: "After"}


class Choice(Frozen):
    """What a document holds beside the section. author: printed under the title, kept nowhere.

    disagreements: the remarks the student disagrees with; they are told unless the student leaves them out.
    ratings: the student's own rating. receipt: of the last revision. paper: what a Word file or PDF is printed on.
    """

    plan: bool = False
    canvas: bool = False
    author: Annotated[str, Clean] = ""
    disagreements: bool = True
    ratings: bool = False
    receipt: Receipt | None = None
    paper: PaperSize = "a4"


SECTION_ONLY = Choice()


class Line(Frozen):
    """One entry of a table cell: its label and the student's words, an entry for each of their lines."""

    label: str
    words: tuple[str, ...]


class Row(Frozen):
    """One relationship type: its name, and a cell a segment."""

    name: str
    cells: tuple[tuple[Line, ...], ...]


class Table(Frozen):
    """The plan for some segments: as many as fit side by side on a sheet of paper."""

    segments: tuple[str, ...]
    rows: tuple[Row, ...]


class CanvasBlock(Frozen):
    """One of the nine blocks and its lines."""

    id: str
    name: str
    lines: tuple[str, ...]


class Remark(Frozen):
    """One remark of the checker: what it is called, the reason, the quoted words and a question back."""

    name: str
    why: str
    quotes: tuple[str, ...]
    ask: str


class Remarks(Frozen):
    """What works, what to look at again, and what the plan raises."""

    works: tuple[str, ...]
    findings: tuple[Remark, ...]
    questions: tuple[str, ...]


class Document(Frozen):
    """A whole export, ready for a template. canvas: the filled blocks, or nothing when most are empty."""

    title: str
    author: str
    section: tuple[TextBlock, ...]
    tables: tuple[Table, ...]
    canvas: tuple[CanvasBlock, ...]
    remarks: Remarks | None
    own: OwnView


def document_of(workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY) -> Document:
    """Return what an export shows. The text is the draft; without one it is built from the answers, by segment.

    The plan stays out unless it is asked for: its notes may say what the edited draft no longer says.

    Raises InputError when the answers are too long for a section.
    """
    title = workbook.venture.name.strip() or workbook.title.strip() or "My business"
    filled = tuple(block for block in (_block(workbook, block) for block in Block) if block.lines)
    return Document(
        title=title,
        author=" ".join(choice.author.split()),
        section=section_blocks(section_of(workbook)),
        tables=_tables(workbook) if choice.plan else (),
        canvas=filled if choice.canvas and len(filled) >= _WORTH_PRINTING else (),
        remarks=_remarks(report) if report else None,
        own=own_view_of(
            workbook, disagreements=choice.disagreements, ratings=choice.ratings, receipt=choice.receipt
        ),
    )


def _tables(workbook: Workbook) -> tuple[Table, ...]:
    """Return the plan as tables of a few segments each; a segment without a relationship is in none."""
    treated = {item.segment for item in workbook.commitments}
    segments = [segment for segment in workbook.venture.segments if segment.id in treated]
    tables = math.ceil(len(segments) / _SIDE_BY_SIDE) or 1
    wide = math.ceil(len(segments) / tables) or 1  # tables of one plan are about equally wide
    groups = [segments[start : start + wide] for start in range(0, len(segments), wide)]
    return tuple(
        Table(
            segments=tuple(segment.name.strip() or "A segment without a name" for segment in group),
            rows=_rows(workbook, [segment.id for segment in group]),
        )
        for group in groups
    )


def _rows(workbook: Workbook, ids: list[str]) -> tuple[Row, ...]:
    """Return a row for each type that is planned for one of these segments."""
    held = {(item.segment, item.type): item for item in workbook.commitments}
    return tuple(
        Row(
            name=library().types[type_].name,
            cells=tuple(_cell(held.get((segment_id, type_))) for segment_id in ids),
        )
        for type_ in RelationshipType
        if any((segment_id, type_) in held for segment_id in ids)
    )


def _cell(commitment: Commitment | None) -> tuple[Line, ...]:
    if commitment is None:
        return ()
    lines = [Line(label=_STAGE_NAMES[stage], words=_lines(commitment.at(stage))) for stage in Stage]
    lines += [
        Line(label="Who", words=_lines(commitment.who)),
        Line(label="How often or how fast", words=_lines(commitment.pace)),
    ]
    return tuple(line for line in lines if line.words) or (Line(label="Planned", words=()),)


def _block(workbook: Workbook, block: Block) -> CanvasBlock:
    match block:
        case Block.CUSTOMER_SEGMENTS:
            lines = [segment.name.strip() for segment in workbook.venture.segments]
        case Block.CUSTOMER_RELATIONSHIPS:
            lines = _relationships(workbook)
        case _:
            answer: str = getattr(workbook.venture, block.value)
            lines = [*_lines(answer)]
    return CanvasBlock(id=block.value, name=library().blocks[block].name, lines=tuple(filter(None, lines)))


def _lines(answer: str) -> tuple[str, ...]:
    """Return the lines of an answer without bullet signs; none for one that says nothing."""
    return tuple(line for part in text_blocks(answer) for line in part.lines) if says_something(answer) else ()


def _relationships(workbook: Workbook) -> list[str]:
    """Return a line a segment: its name and its relationship types."""
    lines = []
    for segment in workbook.venture.segments:
        types = [library().types[item.type].name for item in workbook.commitments if item.segment == segment.id]
        if types:
            lines.append(f"{segment.name.strip() or 'Customers'}: {', '.join(types)}")
    return lines


def _remarks(report: Report) -> Remarks:
    findings = [
        Remark(
            name=library().mistakes[mistake].name,
            why=finding.why or "",
            quotes=tuple(quote.quote for quote in finding.quotes),
            ask=finding.ask or library().mistakes[mistake].ask,
        )
        for mistake, finding in report.findings.items()
        if finding.verdict is Verdict.FLAGGED
    ]
    return Remarks(
        works=tuple(strength.says for strength in report.works),
        findings=tuple(findings),
        questions=tuple(question.ask for question in report.questions),
    )
