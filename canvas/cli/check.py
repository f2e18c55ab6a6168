"""The command `check`: reads texts, prints what works and what could be better."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from canvas.checks.run import check_text
from canvas.cli.input_text import Given, read_given
from canvas.cli.json_lines import Answered, answer_lines, json_line
from canvas.cli.report_text import print_report, report_object
from canvas.content.rules import load_rules
from canvas.errors import InputError
from canvas.models.rule_book import RuleBook


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object, or one a line for several files.")
@click.option("--jsonl", "jsonl", metavar="IN", help='Read {"id": …, "text": …} a line; print one JSON a line.')
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], as_json: bool, jsonl: str | None) -> None:
    """Check texts for the four common mistakes.

    FILE may be .md, .txt, .docx, .pdf or .html, an export of this program, or - for standard input. Of a longer
    plan only the section on customer relationships is checked. Of several files, one that cannot be read is named
    and the others are checked.
    """
    if jsonl is not None:
        if files:
            raise InputError("--jsonl reads one file.", mend="Leave the other file names out.")
        context.exit(_check_lines(jsonl))
    if not files:
        raise InputError("There is nothing to check.", mend="Name a file, or - to read what you type or pipe in.")
    rules = load_rules()
    several = len(files) > 1
    context.exit(max(_check_or_say(name, rules, as_json, several=several) for name in _shown(files)))


def _check_or_say(name: str, rules: RuleBook, as_json: bool, *, several: bool) -> int:
    """Check one file; one that cannot be read is named, and answered in JSON where that was asked for.

    several: whether others are checked too, so that each result has to say whose it is.
    """
    try:
        item = read_given(name)
    except InputError as error:
        click.secho(f"canvas: {error}", fg="red", err=True)
        if as_json:
            click.echo(json_line({**_whose(name, several), "error": str(error)}))
        return 2
    return _check_given(item, rules, as_json, several=several)


def _whose(name: str, several: bool) -> dict[str, str]:
    return {"file": name} if several else {}


def _check_given(item: Given, rules: RuleBook, as_json: bool, *, several: bool) -> int:
    """Print the report on one text and return the exit status: 1 where a mistake was found."""
    report = check_text(item.text, rules, item.workbook)
    for line in item.says:
        click.echo(f"{item.name}: {line}", err=True)
    if as_json:
        click.echo(json_line({**_whose(item.name, several), **report_object(report), "text": item.text}))
    else:
        print_report(report, item.name if several else "")
    return 1 if report.flagged else 0


def _shown(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the names; with many files and a person watching, with a progress bar on standard error."""
    if len(names) < 5 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from names
        return
    with click.progressbar(names, label="Checking", file=sys.stderr) as bar:
        yield from bar


def _check_lines(name: str) -> int:
    """Check a JSON line at a time; a bad line is answered with its error, and the run goes on."""
    rules = load_rules()

    def answer(text: str) -> Answered:
        report = check_text(text, rules)
        return report_object(report), 1 if report.flagged else 0

    return answer_lines(name, answer)
