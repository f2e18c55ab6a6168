"""The book of rules, kept ready without the examples of its TOML files for a fast start."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import platformdirs

from canvas.content.wording import load_wording
from canvas.models.pattern import Element, Pattern
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.models.vocabulary import Stage

FOLDER = Path(__file__).parent / "rules"
_KEPT_FORM = "6"
"""Raise it when the kept form of a book changes its shape, or the reading of a pattern its outcome."""


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
    book = _kept_book(kept, version) or _fresh_book(folder, kept, version)
    return replace(book, wording=load_wording()) if folder == FOLDER else book


def _fresh_book(folder: Path, kept: Path, version: str) -> RuleBook:
    from canvas.content.rule_files import ready_data  # its models cost a start that the kept book saves

    data = ready_data(folder)
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
    phrases = list(map(tuple, data["phrases"]))
    elements = [
        Element(tuple([phrases[place] for place in places]), tuple(classes), low, high, optional)
        for places, classes, low, high, optional in data["elements"]
    ]

    def patterns(held: list[list[int]]) -> tuple[Pattern, ...]:
        return tuple([tuple([elements[place] for place in places]) for places in held])

    return RuleBook(
        rules=tuple(
            ReadyRule(
                name, label, sure, tuple(map(Stage, stages)), patterns(found), patterns(unless), yields_to, why
            )
            for name, label, sure, stages, found, unless, yields_to, why in data["rules"]
        ),
        classes={name: tuple(members) for name, members in data["classes"].items()},
        irregular=dict(data["irregular"]),
        spelling=dict(data["spelling"]),
        version=version,
    )
