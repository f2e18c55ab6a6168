"""The command `python -m canvas`: loads a command when it is called, and ends errors in one clear line."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from canvas.errors import CanvasError

COMMANDS = {
    "check": "Check texts for the four common mistakes.",
    "case": "Check answers to a case.",
    "render": "Turn a saved workbook into a document.",
    "schema": "Print the JSON Schema of a workbook.",
    "cases": "List the cases.",
    "checks": "List the checks.",
    "rules": "List the rules, or show which rule fires where.",
    "review": "Check a batch of submissions and make what goes back to the learning platform.",
    "passphrase": "Set who may review from other browsers.",
    "accuracy": "Score the checker against labelled texts.",
}
"""Every command has a module of its name in this folder, loaded only when it is called."""


class Commands(click.Group):
    """A group that imports a command's module at its call, so that `check` never pays for `render`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None for a name that is not in the table."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"canvas.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the table without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def canvas() -> None:
    """Canvas Coach: learn, write and check the Customer Relationships section of a business plan.

    Exit status: 0 = done and nothing flagged, 1 = done and something flagged, 2 = wrong input.
    """


def main() -> NoReturn:
    """Run the command line; wrong input ends with one message on standard error and exit status 2."""
    try:
        status = canvas(prog_name="canvas", standalone_mode=False)
    except CanvasError as error:
        click.secho(f"canvas: {error}", fg="red", err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("canvas: stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away (`| head`): nothing is wrong
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)  # a command ends with `ctx.exit(1)` when it flagged
