"""`canvas render`: turn a saved plan, or an export of it, into a document."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from canvas.cli.disk import bytes_of, same_file, write
from canvas.errors import InputError
from canvas.models.finding import Report
from canvas.models.intake import Origin, Taken
from canvas.models.workbook import Workbook

_FORMATS = ("md", "html", "docx", "pdf", "json")
_BINARY = ("docx", "pdf")


@click.command("render")
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option(
    "--to", "kind", type=click.Choice(_FORMATS, case_sensitive=False), required=True, help="What to make."
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write; else it is printed.")
@click.option("--plan", is_flag=True, help="Add the plan as a table.")
@click.option("--canvas", is_flag=True, help="Add the nine blocks of the canvas.")
@click.option("--remarks", is_flag=True, help="Check the text and add the remarks.")
@click.option("--author", default="", help="A name, printed under the title.")
@click.option(
    "--paper", type=click.Choice(("a4", "letter"), case_sensitive=False), default="a4", help="For Word and PDF."
)
def command(
    workbook: Path, kind: str, out: Path | None, plan: bool, canvas: bool, remarks: bool, author: str, paper: str
) -> None:
    """Turn WORKBOOK (a saved plan, or any file this tool exported) into a document.

    The text is the draft. A plan without a draft gets a section built from its answers, by segment.
    """
    if out is not None and same_file(out, workbook):
        raise InputError("The document would overwrite the workbook.", where=str(out), mend="Choose another name.")
    if out is None and kind in _BINARY and sys.stdout.isatty():
        raise InputError("This is no text to print.", mend="Name the file to write with -o.")
    held = read_workbook(workbook)
    from canvas.exchange.outgoing.document import Choice
    from canvas.exchange.outgoing.formats import export

    choice = Choice.model_validate({"plan": plan, "canvas": canvas, "author": author, "paper": paper.lower()})
    made = export(held, kind.lower(), _report(held) if remarks else None, choice)  # type: ignore[arg-type]
    if made.note:
        click.echo(f"canvas: {made.note}", err=True)
    if out is None:
        click.echo(made.data, nl=False)  # bytes as they are: Word and PDF are no text
    else:
        write(out, made.data)


def read_workbook(path: Path) -> Workbook:
    """Return the plan in a file: its JSON, or an export of it. Raises InputError for anything else."""
    from canvas.exchange.incoming.gate_limits import FILE_BYTES
    from canvas.exchange.incoming.intake import read_file

    return _saved_plan(read_file(str(path), bytes_of(path, FILE_BYTES)))


def _saved_plan(taken: Taken) -> Workbook:
    """Return the plan a file carries; where its text was changed since, that is said and the plan is used."""
    if taken.workbook is None:
        raise InputError(
            taken.note or "This file holds no saved plan.",
            where=taken.name,
            mend="Give the JSON of a plan, or a document this program made.",
        )
    if taken.origin is Origin.EDITED:
        click.echo(
            f"canvas: {taken.name}: its text was changed since; this is the plan as it was saved.", err=True
        )
    return taken.workbook


def _report(workbook: Workbook) -> Report:
    """Return what the check finds in the text the document shows."""
    from canvas.checks.run import check_text
    from canvas.content.rules import load_rules
    from canvas.exchange.outgoing.exported_text import section_of

    return check_text(section_of(workbook), load_rules(), workbook)
