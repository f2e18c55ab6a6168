"""The command `rules`: lists the rules, or shows which rule fires where in a text and why."""

from __future__ import annotations

import click

from canvas.cli.input_text import read_text
from canvas.content.rule_files import read_rules
from canvas.content.rules import FOLDER, load_rules
from canvas.errors import InputError
from canvas.reading.facts import matcher_of
from canvas.reading.negation import Use, use_of
from canvas.reading.units import units


@click.command("rules")
@click.option("--text", help="Show which rule fires where in this text, and why.")
@click.option("--file", "file", metavar="NAME", help="Only the rules of this file (communities.toml).")
@click.option("--read", "source", metavar="FILE", help="Like --text, with the text of a file, or -.")
def command(text: str | None, file: str | None, source: str | None) -> None:
    """List the rules, or show which rule fires where and why."""
    files = read_rules(FOLDER)
    if file is not None and file not in files:
        raise InputError(f"there is no rule file “{file}”.", mend=f"There are: {', '.join(files)}.")
    if source is not None:
        text = read_text(source)
    if text is not None:
        _show_hits(text, {rule.id for name, rules in files.items() for rule in rules if file in (None, name)})
        return
    for name, rules in files.items():
        if file in (None, name):
            click.secho(name, bold=True)
            for rule in rules:
                click.echo(f"  {rule.id:26} {rule.label:30} {rule.strength:9} {len(rule.pattern):3}  {rule.why}")
    click.secho(f"The files stand in {FOLDER}.", dim=True)


def _show_hits(text: str, wanted: set[str]) -> None:
    found = units(text)
    hits = [hit for hit in matcher_of(load_rules()).hits(found) if hit.rule.id in wanted]
    for hit in hits:
        use = use_of(found[hit.unit].words, hit.first, hit.last)
        note = "" if use is Use.USED else f"  ({use.value}: not counted)"
        click.secho(f"{hit.start:5}–{hit.end:<5} {text[hit.start : hit.end]!r}{note}", bold=True)
        stages = ", ".join(stage.value for stage in hit.rule.stages)
        click.echo(f"      {hit.rule.id} → {hit.rule.label}{f' ({stages})' if stages else ''}: {hit.rule.why}")
    if not hits:
        click.echo("No rule fires.")
