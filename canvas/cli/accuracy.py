"""The command `accuracy`: scores the checker against labelled texts, keeps the figures, prints the document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from canvas.accuracy.account import account
from canvas.accuracy.answers import OTHER, score_answers
from canvas.accuracy.baseline import keyword_verdicts
from canvas.accuracy.document import document
from canvas.accuracy.labelled import Labelled, read_labelled
from canvas.accuracy.score import SECTION_NAMES, Score, score
from canvas.accuracy.verdicts import verdicts_of
from canvas.checks.run import check_text
from canvas.cli.accuracy_kept import Place, keep, place_of
from canvas.cli.accuracy_table import print_errors, print_table
from canvas.cli.input_text import read_text
from canvas.cli.json_lines import json_line
from canvas.content.cases import load_case, load_language
from canvas.content.library import library
from canvas.content.loader import near
from canvas.content.rules import load_rules
from canvas.content.trust import load_trust
from canvas.errors import CanvasError, InputError
from canvas.models.case import Case
from canvas.models.trust import TextKind, TextSet

Scores = dict[TextKind, Score]


@click.command("accuracy")
@click.argument("files", nargs=-1, metavar="LABELLED.jsonl...")
@click.option("--errors", is_flag=True, help="List every wrong verdict with its text and evidence.")
@click.option("--only", metavar="LABEL", help="With --errors: only this type, mistake, stage, criterion or idea.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--write", "kept", type=click.Path(path_type=Path), help="Keep the figures in this file or folder.")
@click.option(
    "--set", "chosen", type=click.Choice([one.value for one in TextSet]), help="With --write: which set."
)
@click.option("--describe", metavar="WORDS", help="With --write: what these texts are; else as before.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="With --write: the day, else today.")
@click.option("--document", "as_document", is_flag=True, help="Print docs/accuracy.md from the figures kept.")
@click.pass_context
def command(
    context: click.Context,
    files: tuple[str, ...],
    errors: bool,
    only: str | None,
    as_json: bool,
    kept: Path | None,
    chosen: str | None,
    describe: str | None,
    day: datetime | None,
    as_document: bool,
) -> None:
    """Score the checker against labelled texts, each shape in a table of its own.

    Shapes are known by their fields: sections, single sentences, statements of a type, vague sentences,
    answers to a case. The last column is a plain keyword list on the same texts: the floor to beat.
    """
    if as_document:
        _check_alone(context)
        click.echo(document(account(load_trust(), library())), nl=False)
        return
    if not files:
        raise InputError("There is no file to score.", mend="Name a file of labelled texts, a JSON object a line.")
    if only is not None and not errors:
        raise InputError("--only goes with --errors.", mend="Add --errors, or leave --only out.")
    place = _place(kept, chosen, describe, day)
    texts, problems = _read(files)
    cases = _cases(texts, problems)
    if only is not None and not problems:
        _check_label(only, cases)
    scores = _scored(texts, cases)
    if as_json:
        click.echo(json_line(_object(scores, problems, errors, only)))
    else:
        _print(scores, errors, only)
    if place and not problems:
        keep(place, {kind: found.table for kind, found in scores.items()})
        click.echo(f"Kept in {place.path}.", err=True)
    _end(context, problems, place)


def _check_alone(context: click.Context) -> None:
    """Raise InputError where --document stands beside a file or an option, which would do nothing."""
    if any(value for name, value in context.params.items() if name != "as_document"):
        raise InputError(
            "--document prints the figures kept and takes no file and no other option.",
            mend="Leave the others out, or leave --document out.",
        )


def _place(kept: Path | None, chosen: str | None, describe: str | None, day: datetime | None) -> Place | None:
    """Return where the figures are kept; None without --write, and then nothing may be said about keeping them."""
    if kept is not None:
        return place_of(kept, chosen, describe, day)
    if chosen is None and describe is None and day is None:
        return None
    raise InputError(
        "--set, --describe and --date go with --write.",
        mend="Add --write and a file or folder, or leave them out.",
    )


def _check_label(only: str, cases: dict[str, Case]) -> None:
    """Raise InputError for a name that no verdict can have; “communities first” and “mark 4” are names too."""
    known = [*SECTION_NAMES.rows, "mark"]
    for case in cases.values():
        known += [*(one.id for one in case.criteria), *(one.id for one in case.ideas), OTHER]
    if not any(only == name or only.startswith(f"{name} ") for name in known):
        hint = near(only, known).capitalize()
        mend = f"{hint} Labels: {', '.join(dict.fromkeys(known))}.".lstrip()
        raise InputError(f"There is no label “{only}” in these texts.", mend=mend)


def _read(files: tuple[str, ...]) -> tuple[list[Labelled], list[CanvasError]]:
    texts: list[Labelled] = []
    problems: list[CanvasError] = []
    for name in files:
        found = read_labelled(read_text(name, most=None).split("\n"), name)
        texts += found.texts
        problems += found.problems
    return texts, problems


def _cases(texts: list[Labelled], problems: list[CanvasError]) -> dict[str, Case]:
    """Return the cases that the texts answer; one that cannot be loaded becomes one problem."""
    cases: dict[str, Case] = {}
    for slug in dict.fromkeys(item.case for item in texts if item.kind is TextKind.ANSWERS):
        try:
            cases[slug] = load_case(slug)
        except CanvasError as error:
            problems.append(error)
    return cases


def _scored(texts: list[Labelled], cases: dict[str, Case]) -> Scores:
    """Score each shape for itself; answers to a case that could not be loaded are left out."""
    rules = load_rules()
    scores: Scores = {}
    for kind in TextKind:
        group = [item for item in texts if item.kind is kind]
        if kind is TextKind.ANSWERS:
            if group := [item for item in group if item.case in cases]:
                scores[kind] = score_answers(group, cases, load_language(), rules)
        elif group:
            scores[kind] = score(
                group,
                lambda item: verdicts_of(check_text(item.text, rules)),
                lambda item: keyword_verdicts(item.text),
            )
    return scores


def _print(scores: Scores, errors: bool, only: str | None) -> None:
    for kind, found in scores.items():
        print_table(kind, found)
    if errors:
        for found in scores.values():
            print_errors(found, only)


def _object(scores: Scores, problems: list[CanvasError], errors: bool, only: str | None) -> dict[str, object]:
    given: dict[str, object] = {
        "tables": {
            kind.value: {
                **found.table.model_dump(mode="json", exclude_none=True),
                "confusion": [
                    {"missed": missed, "said": said, "texts": count}
                    for (missed, said), count in found.confusion.most_common()
                ],
            }
            for kind, found in scores.items()
        },
        "problems": [str(problem) for problem in problems],
    }
    if errors:
        given["wrong"] = [
            {"id": one.id, "label": one.label, "said": one.said, "evidence": one.evidence, "text": one.text}
            for found in scores.values()
            for one in found.wrong
            if not only or one.label.startswith(only)
        ]
    return given


def _end(context: click.Context, problems: list[CanvasError], place: Place | None) -> None:
    """Say which lines were not scored; then the figures were not kept either, and the status is 2."""
    for problem in problems:
        click.secho(f"canvas: {problem}", fg="red", err=True)
    if problems:
        if place:
            click.secho("canvas: Nothing was kept, because not every line was scored.", fg="red", err=True)
        context.exit(2)
