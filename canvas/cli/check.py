"""The command `check`: reads texts, prints what works and what could be better."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from canvas.checks.run import check_text
from canvas.cli.report_text import print_report, report_object
from canvas.content.rules import load_rules
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.rule import RuleBook
from canvas.reading.plain import plain_text


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
    texts = [(name, _read_text(name)) for name in files]
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
    for number, line in enumerate(_read_text(name, plain=True, most=None).split("\n"), 1):
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


def _read_text(name: str, *, plain: bool = False, most: int | None = limits.DRAFT) -> str:
    path = Path(name)
    if path.suffix.lower() in {".docx", ".pdf", ".doc", ".odt"}:
        raise InputError(
            "this kind of file cannot be read yet.",
            where=name,
            mend="Paste its text, or save it as .txt and try again.",
        )
    try:
        data = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
    except IsADirectoryError as error:
        raise InputError("this is a folder.", where=name, mend="Name the files in it.") from error
    except OSError as error:
        raise InputError("there is no such file.", where=name, mend="Check the name and the folder.") from error
    if most is not None and len(data) > most * 4:
        raise InputError(
            f"this is longer than {most:,} characters.", where=name, mend="Check one section at a time."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "this is not text.", where=name, mend="Save it as plain text (UTF-8) and try again."
        ) from error
    if "\0" in text:
        raise InputError("this is not text but a binary file.", where=name, mend="Save it as plain text first.")
    if not plain and path.suffix.lower() in {".html", ".htm"}:
        text = plain_text(text)
    if most is not None and len(text) > most:
        raise InputError(
            f"this is longer than {most:,} characters.", where=name, mend="Check one section at a time."
        )
    return text
