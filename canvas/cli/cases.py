"""The command `cases`: lists what there is to practise on, makes a new case, and checks cases."""

from __future__ import annotations

from pathlib import Path

import click

from canvas.cli.cases_check import check_cases
from canvas.cli.cases_new import write_new_case
from canvas.content.case_folders import VARIABLE, CaseFolder, case_folders
from canvas.content.cases import load_folder
from canvas.content.loader import shown
from canvas.errors import ContentError
from canvas.models.case import Case
from canvas.models.case_criteria import JudgedBy

_KINDS = {JudgedBy.CRITERIA: "answer", JudgedBy.SECTION: "section"}
"""How the list names what a student writes."""


@click.group("cases", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List the cases, or make and check one of your own."""
    if context.invoked_subcommand is None:
        for folder in case_folders():
            _print(folder)


@command.command("new")
@click.argument("slug")
@click.option("--into", metavar="FOLDER", help=f"Where cases lie. Without it: {VARIABLE}, else my-cases here.")
def new(slug: str, into: str | None) -> None:
    """Write a working case SLUG to begin with: a folder with comments in its files."""
    write_new_case(slug, Path(into) if into else None)


@command.command("check")
@click.argument("what", metavar="[SLUG|FOLDER]", required=False)
@click.pass_context
def check(context: click.Context, what: str | None) -> None:
    """Check all cases, one by its name, or those in a folder: every problem, then the case's own answers.

    Exit status: 0 = everything is right, 2 = something has to be mended.
    """
    context.exit(check_cases(what))


def _print(folder: CaseFolder) -> None:
    """Print a case on a line: name, title, kind and place; for a broken one why it is broken."""
    place = "built-in" if folder.built_in else shown(folder.path)
    click.secho(folder.slug, bold=True, nl=False)
    try:
        case = load_folder(folder)
    except ContentError as error:
        click.secho("  broken", fg="red", nl=False)
        click.echo(f" ({place})")
        for line in str(error).splitlines():
            click.echo(f"    {line}")
    else:
        click.echo(f"  {case.title} ({_kind(case)}, {place}): {case.summary}")


def _kind(case: Case) -> str:
    steps = f", {len(case.steps)} steps" if case.steps else ""
    return f"{_KINDS[case.judged_by]}{steps}"
