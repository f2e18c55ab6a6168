"""The rules of the language as people write them: TOML files, read strictly, with their examples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from canvas.content.loader import read_toml
from canvas.errors import ContentError
from canvas.models.pattern import Element, named_classes, parse
from canvas.models.rule import LABELS, READ_CLASSES, Rule, RuleFile, WordFile

WORDS = "words*.toml"
"""The files of a folder that hold words; all others hold rules."""


def read_rules(folder: Path) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of every file, with their examples, by file name. Raises ContentError."""
    files = sorted(set(folder.glob("*.toml")) - set(folder.glob(WORDS)))
    book = {path.name: read_toml(path, RuleFile).rule for path in files}
    known = set(read_words(folder).classes) | READ_CLASSES
    _refuse(_problems(book, known))
    return book


def read_words(folder: Path) -> WordFile:
    """Return the words of every file of words as one. Raises ContentError, also for a name that stands in two."""
    whole: dict[str, dict[str, Any]] = {"classes": {}, "irregular": {}, "spelling": {}}
    problems = []
    for path in sorted(folder.glob(WORDS)):
        for part, words in read_toml(path, WordFile):
            twice = whole[part].keys() & words.keys()
            problems += [
                f"{path.name}: '{name}' stands in another file of words too. Remove one." for name in twice
            ]
            whole[part] |= words
    _refuse(sorted(problems))
    return WordFile.model_validate(whole)


def ready_data(folder: Path) -> dict[str, Any]:
    """Return the rules of a folder as plain data, parsed and without examples. Raises ContentError.

    A pattern is a list of places in `elements`, and the words of an element are places in `phrases`, since most
    stand in many patterns.
    """
    words = read_words(folder)
    rules = [rule for found in read_rules(folder).values() for rule in found]
    elements: dict[Element, int] = {}
    phrases: dict[tuple[str, ...], int] = {}

    def numbered(text: str) -> list[int]:
        return [elements.setdefault(element, len(elements)) for element in parse(text)]

    return {
        "rules": [
            [
                rule.id,
                rule.label,
                rule.strength == "sure",
                [stage.value for stage in rule.stages],
                [numbered(text) for text in rule.pattern],
                [numbered(text) for text in rule.unless],
                rule.yields_to,
                rule.why,
            ]
            for rule in rules
        ],
        "classes": {name: list(members) for name, members in words.classes.items()},
        "irregular": words.irregular,
        "spelling": words.spelling,
        "elements": [
            ([phrases.setdefault(words, len(phrases)) for words in alternatives], *rest)
            for alternatives, *rest in elements
        ],
        "phrases": list(phrases),
    }


def _problems(book: dict[str, tuple[Rule, ...]], classes: set[str]) -> Iterable[str]:
    """Yield what no single rule can know: a label or class that does not exist, an id or pattern used twice."""
    ids: dict[str, str] = {}
    patterns: dict[tuple[str, str], str] = {}
    for name, rules in book.items():
        for rule in rules:
            where = f"{name}, rule {rule.id}"
            if rule.label not in LABELS:
                yield f"{where}: unknown label '{rule.label}'. Known: {', '.join(LABELS)}."
            if rule.id in ids:
                yield f"{where}: the id is used in {ids[rule.id]} too. Rename one."
            ids[rule.id] = name
            for text in rule.pattern:
                if (rule.label, text) in patterns:
                    yield f"{where}: the pattern “{text}” stands in {patterns[rule.label, text]} too. Remove one."
                patterns[rule.label, text] = rule.id
            for text in (*rule.pattern, *rule.unless):
                for unknown in sorted(named_classes(parse(text)) - classes):
                    yield f"{where}: unknown word class <{unknown}>. Add it to one of {WORDS}."


def _refuse(problems: Iterable[str]) -> None:
    if found := list(problems):
        raise ContentError("\n".join(found))
