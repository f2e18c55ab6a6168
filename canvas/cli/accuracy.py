"""The command `accuracy`: scores the checker against labelled texts, keeps the figures, prints the document."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from canvas.accuracy.account import account
from canvas.accuracy.answers import score_answers
from canvas.accuracy.baseline import keyword_verdicts
from canvas.accuracy.document import document
from canvas.accuracy.labelled import Labelled, read_labelled
from canvas.accuracy.score import Score, score
from canvas.accuracy.trust_words import checker_name
from canvas.accuracy.verdicts import verdicts_of
from canvas.checks.run import check_text
from canvas.cli.accuracy_table import print_errors, print_table
from canvas.cli.input_text import read_text
from canvas.content.cases import load_case, load_language
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.content.trust import MEASURED, load_trust, read_measurements
from canvas.errors import CanvasError, InputError
from canvas.models.case import Case
from canvas.models.trust import Measurement, Measurements, TextKind, TextSet

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
        _print_document()
        return
    if not files:
        raise InputError("There is no file to score.", mend="Name a file of labelled texts, a JSON object a line.")
    if kept and not chosen:
        raise InputError("--write needs --set.", mend=f"Add --set {' or --set '.join(TextSet)}.")
    texts, problems = _read(files)
    scores = _scored(texts, problems)
    if as_json:
        click.echo(json.dumps(_object(scores, problems, errors, only), ensure_ascii=False))
    else:
        _print(scores, errors, only)
    if kept and chosen and not problems:
        _keep(kept, scores, TextSet(chosen), describe, day)
    _end(context, problems, kept)


def _print_document() -> None:
    """Print the document in UTF-8 on every system, so that `> docs/accuracy.md` writes what the tests expect."""
    printed = document(account(load_trust(), library()))
    sys.stdout.buffer.write(printed.encode("utf-8"))


def _read(files: tuple[str, ...]) -> tuple[list[Labelled], list[CanvasError]]:
    texts: list[Labelled] = []
    problems: list[CanvasError] = []
    for name in files:
        found = read_labelled(read_text(name, most=None).split("\n"), name)
        texts += found.texts
        problems += found.problems
    return texts, problems


def _scored(texts: list[Labelled], problems: list[CanvasError]) -> Scores:
    """Score each shape for itself; answers to a case that cannot be loaded become one problem."""
    rules = load_rules()
    scores: Scores = {}
    for kind in TextKind:
        group = [item for item in texts if item.kind is kind]
        if kind is TextKind.ANSWERS:
            group, cases = _with_cases(group, problems)
            if group:
                scores[kind] = score_answers(group, cases, load_language(), rules)
        elif group:
            scores[kind] = score(
                group,
                lambda item: verdicts_of(check_text(item.text, rules)),
                lambda item: keyword_verdicts(item.text),
            )
    return scores


def _with_cases(group: list[Labelled], problems: list[CanvasError]) -> tuple[list[Labelled], dict[str, Case]]:
    cases: dict[str, Case] = {}
    for slug in dict.fromkeys(item.case for item in group):
        try:
            cases[slug] = load_case(slug)
        except CanvasError as error:
            problems.append(error)
    return [item for item in group if item.case in cases], cases


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


def _keep(kept: Path, scores: Scores, chosen: TextSet, describe: str | None, day: datetime | None) -> None:
    """Put the figures in the place of the older ones of their set; the other set stays as it is."""
    path = kept / MEASURED if kept.is_dir() else kept
    by_set = {one.set: one for one in (read_measurements(path).measurements if path.exists() else ())}
    description = describe or (by_set[chosen].description if chosen in by_set else "")
    if not description:
        raise InputError(
            "These figures have no description yet.", mend="Say with --describe what these texts are."
        )
    by_set[chosen] = Measurement(
        set=chosen,
        day=(day or datetime.now(UTC)).date(),
        checker=checker_name(load_rules()),
        description=description,
        tables={kind: found.table for kind, found in scores.items()},
    )
    new = Measurements(measurements=tuple(by_set[one] for one in TextSet if one in by_set))
    data = new.model_dump(mode="json", exclude_none=True)
    try:
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError("the figures cannot be written.", where=str(path), mend="Check that you may.") from error
    click.echo(f"Kept in {path}.", err=True)


def _end(context: click.Context, problems: list[CanvasError], kept: Path | None) -> None:
    """Say which lines were not scored; then the figures were not kept either, and the status is 2."""
    for problem in problems:
        click.secho(f"canvas: {problem}", fg="red", err=True)
    if problems:
        if kept:
            click.secho("canvas: Nothing was kept, because not every line was scored.", fg="red", err=True)
        context.exit(2)
