"""What a rule is, as a person writes it: a pattern with a label, a reason and examples."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from canvas.models.base import Frozen
from canvas.models.pattern import parse
from canvas.models.vocabulary import RelationshipType, Stage


def _one_or_more(given: Any) -> Any:
    return [given] if isinstance(given, str) else given


def _readable(pattern: str) -> str:
    parse(pattern)
    return pattern


PatternText = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_readable)]
Patterns = Annotated[tuple[PatternText, ...], BeforeValidator(_one_or_more)]
OTHER_LABELS = ("stage", "channel", "promotion", "specific", "vague", "uniform", "hint", "deed", "none")
"""What a rule may find besides a relationship type. `stage`: only the stages the rule names; `uniform`: all
customers get the same; `hint`: perhaps one more type, too thin to count; `deed`: somebody of the firm does
something for a customer, of whatever type; `none`: bait that takes its words out of the reach of other rules."""
LABELS = (*(kind.value for kind in RelationshipType), *OTHER_LABELS)
READ_CLASSES = frozenset({"number", "name"})
"""Word classes that are recognised by their look and need no list."""


class Rule(Frozen):
    """One way of saying something, as a person writes it in a TOML file.

    match: sentences in which `[[…]]` marks the exact words the rule must find; no_match: sentences it must
    leave alone; known_miss: sentences it should find one day (a test fails when one is found: promote it).
    unless: words that silence the rule where they stand in the same clause.
    yields_to: a label; where the same unit holds a sure hit of it, this rule is silent (an adviser who is
    assigned to one customer is no general help).
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    label: str
    strength: Literal["sure", "probable"] = "sure"
    stages: tuple[Stage, ...] = ()
    pattern: Patterns
    unless: Patterns = ()
    yields_to: str = ""
    why: Annotated[str, StringConstraints(min_length=1)]
    match: Annotated[tuple[str, ...], Field(min_length=1)]
    no_match: tuple[str, ...] = ()
    known_miss: tuple[str, ...] = ()


class RuleFile(Frozen):
    """One TOML file of rules."""

    rule: tuple[Rule, ...] = ()


class WordFile(Frozen):
    """Word classes, irregular forms and spellings. classes: name → words (spaces inside a word make a phrase)."""

    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    irregular: dict[str, str] = Field(default_factory=dict)
    spelling: dict[str, str] = Field(default_factory=dict)
