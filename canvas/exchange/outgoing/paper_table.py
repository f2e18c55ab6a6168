"""Tables of a Word document: a header row that is repeated, rows that stay whole, cells with labelled entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from canvas.exchange.outgoing.document import Line
from canvas.exchange.outgoing.flow import Grid
from canvas.exchange.outgoing.word_marks import fill_paragraph, xml_text

if TYPE_CHECKING:
    from docx.table import Table, _Cell

_FIRST = 950_000
"""Width of the first column, about 26 mm, in the units of Word files."""
_HEAD_GROUND, _NAME_GROUND = "E4F2EF", "F5F2EA"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="CFCABB"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def fill_table(table: Table, grid: Grid, width: int) -> None:
    """Put a grid into an empty table of the right size. width: of the whole table, in the units of Word files."""
    from docx.shared import Emu
    from docx.table import _Cell as WordCell

    widths = _set_widths(table, width)
    _draw_lines(table, grid.summary)
    for place, row in enumerate(table.rows):
        cells = [WordCell(cell, table) for cell in row._tr.tc_lst]
        for cell, wide in zip(cells, widths, strict=True):
            cell.width = Emu(wide)
        _mark_row(row._tr, header=place == 0)
        if place == 0:
            for cell, name in zip(cells, grid.head, strict=True):
                _fill_cell(cell, ((name, ""),), _HEAD_GROUND)
            continue
        held = grid.rows[place - 1]
        _fill_cell(cells[0], ((held.name, ""),), _NAME_GROUND)
        for cell, entries in zip(cells[1:], held.cells, strict=True):
            _fill_entries(cell, entries)


def _set_widths(table: Table, width: int) -> list[int]:
    from docx.shared import Emu

    table.autofit = False
    others = len(table.columns) - 1
    widths = [_FIRST] + [(width - _FIRST) // others] * others if others else [width]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Emu(wide)
    return widths


def _draw_lines(table: Table, summary: str) -> None:
    """Give the table fine lines, room around words, and a description for those who do not see it."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    room = "".join(
        f'<w:{side} w:w="{points}" w:type="dxa"/>'
        for side, points in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    for made in (
        parse_xml(f"<w:tblBorders {nsdecls('w')}>{_BORDERS}</w:tblBorders>"),
        parse_xml(f"<w:tblCellMar {nsdecls('w')}>{room}</w:tblCellMar>"),
    ):
        if look is None:
            properties.append(made)
        else:
            look.addprevious(made)
    if summary:
        described = OxmlElement("w:tblDescription")
        described.set(qn("w:val"), xml_text(summary))
        properties.append(described)


def _mark_row(row: object, *, header: bool) -> None:
    from docx.oxml import OxmlElement

    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _fill_cell(cell: _Cell, paragraphs: tuple[tuple[str, str], ...], ground: str) -> None:
    """Put names into a cell and colour its ground. paragraphs: label and text of each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        mark.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(mark)
    _write(cell, ((text, label, "Table Text") for label, text in paragraphs))


def _fill_entries(cell: _Cell, entries: tuple[Line, ...]) -> None:
    _write(cell, iter(list(_entries(entries)) or [("–", "", "Table Text")]))


def _entries(entries: tuple[Line, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield text, label and style of every paragraph of a cell; several lines become a list."""
    for line in entries:
        if len(line.words) < 2:
            label = f"{line.label}:" if line.label and line.words else line.label
            yield "".join(line.words), label, "Table Text"
            continue
        if line.label:
            yield "", f"{line.label}:", "Table Text"
        yield from ((words, "", "Table Bullet") for words in line.words)


def _write(cell: _Cell, paragraphs: Iterator[tuple[str, str, str]]) -> None:
    for place, (text, label, style) in enumerate(paragraphs):
        made = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        made.style = style
        fill_paragraph(made, text, label)
