"""The command `checks`: lists the four checks with the lesson each of them teaches."""

from __future__ import annotations

import inspect

import click

from canvas.checks.run import CHECKS


@click.command("checks")
def command() -> None:
    """List the checks: the mistake, why it matters, a weak and a better example, and the question."""
    for check in CHECKS:
        click.secho(f"{check.__name__.rpartition('.')[2]}  {check.TITLE}", bold=True)
        for line in (inspect.getdoc(check) or "").splitlines():
            click.echo(f"  {line}" if line else "")
        click.secho(f"  {check.ASK}\n", fg="cyan")
