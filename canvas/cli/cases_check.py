"""Checking cases: every problem of their files, then the verdicts of their own answers."""

from __future__ import annotations

from pathlib import Path

import click

from canvas.casework.judge import Examiner
from canvas.casework.own_answers import OwnAnswer, own_verdicts, untold_facts
from canvas.cli.disk import is_folder, is_taken
from canvas.content.case_files import ANSWERS, BRIEF, DECLARATION, files_of
from canvas.content.case_folders import CaseFolder, case_folders, one_folder
from canvas.content.cases import case_folder, load_folder, load_language
from canvas.content.loader import at_line, read_text, shown
from canvas.content.rules import load_rules
from canvas.errors import ContentError, InputError
from canvas.models.case import Case

_FEWEST_ANSWERS = 2


def check_cases(what: str | None) -> int:
    """Check what is asked for and print the result; return 0, or 2 when something has to be mended.

    what: the name of a case, the folder of one, or a folder of cases; None: all that the program reads.
    Raises InputError when there is nothing of this name.
    """
    folders = _folders(what)
    wrong = [folder for folder in folders if not _is_right(folder)]
    if len(folders) > 1:
        told = f"{len(wrong)} of {len(folders)} cases have to be mended." if wrong else "All cases are right."
        click.secho(told, bold=True)
    return 2 if wrong else 0


def _folders(what: str | None) -> tuple[CaseFolder, ...]:
    if what is None:
        return case_folders()
    path = Path(what)
    if not is_folder(path) or (len(path.parts) == 1 and any(one.slug == what for one in case_folders())):
        return (_known(what),)
    if is_taken(path / DECLARATION):
        return (one_folder(path),)
    if not (found := case_folders([path])):
        raise InputError(
            "There is no case in this folder.",
            where=what,
            mend=f"A case is a folder with a {DECLARATION}; 'python -m canvas cases new' makes one.",
        )
    return found


def _known(slug: str) -> CaseFolder:
    """Return the folder of a case that the program reads; for another one say how to name it."""
    try:
        return case_folder(slug)
    except InputError as error:
        mend = f"{error.mend} A case that lies elsewhere is named by its folder, such as my-cases/my-case."
        raise InputError(error.what, mend=mend) from None


def _is_right(folder: CaseFolder) -> bool:
    """Check one case and print what was found."""
    try:
        case = load_folder(folder)
    except ContentError as error:
        click.secho(f"✗ {folder.slug}", fg="red", bold=True)
        for line in str(error).splitlines():
            click.echo(f"  {line}")
        return False
    problems = _untested(folder, case)
    answers = own_verdicts(case, Examiner(case, load_language(), load_rules()))
    right = sum(not one.wrong for one in answers)
    good = not problems and right == len(answers)
    click.secho(f"{'✓' if good else '✗'} {case.slug}", fg="green" if good else "red", bold=True, nl=False)
    click.echo(f"  {case.title}: {right} of {len(answers)} answers get their declared verdicts.")
    for problem in problems:
        click.echo(f"  {problem}")
    for path, one in zip(files_of(folder.path)[2:], answers, strict=True):
        _print_wrong(shown(path), one)
    return good


def _untested(folder: CaseFolder, case: Case) -> list[str]:
    """Return what keeps the case from being tested: facts that the brief does not tell, missing answers."""
    text = read_text(folder.path / DECLARATION)
    place = shown(folder.path)
    found = [
        f"{place}/{DECLARATION}: {at_line(text, ('facts', index))}facts[{index}]: no wording of "
        f"'{case.facts[index].id}' is found in {BRIEF}. Tell the fact there, or add the words of the brief."
        for index in untold_facts(case, load_language())
    ]
    if len(case.answers) < _FEWEST_ANSWERS:
        found.append(f"{place}/{ANSWERS}: there are fewer than two answers. Add a strong and a weak one.")
    return found


def _print_wrong(place: str, one: OwnAnswer) -> None:
    for wrong in one.wrong:
        click.echo(f"  {place}: ", nl=False)
        click.secho(wrong.what, fg="yellow")
        click.echo(f"      {wrong.saw}")
        click.echo(f"      {wrong.mend}")
