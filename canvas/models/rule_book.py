"""The book of rules that reading works with: parsed, without examples, and free of pydantic for a fast start."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.models.pattern import Pattern
from canvas.models.vocabulary import Stage
from canvas.models.wording import Wording


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule as reading needs it: parsed, without its examples."""

    id: str
    label: str
    sure: bool
    stages: tuple[Stage, ...]
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    yields_to: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False)
class RuleBook:
    """Everything reading knows about the language. version: changes with every change of the rules.

    wording: what speaks for a label where no rule fires; None leaves it out.
    """

    rules: tuple[ReadyRule, ...]
    classes: dict[str, tuple[str, ...]]
    irregular: dict[str, str]
    spelling: dict[str, str]
    version: str
    wording: Wording | None = None
