"""What a checker says of one text, in one shape for sections and for answers to a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from canvas.models.case import Judgement
from canvas.models.finding import Quote, Report
from canvas.models.vocabulary import Verdict

Quotes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Labels said of a text; the types in their order, and which of them are only probable; the quotes."""

    labels: frozenset[str]
    order: tuple[str, ...] = ()
    probable: frozenset[str] = frozenset()
    quotes: Quotes = field(default_factory=dict)
    exact: int = 0
    all_quotes: int = 0
    mark: int | None = None


def verdicts_of(report: Report) -> Verdicts:
    """Return the report as labels: flagged = yes, clear and skipped = no; every entry of types counts."""
    quotes: dict[str, list[Quote]] = {item.type.value: [] for item in report.types}
    for item in report.types:
        quotes[item.type.value].append(Quote(quote=item.quote, start=item.start, end=item.end))
    for mistake, finding in report.findings.items():
        quotes[mistake.value] = list(finding.quotes)
    flagged = {name.value for name, item in report.findings.items() if item.verdict is Verdict.FLAGGED}
    order = tuple(item.type.value for item in report.types)
    return Verdicts(
        labels=frozenset({*order, *flagged, *(stage.value for stage in report.stages)}),
        order=order,
        probable=frozenset(order) - {item.type.value for item in report.types if item.sure},
        quotes=_words(quotes),
        exact=_exact(report.text, quotes),
        all_quotes=sum(len(found) for found in quotes.values()),
    )


def verdicts_of_answer(judgement: Judgement) -> Verdicts:
    """Return the judgement as labels: the criteria that are met, and the ideas that listen to customers."""
    quotes: dict[str, list[Quote]] = {name: list(one.quotes) for name, one in judgement.criteria.items()}
    for proposed in judgement.proposals:
        quotes.setdefault(proposed.idea, []).append(proposed.quote)
    met = {name for name, outcome in judgement.criteria.items() if outcome.met}
    return Verdicts(
        labels=frozenset({*met, *judgement.ideas}),
        quotes=_words(quotes),
        exact=_exact(judgement.text, quotes),
        all_quotes=sum(len(found) for found in quotes.values()),
        mark=judgement.mark,
    )


def _words(quotes: Mapping[str, Sequence[Quote]]) -> Quotes:
    return {name: tuple(quote.quote for quote in found) for name, found in quotes.items()}


def _exact(text: str, quotes: Mapping[str, Sequence[Quote]]) -> int:
    return sum(text[one.start : one.end] == one.quote for found in quotes.values() for one in found)
