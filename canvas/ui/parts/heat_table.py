"""A grid of shaded cells as HTML: a table for screen readers, cards on a narrow screen, and its plain twin."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from canvas.models.base import Frozen

STYLE = """<style>
.heat-wrap{container-type:inline-size}
.heat{width:100%;border-collapse:separate;border-spacing:4px;table-layout:fixed;font-size:.875rem;
 line-height:1.35;margin:0;border:0}
.heat th,.heat td{border:0;overflow-wrap:anywhere;hyphens:auto}
.heat thead th{padding:.25rem;font-weight:600;color:#4b5563;vertical-align:bottom;text-align:center}
.heat thead th:first-child{text-align:right;padding-right:.5rem}
.heat tbody th{padding:.5rem .5rem .5rem 0;font-weight:600;color:#374151;text-align:right}
.heat tbody td{padding:.5rem .375rem;border-radius:.5rem;text-align:center;height:2.75rem}
.heat .l0{background:#efede6;color:#57534e}
.heat .l1{background:#cfe3df;color:#134e4a}
.heat .l2{background:#1f7a72;color:#fff}
.heat .l3{background:#0b5750;color:#fff}
.heat .gap{background:#fdf1e3;color:#8a3b0c;box-shadow:inset 0 0 0 1px #e0b489}
.heat-twin{width:100%;border-collapse:collapse;font-size:.9rem}
.heat-twin th,.heat-twin td{border-bottom:1px solid #d9d5c7;padding:.4rem .6rem;text-align:left;
 vertical-align:top;overflow-wrap:anywhere;color:#1f2937}
.heat-twin th{font-weight:600}
.heat-twin ul{margin:0;padding-left:1.1rem}
.heat-twin td ul li{margin:0;padding:0;font-size:.9rem}
@container (max-width:560px){
 .heat,.heat tbody,.heat tr,.heat th,.heat td{display:block;width:auto}
 .heat thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
 .heat tr{border:1px solid #d9d5c7;border-radius:.6rem;background:#fff;padding:.6rem;margin-bottom:.6rem}
 .heat tbody th{text-align:left;padding:0 0 .4rem}
 .heat tbody td{display:flex;gap:.75rem;justify-content:space-between;height:auto;text-align:right;margin-top:4px}
 .heat tbody td.l0{display:none}
 .heat tbody td::before{content:attr(data-column);font-weight:600;text-align:left}
}
</style>"""


class Cell(Frozen):
    """What one cell says, and how dark it is: 0 for nothing to 3 for much. gap: an absence to look at."""

    text: str
    level: int
    gap: bool = False


class Row(Frozen):
    """One segment and its cells, one a column."""

    name: str
    cells: tuple[Cell, ...]


def heat_table(caption: str, corner: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the grid as HTML with every word escaped; the roles keep it a table when the cells are stacked."""
    heads = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in (corner, *columns))
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(row.name)}</th>'
        + "".join(_cell(column, cell) for column, cell in zip(columns, row.cells, strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        f'{STYLE}<div class="heat-wrap"><table class="heat" role="table" aria-label="{escape(caption)}">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cell(column: str, cell: Cell) -> str:
    look = "gap" if cell.gap else f"l{cell.level}"
    return f'<td role="cell" class="{look}" data-column="{escape(column)}">{escape(cell.text)}</td>'


def twin_table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the same facts as a plain table; the first column names the row, lines of a cell become a list."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{_lines(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'{STYLE}<table class="heat-twin" aria-label="{escape(caption)}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _lines(text: str) -> str:
    lines = text.splitlines()
    if len(lines) < 2:
        return escape(text)
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
