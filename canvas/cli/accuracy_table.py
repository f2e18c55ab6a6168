"""The tables of `accuracy` in a terminal, one a shape of texts, and the wrong verdicts below them."""

from __future__ import annotations

import click

from canvas.accuracy.account import KINDS
from canvas.accuracy.score import Score
from canvas.models.trust import Agreement, Share, Table, TextKind

_COLUMNS = {
    "n": 5,
    "yes": 6,
    "prec": 7,
    "rec": 7,
    "F1": 7,
    "95 %": 12,
    "kappa": 7,
    "prev": 7,
}
_FLOOR = f"{'words F1':>10}"
_HEAD = " " * 31 + "".join(f"{name:>{width}}" for name, width in _COLUMNS.items())


def print_table(kind: TextKind, found: Score) -> None:
    """Print the figures of one shape: a row a label, then the shares, then what was taken for what."""
    table = found.table
    click.secho(f"\n{table.texts} {KINDS[kind]}", bold=True, underline=True)
    if table.rows:
        click.secho(_HEAD + (_FLOOR if table.keywords else ""), bold=True)
    for name, row in table.rows.items():
        _print_row(name, row, table)
    for name, row in table.sums.items():
        _print_row(f"{name} (micro)", row, table, name)
    _print_share("clean texts accused", table.accused, table.keywords_accused)
    _print_share("type found and first", table.first, table.keywords_first)
    _print_share("types named for sure, right", table.sure)
    _print_share("types named as probable, right", table.probable)
    _print_share("mark within one", table.near)
    _print_share("mark the same", table.same)
    _print_share("exact quotes", table.exact)
    for (missed, said), count in found.confusion.most_common(8):
        click.secho(f"  {count} × {missed} → {said}", dim=True)


def print_errors(found: Score, only: str | None) -> None:
    """Print every wrong verdict, or those on one label, with its text and the words shown for it."""
    for wrong in found.wrong:
        if only and not wrong.label.startswith(only):
            continue
        click.secho(f"\n{wrong.id}  {wrong.label}: {'wrongly said' if wrong.said else 'missed'}", fg="yellow")
        click.echo(f"  {' '.join(wrong.text.split())}")
        for quote in wrong.evidence:
            click.secho(f"  · {' '.join(quote.split())}", fg="cyan")


def _print_row(name: str, row: Agreement, table: Table, key: str = "") -> None:
    interval = f"{row.f1.low:.2f}–{row.f1.high:.2f}"
    floor = table.keywords.get(key or name)
    click.echo(
        f"{name:31}{row.scored:5}{row.positives:6}{row.precision.value:7.3f}{row.recall.value:7.3f}"
        f"{row.f1.value:7.3f}{interval:>12}{row.kappa.value:7.2f}{row.prevalence:7.2f}"
        + (f"{floor:10.3f}" if floor is not None else "")
    )


def _print_share(name: str, share: Share | None, floor: Share | None = None) -> None:
    if share:
        beside = f"   (keyword list {floor.part} of {floor.whole})" if floor else ""
        interval = f"{share.low:.0%}–{share.high:.0%}"
        click.echo(f"{name}: {share.part} of {share.whole} = {share.value:.1%} ({interval}){beside}")
