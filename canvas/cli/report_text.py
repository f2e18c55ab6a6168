"""A report for a terminal, and the same report as the JSON object that other programs read."""

from __future__ import annotations

from typing import Any

import click

from canvas.checks.run import title_of
from canvas.checks.works import TYPE_NAMES
from canvas.models.finding import Finding, Quote, Report
from canvas.models.vocabulary import Verdict


def report_object(report: Report) -> dict[str, Any]:
    """Return the report in the fixed form of `check --json` and `check --jsonl`, without the text."""
    return {
        "types": [
            {"type": item.type.value, "quote": item.quote, "start": item.start, "end": item.end, "sure": item.sure}
            for item in report.types
        ],
        "stages": [stage.value for stage in report.stages],
        "findings": {mistake.value: _finding_object(finding) for mistake, finding in report.findings.items()},
        "works": [{"says": item.says, "quotes": _quotes(item.quotes)} for item in report.works],
        "notes": [
            {"kind": item.kind, "says": item.says, "quotes": _quotes((item.quote,))} for item in report.notes
        ],
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    given: dict[str, Any] = {"verdict": finding.verdict.value, "quotes": _quotes(finding.quotes)}
    for name in ("missing", "why", "ask"):
        if value := getattr(finding, name):
            given[name] = value
    return given


def _quotes(quotes: tuple[Quote, ...]) -> list[dict[str, Any]]:
    return [{"quote": item.quote, "start": item.start, "end": item.end} for item in quotes]


def print_report(report: Report, name: str = "") -> None:
    """Print the report: what works first, then what to look at again, then what was seen."""
    if name:
        click.secho(name, bold=True, underline=True)
    if report.works:
        click.secho("What works", fg="green", bold=True)
        for item in report.works:
            click.echo(f"  {item.says}")
    for mistake, finding in report.findings.items():
        _print_finding(title_of(mistake), finding)
    if not report.flagged and all(item.verdict is Verdict.CLEAR for item in report.findings.values()):
        asked = any(item.ask for item in report.findings.values())
        click.secho(f"None of the four common mistakes{', but see above' if asked else ''}.", fg="green")
    types = ", ".join(f"{TYPE_NAMES[item.type]}{'' if item.sure else ' (perhaps)'}" for item in report.types)
    click.secho(f"Relationship types: {types or 'none seen'}", dim=True)
    click.secho(f"Stages: {', '.join(stage.value for stage in report.stages) or 'none seen'}", dim=True)
    for note in report.notes:
        click.secho(f"Language, not counted: {note.says}", dim=True)
    if name:
        click.echo()


def _print_finding(title: str, finding: Finding) -> None:
    if finding.verdict is Verdict.FLAGGED:
        click.secho(title, fg="yellow", bold=True)
        click.echo(f"  {finding.why}")
        click.secho(f"  {finding.ask}", fg="cyan")
    elif finding.verdict is Verdict.SKIPPED:
        click.secho(f"{title}: not judged, {finding.why}", dim=True)
    elif finding.ask:
        click.secho(f"{title}: no, but", fg="cyan")
        click.echo(f"  {finding.ask}")
