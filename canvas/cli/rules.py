"""The command `rules`: lists the rules, or shows which rule fires where in a text and why."""

from __future__ import annotations

import click

from canvas.cli.input_text import read_text
from canvas.content.rule_files import read_rules
from canvas.content.rules import FOLDER, load_rules
from canvas.errors import InputError
from canvas.models.pattern import parse
from canvas.models.rule import Rule
from canvas.reading.alternatives import uncovered
from canvas.reading.evidence import FREE_WORDING, Evidence
from canvas.reading.facts import Facts, matcher_of, observe
from canvas.reading.free_wording import TYPES, Opinion
from canvas.reading.negation import Use
from canvas.reading.patterns import Hit
from canvas.reading.standing import Standing, standings
from canvas.reading.text import readable
from canvas.reading.units import units


@click.command("rules")
@click.option("--text", help="Show which rule fires where in this text, and why.")
@click.option("--file", "file", metavar="NAME", help="Only the rules of this file (such as vague.toml).")
@click.option("--read", "source", metavar="FILE", help="Like --text, with the text of a file, or -.")
@click.option("--untried", is_flag=True, help="List the alternatives that no example of their rule uses.")
def command(text: str | None, file: str | None, source: str | None, untried: bool) -> None:
    """List the rules, or show which rule fires where and why."""
    _check_options(text is not None, source is not None, untried)
    files = read_rules(FOLDER)
    if file is not None and file not in files:
        raise InputError(f"there is no rule file “{file}”.", mend=f"There are: {', '.join(files)}.")
    if source is not None:
        text = read_text(source)
    if text is not None:
        wanted = {rule.id for name, rules in files.items() for rule in rules if file in (None, name)}
        facts = observe(text, load_rules())
        if not _show_hits(text, wanted, facts):
            click.echo(f"No rule {f'of {file} ' if file else ''}fires.")
        if file is None:
            _show_free_wording(facts)
        return
    for name, rules in files.items():
        if file not in (None, name):
            continue
        if untried:
            _show_untried(rules)
        else:
            click.secho(name, bold=True)
            for rule in rules:
                click.echo(f"  {rule.id:26} {rule.label:30} {rule.strength:9} {len(rule.pattern):3}  {rule.why}")
    click.secho(f"The files stand in {FOLDER}.", dim=True)


def _check_options(text: bool, read: bool, untried: bool) -> None:
    """Raise InputError for options of which one would do nothing. text, read, untried: whether each is given."""
    if text and read:
        raise InputError("--text and --read do not go together.", mend="Give one of them.")
    if untried and (text or read):
        raise InputError(
            "--untried does not go with --text or --read.", mend="It looks at the rules alone; leave the text out."
        )


def _show_untried(rules: tuple[Rule, ...]) -> None:
    """Print, for each pattern, the alternatives for which a sentence in `match` would be worth writing."""
    for rule in rules:
        examples = [example.replace("[[", "").replace("]]", "") for example in rule.match]
        found: dict[int, list[str]] = {}
        for index, alternative in uncovered(
            [parse(one) for one in rule.pattern], examples, matcher_of(load_rules())
        ):
            found.setdefault(index, []).append(alternative)
        for index, alternatives in found.items():
            click.secho(f"{rule.id}  {rule.pattern[index]}", dim=True)
            click.echo(f"      {', '.join(alternatives)}")


def _show_hits(text: str, wanted: set[str], facts: Facts) -> int:
    """Print each hit of the wanted rules and what becomes of it; return how many there are."""
    rules, found = load_rules(), units(text)
    hits = matcher_of(rules).found(found)
    opinion = Opinion(readable(text), found, rules.wording)
    stands = {id(item.hit): item for item in standings(found, hits)}
    shown = [hit for hit in hits if hit.rule.id in wanted]
    counted = {(item.unit, item.rule) for items in facts.types.values() for item in items}
    for hit in shown:
        note = _reason(text, hit, stands.get(id(hit)), opinion)
        if not note and hit.rule.label in TYPES and (hit.unit, hit.rule.id) not in counted:
            note = "  (not counted: the person of one's own does it, who was named before)"
        click.secho(f"{hit.start:5}–{hit.end:<5} {text[hit.start : hit.end]!r}{note}", bold=not note)
        stages = ", ".join(stage.value for stage in hit.rule.stages)
        click.echo(f"      {hit.rule.id} → {hit.rule.label}{f' ({stages})' if stages else ''}: {hit.rule.why}")
    return len(shown)


def _show_free_wording(facts: Facts) -> None:
    """Print what no rule has found, but the wording as a whole makes probable."""
    labelled = [(label.value, items) for part in (facts.types, facts.stages) for label, items in part.items()]
    for label, items in (*labelled, ("channel", facts.channels)):
        for item in items:
            if item.rule == FREE_WORDING:
                _show_probable(item, f"{label}, probable: {item.why}")
    for item in facts.perhaps:
        _show_probable(item, "asked about where the text shows one type only")


def _show_probable(item: Evidence, says: str) -> None:
    click.secho(f"{item.start:5}–{item.end:<5} {item.quote!r}", bold=True)
    click.echo(f"      free wording → {says}")


def _reason(text: str, hit: Hit, standing: Standing | None, opinion: Opinion) -> str:
    """Return why a hit is not counted, "" for one that is."""
    if hit.silenced_by is not None:
        start, end = hit.silenced_by
        return f"  (not counted: silenced by {text[start:end]!r}, an unless of its rule)"
    if standing is None:
        return ""
    if standing.against is not None:
        other = standing.against
        return f"  (not counted: it yields to {text[other.start : other.end]!r}, rule {other.rule.id})"
    use = opinion.use_of(standing)
    return "" if use is None or use is Use.USED else f"  (not counted: {_WHY[use]})"


_WHY = {
    Use.NEGATED: "negated, the text says that it is not done",
    Use.PERHAPS: "perhaps, the text only thinks about it",
    Use.OTHERS: "others, the text speaks of somebody else",
    Use.UNLIKELY: "unlikely, the sentence as a whole is about something else",
}
