"""The account of trust as HTML: sentences as cards, figures as a table that stacks on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from canvas.accuracy.account import CheckWords, Figures
from canvas.accuracy.trust_words import Told
from canvas.models.trust import KnownWeakness

STYLE = """<style>
.stHtml .trust-card h3{font-size:1.12rem;line-height:1.35;margin:0 0 .5rem;padding:0}
.stHtml .told p{margin:0;line-height:1.5}
.stHtml .told p:first-child{font-weight:600;color:#0b4a33}
.stHtml .told .quiet{margin:.1rem 0 .8rem;font-weight:400}
.stHtml .trust-card .told:last-child .quiet{margin-bottom:0}
.trust-card p{line-height:1.55}
.trust-card .example{font-style:italic;color:#4a5260}
.trust-line{max-width:46rem;margin:.6rem 0;padding:.6rem .9rem;background:#eef5f2;border-left:4px solid #0f6e66;
 border-radius:0 .5rem .5rem 0;line-height:1.55;color:#1b2430}
.trust-list{max-width:46rem}
.figures{width:100%;border-collapse:collapse;font-size:.88rem;line-height:1.4}
.figures th,.figures td{text-align:left;padding:.45rem .6rem;border:0;border-bottom:1px solid #e4ded2;
 vertical-align:top;color:#1b2430}
.figures thead th{font-weight:600;color:#4a5260}
.figures tbody th{font-weight:600}
.figures .range{white-space:nowrap}
.figures caption{text-align:left;color:#4a5260;padding:0 0 .6rem;line-height:1.5;font-size:.92rem}
@container (max-width:760px){
 .figures,.figures caption,.figures tbody,.figures tr,.figures th,.figures td{display:block;width:auto}
 .figures thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
 .figures tr{border:1px solid #d9d3c6;border-radius:.6rem;background:#fff;padding:.6rem .8rem;margin-bottom:.6rem}
 .figures th,.figures td{padding:.15rem 0;border:0}
 .figures td{display:flex;justify-content:space-between;gap:1rem;text-align:right}
 .figures td::before{content:attr(data-column);color:#4a5260;text-align:left}
}
</style>"""


def checks_html(checks: Sequence[CheckWords], *, two_wide: bool = False) -> str:
    """Return one card a check: its name, and each figure in words."""
    return f'<ul class="cards lesson-part{" two-wide" if two_wide else ""}">{"".join(map(_check, checks))}</ul>'


def weaknesses_html(weaknesses: Sequence[KnownWeakness]) -> str:
    """Return one card a kind of text: what it is, an example, what happens."""
    cards = "".join(
        f'<li class="trust-card"><h3>{escape(one.kind)}</h3><p class="example">“{escape(one.example)}”</p>'
        f"<p>{escape(one.happens)}</p></li>"
        for one in weaknesses
    )
    return f'<ul class="cards lesson-part two-wide">{cards}</ul>'


def told_html(told: Told) -> str:
    """Return one figure in words: the sentence, and smaller what was counted."""
    counted = f'<p class="quiet">{escape(told.counted)}</p>' if told.counted else ""
    return f'<div class="told lesson-part"><p>{escape(told.says)}</p>{counted}</div>'


def list_html(lines: Sequence[str]) -> str:
    """Return sentences as a list, as narrow as a lesson."""
    return f'<ul class="lesson trust-list">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'


def figures_html(figures: Figures) -> str:
    """Return the table; its roles keep it a table for screen readers when its cells are stacked."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(name) or "what"}</th>' for name in figures.head)
    body = "".join(_row(figures.head, row) for row in figures.rows)
    notes = list_html(figures.notes) if figures.notes else ""
    return (
        f'<div class="fits"><table class="figures" role="table"><caption>{escape(figures.caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>{notes}'
    )


def _check(check: CheckWords) -> str:
    says = "".join(map(told_html, check.says))
    return f'<li class="trust-card" id="{escape(check.id)}"><h3>{escape(check.name)}</h3>{says}</li>'


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    name, *cells = row
    named = zip(head[1:], cells, strict=True)
    shown = "".join(f'<td role="cell" data-column="{escape(column)}">{_cell(cell)}</td>' for column, cell in named)
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(name)}</th>{shown}</tr>'


def _cell(cell: str) -> str:
    """Return “0.92 (0.80–0.97)” so that no range is broken in two."""
    value, bracket, rest = cell.partition(" (")
    return escape(value) + (f' <span class="range">({escape(rest)}</span>' if bracket else "")
