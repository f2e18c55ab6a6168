"""The command `python -m canvas`: loads a command when it is called, and ends errors in one clear line."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from canvas.errors import CanvasError

COMMANDS = {
    "check": "Check texts for the four common mistakes.",
    "case": "Check answers to a case.",
    "render": "Turn a saved workbook into a document.",
    "schema": "Print the JSON Schema of a workbook.",
    "cases": "List the cases, or make and check your own.",
    "checks": "List the checks.",
    "rules": "List the rules, or show which rule fires where.",
    "review": "Check a batch of submissions and make what goes back to the learning platform.",
    "passphrase": "Set who may review from other browsers.",
    "accuracy": "Score the checker against labelled texts.",
}
"""Every command has a module of its name in this folder, loaded only when it is called."""
_STOPPED = 130
_READER_GONE = 141
"""128 and the number of the signal, as other programs end. 0 and 1 tell what was flagged, which nobody knows."""


class _ClosedPipeError(Exception):
    """Nobody reads our output any more. It is no OSError, which click would end with status 1."""


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

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        """Read the arguments; `--help` prints already here."""
        with _noticing_a_closed_pipe():
            return super().make_context(*given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was called."""
        with _noticing_a_closed_pipe():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def canvas() -> None:
    """Canvas Coach: learn, write and check the Customer Relationships section of a business plan.

    Exit status: 0 = done and nothing flagged, 1 = done and something flagged, 2 = wrong input.
    """


def main() -> NoReturn:
    """Run the command line; wrong input ends with one message on standard error and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        _let_take_every_letter(stream)
    try:
        with _noticing_a_closed_pipe():
            status = _status()
    except _ClosedPipeError:  # `| head` has seen enough: nothing is wrong, and nothing is to be said
        _drop_output()
        status = _READER_GONE
    sys.exit(status)


def _status() -> int:
    """Run the command that was called and return the exit status; say in one message what went wrong."""
    try:
        status = canvas(prog_name="canvas", standalone_mode=False)
    except CanvasError as error:
        click.secho(f"canvas: {error}", fg="red", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("canvas: stopped.", err=True)
        return _STOPPED
    return status if isinstance(status, int) else 0  # a command ends with `ctx.exit(1)` when it flagged


def _let_take_every_letter(stream: object) -> None:
    """Make a pipe or file take UTF-8, which Windows does not by itself; a terminal keeps the letters it knows."""
    if isinstance(stream, TextIOWrapper):  # a test runner may put something else in its place
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


@contextmanager
def _noticing_a_closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise _ClosedPipeError from error


def _drop_output() -> None:
    """Lead what is still to be written nowhere: at its end Python would try once more, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
