"""What a check says: a finding with quotes, a reason and a question; and the report that holds them all.

Only the checks make these, so they are free of pydantic for a fast start; what keeps a report validates it.
"""

from __future__ import annotations

from dataclasses import dataclass

from canvas.models.vocabulary import Mistake, RelationshipType, Stage, Verdict


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the text: `text[start:end] == quote`, counted in characters (Unicode code points)."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TypeFound:
    """A relationship type the text really describes; `sure` is False for probable evidence."""

    type: RelationshipType
    quote: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that works in the text: one friendly sentence and the words it is about."""

    says: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check.

    missing: the named absence, when flagged for one. why: the reason in plain English, always there when
    flagged or skipped. ask: a question back to the student; it may stand beside `clear` too.
    """

    verdict: Verdict
    quotes: tuple[Quote, ...] = ()
    missing: str | None = None
    why: str | None = None
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """A question the filled plan raises, never an accusation. origin: the path of the field it is about."""

    id: str
    origin: str
    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class Note:
    """A quiet remark on the language, never a mistake. kind: long_sentence, slang, shouting or chatty."""

    kind: str
    quote: Quote
    says: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one text shows. It begins with what works; `types` stand best evidence first. notes: never counted.

    happens: all words by which something happens for a customer. attempts: words that speak of customers without
    that, such as praise and hints; a receipt of a revision looks at both.
    """

    text: str
    works: tuple[Strength, ...]
    types: tuple[TypeFound, ...]
    stages: tuple[Stage, ...]
    findings: dict[Mistake, Finding]
    questions: tuple[PlanQuestion, ...] = ()
    notes: tuple[Note, ...] = ()
    happens: tuple[Quote, ...] = ()
    attempts: tuple[Quote, ...] = ()

    @property
    def flagged(self) -> tuple[Mistake, ...]:
        """The mistakes that were found, in the order of the lesson."""
        return tuple(mistake for mistake, finding in self.findings.items() if finding.verdict is Verdict.FLAGGED)
