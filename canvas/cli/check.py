"""The command `check`: reads texts, prints what works and what could be better."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from canvas.checks.run import check_text
from canvas.cli.input_text import read_text
from canvas.cli.report_text import print_report, report_object
from canvas.content.rules import load_rules
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.rule import RuleBook


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one object, or one a line for several files.")
@click.option("--jsonl", "jsonl", metavar="IN", help='Read {"id": …, "text": …} a line; print one JSON a line.')
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], as_json: bool, jsonl: str | None) -> None:
    """Check texts for the four common mistakes. FILE may be .md, .txt, .html, or - for standard input."""
    if jsonl is not None:
        if files:
            raise InputError("--jsonl reads one file.", mend="Leave the other file names out.")
        context.exit(_check_lines(jsonl))
    if not files:
        raise InputError("There is nothing to check.", mend="Name a file, or - to read what you type or pipe in.")
    texts = [(name, read_text(name)) for name in files]
    rules = load_rules()
    status = 0
    for name, text in _shown(texts):
        report = check_text(text, rules)
        status = 1 if report.flagged else status
        if as_json:
            click.echo(json.dumps({**report_object(report), "text": text}, ensure_ascii=False))
        else:
            print_report(report, name if len(files) > 1 else "")
    context.exit(status)


def _shown(texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the texts; with many files and a person watching, with a progress bar on standard error."""
    if len(texts) < 5 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from texts
        return
    with click.progressbar(texts, label="Checking", file=sys.stderr) as bar:
        yield from bar


def _check_lines(name: str) -> int:
    """Check a JSON line at a time; a bad line is answered with its error, and the run goes on."""
    rules = load_rules()
    status = 0
    for number, line in enumerate(read_text(name, most=None).split("\n"), 1):
        if not line.strip():
            continue
        answer, code = _answer(line, number, rules)
        status = max(status, code)
        click.echo(json.dumps(answer, ensure_ascii=False))
    return status


def _answer(line: str, number: int, rules: RuleBook) -> tuple[dict[str, Any], int]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": f"line {number} is no JSON"}, 2
    if not isinstance(given, dict):
        return {"id": None, "error": f"line {number} is no object with “id” and “text”"}, 2
    text = given.get("text")
    if not isinstance(text, str):
        return {"id": given.get("id"), "error": f"line {number} has no “text” that is a string"}, 2
    if len(text) > limits.DRAFT:
        return {"id": given.get("id"), "error": f"line {number} has more than {limits.DRAFT:,} characters"}, 2
    report = check_text(text, rules)
    return {"id": given.get("id"), **report_object(report)}, 1 if report.flagged else 0
