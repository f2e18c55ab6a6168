"""The command `cases`: lists what there is to practise on."""

from __future__ import annotations

import click

from canvas.content.cases import load_cases


@click.command("cases")
def command() -> None:
    """List the cases: name for the command line, title, and what happens."""
    for case in load_cases():
        click.secho(case.slug, bold=True, nl=False)
        click.echo(f"  {case.title}: {case.summary}")
