"""`canvas passphrase`: who may review once the app is opened to other browsers."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from canvas.accuracy.trust_words import written
from canvas.errors import InputError
from canvas.store.passphrase import FEWEST_SIGNS, MOST_SIGNS
from canvas.store.store import Store, open_store

_LONGEST_LINE = 10_000
_ENDED = "Whoever was signed in has to give it again."


@click.command("passphrase")
@click.option("--remove", is_flag=True, help="Remove it: then nobody reviews from another machine.")
@click.option("--status", is_flag=True, help="Only say whether there is one, and since when.")
def command(remove: bool, status: bool) -> None:
    """Set the passphrase that opens the Review page to other browsers.

    It is asked for twice and not shown; from a pipe its first line is read. Only a slow hash of it is kept.
    """
    if remove and status:
        raise InputError("--remove and --status do not go together.", mend="Give one of them.")
    store = open_store()
    try:
        if status:
            click.echo(_status(store))
        elif remove:
            store.set_passphrase(None, datetime.now(UTC))
            click.echo("The passphrase is removed. Review opens only on this machine.")
        else:
            store.set_passphrase(_asked_for(), datetime.now(UTC))
            click.echo(f"The passphrase is set. {_ENDED}")
    finally:
        store.close()


def _asked_for() -> str:
    """Return the passphrase, typed twice without showing it, or the first line of a pipe."""
    if not sys.stdin.isatty():
        try:
            return sys.stdin.buffer.readline(_LONGEST_LINE).decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise InputError("This passphrase is not written in UTF-8.", mend="Type it instead.") from error
    first = click.prompt(f"Passphrase ({FEWEST_SIGNS} to {MOST_SIGNS} characters)", hide_input=True, type=str)
    if click.prompt("The same again", hide_input=True, type=str) != first:
        raise InputError("These two are not the same.", mend="Nothing was changed. Try again.")
    return str(first)


def _status(store: Store) -> str:
    since = store.passphrase_since()
    if since is None:
        return "There is no passphrase. Review opens only on this machine."
    return f"There is a passphrase, set on {written(since)}."
