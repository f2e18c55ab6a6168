"""A document as a row of simple parts, which Word files and PDFs are made of alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from canvas.exchange.outgoing.document import CanvasBlock, Document, Line, Remarks, Table
from canvas.exchange.outgoing.own_view import OwnView, Revised
from canvas.models.base import Frozen
from canvas.writing.plain_text import TextBlock


class Heading(Frozen):
    """A heading. level: 1 for a part of the document, 2 for a part of that."""

    kind: Literal["heading"] = "heading"
    text: str
    level: Literal[1, 2] = 1


class Words(Frozen):
    """A paragraph and its lines. label: stands before them in bold, "" for none."""

    kind: Literal["words"] = "words"
    lines: tuple[str, ...]
    label: str = ""


class Points(Frozen):
    """A list with bullets."""

    kind: Literal["points"] = "points"
    lines: tuple[str, ...]


class Quoted(Frozen):
    """Words of a text that is talked about."""

    kind: Literal["quoted"] = "quoted"
    text: str


class GridRow(Frozen):
    """One row of a table: its name and a cell for each further column, as entries of a label and lines."""

    name: str
    cells: tuple[tuple[Line, ...], ...]


class Grid(Frozen):
    """A table. head: the names of all columns, the one of the row names included. summary: what it shows."""

    kind: Literal["grid"] = "grid"
    head: tuple[str, ...]
    rows: tuple[GridRow, ...]
    summary: str = ""


class Drawing(Frozen):
    """The nine blocks of the canvas as a picture, on a page of its own. alternative: what it shows, in words."""

    kind: Literal["drawing"] = "drawing"
    heading: str
    blocks: tuple[CanvasBlock, ...]
    alternative: str


Item = Heading | Words | Points | Quoted | Grid | Drawing


def plain_items(blocks: Iterable[TextBlock]) -> Iterator[Item]:
    """Yield the headings, paragraphs and lists of a plain text."""
    for block in blocks:
        match block.kind:
            case "heading":
                yield Heading(text=" ".join(block.lines), level=2)
            case "list":
                yield Points(lines=block.lines)
            case "paragraph":
                yield Words(lines=block.lines)


def flow_of(view: Document) -> tuple[Item, ...]:
    """Return everything an export shows below its title, in order."""
    return tuple(_items(view))


def _items(view: Document) -> Iterator[Item]:
    yield Heading(text="Customer Relationships")
    yield from plain_items(view.section)
    if view.tables:
        yield Heading(text="The plan: who gets which relationship")
        yield from map(_grid, view.tables)
    if view.canvas:
        yield Drawing(heading="Business Model Canvas", blocks=view.canvas, alternative=canvas_words(view.canvas))
    if view.remarks:
        yield from _remarks(view.remarks)
    yield from _own_view(view.own)


def canvas_words(blocks: Iterable[CanvasBlock]) -> str:
    """Return what the picture of the canvas shows in words, for those who do not see it."""
    told = (f"{block.name}: {'; '.join(line.rstrip('. ') for line in block.lines)}." for block in blocks)
    return " ".join(["The Business Model Canvas.", *told])


def _grid(table: Table) -> Grid:
    return Grid(
        head=("Relationship", *table.segments),
        rows=tuple(GridRow(name=row.name, cells=row.cells) for row in table.rows),
        summary=f"Which relationship is planned for whom: {', '.join(table.segments)}.",
    )


def _remarks(remarks: Remarks) -> Iterator[Item]:
    yield Heading(text="Remarks")
    if remarks.works:
        yield Heading(text="What works", level=2)
        yield Points(lines=remarks.works)
    for finding in remarks.findings:
        yield Heading(text=finding.name, level=2)
        yield from (Quoted(text=quote) for quote in finding.quotes)
        yield Words(lines=(f"{finding.why} {finding.ask}".strip(),))
    if remarks.questions:
        yield Heading(text="Questions your plan raises", level=2)
        yield Points(lines=remarks.questions)


def _own_view(own: OwnView) -> Iterator[Item]:
    if own.disagreements:
        yield Heading(text="Where I see it differently")
    for item in own.disagreements:
        yield Heading(text=item.name, level=2)
        yield from (Quoted(text=quote) for quote in item.quotes)
        yield Words(label="My reason:", lines=(item.because or "–",))
    if own.ratings:
        yield Heading(text="How I rate my text")
        yield from (Words(label=f"{row.title}: {row.level}.", lines=(row.says,)) for row in own.ratings)
    if own.revision:
        yield Heading(text="What my last revision changed")
    for line in own.revision:
        yield from _revised(line)


def _revised(line: Revised) -> Iterator[Item]:
    yield Heading(text=f"{line.name}: {line.outcome.lower()}", level=2)
    yield Words(lines=(line.says,))
    yield from (Quoted(text=quote) for quote in line.evidence)
    for before, after in line.pairs:
        for label, sentence in (("Before:", before), ("Now:", after)):
            if sentence:
                yield Words(label=label, lines=(sentence,))
