"""What the examples of the rules leave open; `python tests/bench/rule_gaps.py` writes it to rule_gaps.toml.

Examples are sentences as students write them, a handful for each rule: so most alternatives of a long list of
words are never tried, and this record says which share is. share: tried and written alternatives of all rules, in
percent. untried: for each rule, how many alternatives of its patterns no example of it uses. also: for each rule
of a relationship type, other types that are surely found in its examples. The share may only rise, the lists may
only shrink: after new examples run this file, and look at the difference before it is kept.
"""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import replace
from math import floor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from canvas.content.rule_files import read_rules
from canvas.content.rules import FOLDER, load_rules
from canvas.models.pattern import parse
from canvas.models.rule import Rule
from canvas.models.vocabulary import RelationshipType
from canvas.reading.alternatives import uncovered
from canvas.reading.facts import matcher_of, observe

KEPT = Path(__file__).with_name("rule_gaps.toml")
TYPES = frozenset(kind.value for kind in RelationshipType)
BOOK = replace(load_rules(), wording=None)


def examples_of(rule: Rule) -> list[str]:
    """Return the sentences in which a rule must fire, without their marks."""
    return [example.replace("[[", "").replace("]]", "") for example in rule.match]


def untried(rule: Rule) -> list[str]:
    """Return the alternatives of a rule that none of its examples uses."""
    patterns = [parse(pattern) for pattern in rule.pattern]
    return [alternative for _, alternative in uncovered(patterns, examples_of(rule), matcher_of(BOOK))]


def written(rule: Rule) -> int:
    """Return how many alternatives the patterns of a rule have; a word that stands alone is one."""
    elements = [element for pattern in rule.pattern for element in parse(pattern)]
    return sum(len(element.words) + len(element.classes) for element in elements)


def share(rules: list[Rule], gaps: dict[str, int]) -> float:
    """Return the percentage of all alternatives that an example tries, rounded down to a tenth."""
    return floor(1000 * (1 - sum(gaps.values()) / sum(map(written, rules)))) / 10


def others(rule: Rule) -> list[str]:
    """Return the other relationship types that are surely found in the examples of a rule."""
    if rule.label not in TYPES:
        return []
    found = {
        kind.value
        for example in examples_of(rule)
        for kind, evidence in observe(example, BOOK).types.items()
        if evidence[0].sure
    }
    return sorted(found - {rule.label})


def all_rules() -> list[Rule]:
    """Return the rules of every file."""
    return [rule for rules in read_rules(FOLDER).values() for rule in rules]


def kept() -> dict[str, dict[str, object]]:
    """Return the gaps that are on record."""
    return tomllib.loads(KEPT.read_text(encoding="utf-8"))


def main() -> None:
    """Write the gaps as they are now, and print their sums."""
    rules = sorted(all_rules(), key=lambda rule: rule.id)
    counts = {rule.id: count for rule in rules if (count := len(untried(rule)))}
    also = {rule.id: found for rule in rules if (found := others(rule))}
    tried = share(rules, counts)
    lines = ["# Written by rule_gaps.py; the share may only rise, the lists may only shrink.", ""]
    lines += ["[share]", f"tried = {tried}", "", "[untried]"]
    lines += [f"{name} = {count}" for name, count in counts.items()]
    lines += ["", "[also]"]
    lines += [f"{name} = {json.dumps(found)}" for name, found in also.items()]
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{tried} % of the alternatives are tried, {sum(counts.values())} in {len(counts)} rules are not")
    print(f"other types are found in the examples of {len(also)} rules")


if __name__ == "__main__":
    main()
