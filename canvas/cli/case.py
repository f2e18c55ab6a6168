"""The command `case`: judges answers to a case, by the criteria the case shows beforehand."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from canvas.casework.judge import Examiner
from canvas.cli.input_text import read_text
from canvas.cli.json_lines import Answered, answer_lines, json_line
from canvas.content.cases import load_case, load_language
from canvas.content.rules import load_rules
from canvas.errors import InputError
from canvas.models.case import Case, Judgement, Outcome


@click.command("case")
@click.argument("slug")
@click.argument("file", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--jsonl", "jsonl", metavar="IN", help='Read {"id": …, "text": …} a line; print one JSON a line.')
@click.pass_context
def command(context: click.Context, slug: str, file: str | None, as_json: bool, jsonl: str | None) -> None:
    """Judge an answer to the case SLUG. FILE holds the answer; - reads standard input."""
    case = load_case(slug)
    examiner = Examiner(case, load_language(), load_rules())
    if jsonl is not None:
        if file is not None:
            raise InputError("--jsonl reads one file.", mend="Leave the other file name out.")
        context.exit(answer_lines(jsonl, lambda text: _answered(examiner.judge(text))))
    if file is None:
        raise InputError(
            "There is no answer to judge.", mend="Name its file, or - to read what you type or pipe in."
        )
    judgement = examiner.judge(read_text(file))
    if as_json:
        click.echo(json_line({**judgement_object(judgement), "text": judgement.text}))
    else:
        _print(case, judgement)
    context.exit(_status(judgement))


def judgement_object(judgement: Judgement) -> dict[str, Any]:
    """Return the judgement in the fixed form of `case --jsonl`, without the text."""
    return {
        "criteria": {name: _outcome_object(outcome) for name, outcome in judgement.criteria.items()},
        "ideas": list(judgement.ideas),
        "mark": judgement.mark,
        "kind": judgement.kind.value,
        "facts": list(judgement.facts),
    }


def _outcome_object(outcome: Outcome) -> dict[str, Any]:
    given: dict[str, Any] = {
        "met": outcome.met,
        "quotes": [asdict(quote) for quote in outcome.quotes],
        "why": outcome.why,
    }
    return {**given, "ask": outcome.ask} if outcome.ask else given


def _answered(judgement: Judgement) -> Answered:
    return judgement_object(judgement), _status(judgement)


def _status(judgement: Judgement) -> int:
    return 0 if all(outcome.met for outcome in judgement.criteria.values()) else 1


def _print(case: Case, judgement: Judgement) -> None:
    """Print the judgement for a person: what works first, then each criterion with its question."""
    click.secho(case.title, bold=True, underline=True)
    if judgement.says:
        click.secho(judgement.says, fg="cyan")
    if judgement.works:
        click.secho("What works", fg="green", bold=True)
        for strength in judgement.works:
            click.echo(f"  {strength.says}")
    for criterion in case.criteria:
        outcome = judgement.criteria[criterion.id]
        sign, color = ("✓", "green") if outcome.met else ("○", "yellow")
        click.secho(f"{sign} {criterion.name}", fg=color, bold=True)
        click.echo(f"  {outcome.why}")
        for quote in outcome.quotes[:4]:
            click.secho(f"  “{' '.join(quote.quote.split())}”", dim=True)
        if outcome.ask:
            click.secho(f"  {outcome.ask}", fg="cyan")
    click.echo(f"{judgement.mark} of {len(case.criteria)} criteria met.")
