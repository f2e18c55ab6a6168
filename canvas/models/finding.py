"""What a check says: a finding with quotes, a reason and a question; and the report that holds them all."""

from __future__ import annotations

from canvas.models.base import Frozen
from canvas.models.vocabulary import Mistake, RelationshipType, Stage, Verdict


class Quote(Frozen):
    """Exact words of the text: `text[start:end] == quote`, counted in characters (Unicode code points)."""

    quote: str
    start: int
    end: int


class TypeFound(Frozen):
    """A relationship type the text really describes; `sure` is False for probable evidence."""

    type: RelationshipType
    quote: str
    start: int
    end: int
    sure: bool


class Strength(Frozen):
    """Something that works in the text: one friendly sentence and the words it is about."""

    says: str
    quotes: tuple[Quote, ...] = ()


class Finding(Frozen):
    """The outcome of one check.

    missing: the named absence, when flagged for one. why: the reason in plain English, always there when
    flagged or skipped. ask: a question back to the student; it may stand beside `clear` too.
    """

    verdict: Verdict
    quotes: tuple[Quote, ...] = ()
    missing: str | None = None
    why: str | None = None
    ask: str | None = None


class PlanQuestion(Frozen):
    """A question the filled plan raises, never an accusation. origin: the path of the field it is about."""

    id: str
    origin: str
    ask: str
    why: str


class Note(Frozen):
    """A quiet remark on the language, never a mistake. kind: long_sentence, slang, shouting or chatty."""

    kind: str
    quote: Quote
    says: str


class Report(Frozen):
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
