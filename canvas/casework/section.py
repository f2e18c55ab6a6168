"""Answers that are a section: what the checks of the tool say about the student's own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.casework.meaning import Meaning
from canvas.casework.reader import Sentence
from canvas.checks.run import check_text
from canvas.checks.works import TYPE_NAMES
from canvas.models.case import Outcome
from canvas.models.case_criteria import Criterion
from canvas.models.finding import Quote, Report
from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import Verdict

_NOT_OWN = frozenset((Meaning.COPIED, Meaning.INSTRUCTION))


def read_section(answer: str, sentences: Sequence[Sentence], meant: Sequence[Meaning], rules: RuleBook) -> Report:
    """Return the report on the answer without what is copied or meant for the marker; places stay the same."""
    own = answer
    for sentence, meaning in zip(sentences, meant, strict=True):
        if meaning in _NOT_OWN:
            start, end = sentence.unit.start, sentence.unit.end
            own = own[:start] + " " * (end - start) + own[end:]
    return check_text(own, rules)


def is_about_customers(report: Report) -> bool:
    """Tell whether a text is a section at all: it describes a relationship, or some check remarks on its words."""
    return bool(report.types) or any(report.findings[mistake].quotes for mistake in report.flagged)


def type_quotes(criterion: Criterion, report: Report | None) -> tuple[list[str], tuple[Quote, ...]]:
    """Return the names and words of the relationship types that count for the criterion."""
    found = [one for one in (report.types if report else ()) if not criterion.types or one.type in criterion.types]
    quotes = tuple(Quote(quote=one.quote, start=one.start, end=one.end) for one in found)
    return [TYPE_NAMES[one.type].lower() for one in found], quotes


def check_outcome(criterion: Criterion, report: Report | None, *, is_answer: bool) -> Outcome:
    """Return the outcome of a criterion that one check decides: met when the check finds nothing to remark."""
    if report is None or criterion.check is None or not is_answer:
        return Outcome(met=False, why=criterion.unmet, ask=criterion.question)
    finding = report.findings[criterion.check]
    if finding.verdict is Verdict.CLEAR:
        return Outcome(met=True, quotes=finding.quotes, why=criterion.met, ask=finding.ask or "")
    if finding.verdict is Verdict.SKIPPED:
        return Outcome(met=False, why=f"I cannot judge this yet: {finding.why}.", ask=criterion.question)
    why = f"{criterion.unmet} {finding.why or ''}".strip()
    return Outcome(met=False, quotes=finding.quotes, why=why, ask=finding.ask or criterion.question)
