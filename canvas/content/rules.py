"""The rules of the language: read strictly from TOML, kept ready without their examples for a fast start."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import platformdirs

from canvas.content.loader import read_toml
from canvas.content.wording import load_wording
from canvas.errors import ContentError
from canvas.models.pattern import Element, Pattern, parse
from canvas.models.rule import LABELS, READ_CLASSES, ReadyRule, Rule, RuleBook, RuleFile, WordFile
from canvas.models.vocabulary import Stage

FOLDER = Path(__file__).parent / "rules"
WORDS = "words.toml"
_KEPT_FORM = "3"
"""Raise it when the kept form of a book changes its shape."""


@lru_cache(maxsize=4)
def load_rules(folder: Path = FOLDER, keep_in: Path | None = None) -> RuleBook:
    """Return the rule book of a folder. Raises ContentError for wrong TOML, naming file, field and mend.

    A ready book is kept in the user's cache folder under the hash of all rule files; whatever is wrong with
    the kept one (missing, damaged, unwritable), the TOML files are read instead.
    """
    files = sorted(folder.glob("*.toml"))
    contents = [path.read_bytes() for path in files]
    version = hashlib.sha256(b"\0".join([_KEPT_FORM.encode(), *contents])).hexdigest()[:16]
    kept = (keep_in or Path(platformdirs.user_cache_dir("canvas-coach"))) / f"rules-{version}.json"
    book = _kept_book(kept, version) or _fresh_book(files, kept, version)
    return replace(book, wording=load_wording()) if folder == FOLDER else book


def read_rules(folder: Path = FOLDER) -> dict[str, tuple[Rule, ...]]:
    """Return the rules of every file, with their examples, by file name. Raises ContentError."""
    files = sorted(path for path in folder.glob("*.toml") if path.name != WORDS)
    book = {path.name: read_toml(path, RuleFile).rule for path in files}
    known = set(read_toml(folder / WORDS, WordFile).classes) | READ_CLASSES
    _refuse(_problems(book, known))
    return book


def _fresh_book(files: list[Path], kept: Path, version: str) -> RuleBook:
    folder = files[0].parent if files else FOLDER
    words = read_toml(folder / WORDS, WordFile)
    rules = [rule for found in read_rules(folder).values() for rule in found]
    data = {
        "rules": [
            [
                rule.id,
                rule.label,
                rule.strength == "sure",
                [stage.value for stage in rule.stages],
                [parse(text) for text in rule.pattern],
                [parse(text) for text in rule.unless],
                rule.yields_to,
                rule.why,
            ]
            for rule in rules
        ],
        "classes": {name: list(members) for name, members in words.classes.items()},
        "irregular": words.irregular,
        "spelling": words.spelling,
    }
    _keep(kept, json.dumps({"version": version, **data}))
    return _book(json.loads(json.dumps(data)), version)


def _keep(kept: Path, text: str) -> None:
    """Write the ready book for the next start; a machine that does not allow it works without."""
    part = kept.with_suffix(".part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(kept)
        for old in kept.parent.glob("rules-*.json"):
            if old != kept:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _kept_book(kept: Path, version: str) -> RuleBook | None:
    try:
        data = json.loads(kept.read_text(encoding="utf-8"))
        return _book(data, version) if data["version"] == version else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _book(data: dict[str, Any], version: str) -> RuleBook:
    return RuleBook(
        rules=tuple(
            ReadyRule(
                name,
                label,
                sure,
                tuple(Stage(stage) for stage in stages),
                tuple(_pattern(item) for item in patterns),
                tuple(_pattern(item) for item in unless),
                yields_to,
                why,
            )
            for name, label, sure, stages, patterns, unless, yields_to, why in data["rules"]
        ),
        classes={name: tuple(members) for name, members in data["classes"].items()},
        irregular=dict(data["irregular"]),
        spelling=dict(data["spelling"]),
        version=version,
    )


def _pattern(item: list[Any]) -> Pattern:
    return tuple(
        Element(tuple(tuple(words) for words in alternatives), tuple(classes), low, high, optional)
        for alternatives, classes, low, high, optional in item
    )


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
                for element in parse(text):
                    for unknown in set(element.classes) - classes:
                        yield f"{where}: unknown word class <{unknown}>. Add it to {WORDS}."


def _refuse(problems: Iterable[str]) -> None:
    if found := list(problems):
        raise ContentError("\n".join(found))
