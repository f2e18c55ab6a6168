"""The command `accuracy`: scores the checker against labelled texts."""

from __future__ import annotations

import click

from canvas.accuracy.baseline import keyword_verdicts
from canvas.accuracy.labelled import Labelled, read_labelled
from canvas.accuracy.measures import Measures
from canvas.accuracy.score import Score, score, verdicts_of
from canvas.checks.run import check_text
from canvas.cli.input_text import read_text
from canvas.content.rules import load_rules

_COLUMNS = {
    "n": 5,
    "yes": 6,
    "prec": 7,
    "rec": 7,
    "F1": 7,
    "95 %": 12,
    "kappa": 7,
    "prev": 7,
    "words F1": 10,
}
_HEAD = " " * 31 + "".join(f"{name:>{width}}" for name, width in _COLUMNS.items())


@click.command("accuracy")
@click.argument("files", nargs=-1, required=True, metavar="LABELLED.jsonl...")
@click.option("--errors", is_flag=True, help="List every wrong verdict with its text and evidence.")
@click.option("--only", metavar="LABEL", help="With --errors: only this type, mistake or stage.")
def command(files: tuple[str, ...], errors: bool, only: str | None) -> None:
    """Score the checker against labelled texts (sections, statements, vague sentences, clauses).

    The last column is a plain keyword list on the same texts: the floor to beat.
    """
    texts = [item for name in files for item in read_labelled(read_text(name, most=None).split("\n"), name)]
    rules = load_rules()
    found = score(texts, lambda text: verdicts_of(check_text(text, rules)))
    _print_table(texts, found, score(texts, keyword_verdicts))
    if errors:
        _print_errors(found, only)


def _print_table(texts: list[Labelled], found: Score, floor: Score) -> None:
    click.echo(f"{len(texts)} texts")
    if found.rows:
        click.secho(_HEAD, bold=True)
    for name, row in found.rows.items():
        _print_row(name, row, floor.rows[name])
    if found.types.scored:
        _print_row("all types (micro)", found.types, floor.types)
    if found.mistakes.scored and len(found.rows) > 1:
        _print_row("all mistakes (micro)", found.mistakes, floor.mistakes)
    _print_share("clean texts accused", found.accused, floor.accused)
    _print_share("type found and first", found.first_right, floor.first_right)
    _print_share("exact quotes", found.exact, (0, 0))
    for (missed, said), count in found.confusion.most_common(8):
        click.secho(f"  {count} × {missed} → {said}", dim=True)


def _print_row(name: str, row: Measures, floor: Measures) -> None:
    interval = f"{row.low:.2f}–{row.high:.2f}"
    click.echo(
        f"{name:31}{row.scored:5}{row.positives:6}{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}"
        f"{interval:>12}{row.kappa:7.2f}{row.prevalence:7.2f}{floor.f1:10.3f}"
    )


def _print_share(name: str, share: tuple[int, int], floor: tuple[int, int]) -> None:
    part, whole = share
    if whole:
        beside = f"   (keyword list {floor[0]} of {floor[1]})" if floor[1] else ""
        click.echo(f"{name}: {part} of {whole} = {part / whole:.1%}{beside}")


def _print_errors(found: Score, only: str | None) -> None:
    for wrong in found.wrong:
        if only and not wrong.label.startswith(only):
            continue
        click.secho(f"\n{wrong.id}  {wrong.label}: {'wrongly said' if wrong.said else 'missed'}", fg="yellow")
        click.echo(f"  {' '.join(wrong.text.split())}")
        for quote in wrong.evidence:
            click.secho(f"  · {quote}", fg="cyan")
