"""Writing a new case: a folder that works at once, for its author to change."""

from __future__ import annotations

import os
from pathlib import Path

import click

from canvas.cli.disk import is_folder, is_taken
from canvas.content.case_folders import VARIABLE, case_roots, is_slug, near_slug
from canvas.content.case_skeleton import new_case_files
from canvas.content.cases import case_slugs
from canvas.errors import InputError

_HERE = "my-cases"


def write_new_case(slug: str, into: Path | None) -> None:
    """Write the folder and say what comes next. Raises InputError for a bad or taken name, or a full disk."""
    chosen = case_roots()[1:]
    root = into or (chosen[0] if chosen else Path(_HERE))
    folder = _free_folder(slug, root)
    try:
        for name, text in new_case_files(slug).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            "The folder cannot be written.", where=str(folder), mend=f"{error.strerror}. Choose another one."
        ) from None
    click.secho(f"Made {folder}", fg="green", bold=True)
    click.echo("  brief.md     the story: write yours")
    click.echo("  case.toml    task, criteria, facts and ideas: change them to fit")
    click.echo("  answers      answers that test it: each says which verdicts it has to get")
    click.echo(f"Check it now and after each change:  python -m canvas cases check {_quoted(folder)}")
    if os.environ.get(VARIABLE, "").strip() and root in case_roots():
        click.echo("It stands in the app under Cases as soon as you reload the page.")
    else:
        click.echo(f"To see it in the app, set {VARIABLE} to {root.resolve()} and start the app.")


def _free_folder(slug: str, root: Path) -> Path:
    if not is_slug(slug):
        better = near_slug(slug)
        hint = f" Try '{better}'." if better else ""
        raise InputError(
            f"'{slug}' cannot be the name of a case.",
            mend=f"Use small letters, digits, - and _ only, 40 at most.{hint}",
        )
    if slug in case_slugs():
        raise InputError(f"There is a case '{slug}' already.", mend="Choose another name.")
    if str(root).startswith("~"):  # it would become a folder of this name right here
        raise InputError("“~” is not known as a home folder here.", where=str(root), mend="Write it in full.")
    if is_taken(root) and not is_folder(root):
        raise InputError("This is no folder.", where=str(root), mend="Choose another one with --into.")
    if is_taken(root / slug):
        raise InputError(
            "This folder is there already; nothing was changed.",
            where=str(root / slug),
            mend="Choose another name, or remove the folder first.",
        )
    return root / slug


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
