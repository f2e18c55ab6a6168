"""The three outcomes of a check, made in one place."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.models.finding import Finding, Quote
from canvas.models.vocabulary import Verdict
from canvas.reading.evidence import Evidence

_MOST_QUOTES = 6
UNREAD = 0.6
"""Share of particular words nobody here understands from which on an absence is asked about, not flagged."""


def quotes_of(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """Return the quotes of evidence, in the order of the text, without one inside another."""
    kept: list[Evidence] = []
    for item in sorted(evidence, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(Quote(quote=item.quote, start=item.start, end=item.end) for item in kept[:_MOST_QUOTES])


def said(quotes: Iterable[Quote], most: int = 2) -> str:
    """Return quotes as they stand in a sentence: “…” and “…”; long ones are shortened."""
    words = [f"“{_short(item.quote)}”" for item in list(quotes)[:most]]
    return " and ".join(words)


def clear(evidence: Iterable[Evidence] = (), ask: str | None = None) -> Finding:
    """Return: this mistake is not made. ask: what is still worth a question."""
    return Finding(verdict=Verdict.CLEAR, quotes=quotes_of(evidence), ask=ask)


def flagged(*, why: str, ask: str, evidence: Iterable[Evidence] = (), missing: str | None = None) -> Finding:
    """Return: this mistake is made, with exact words or a named absence."""
    return Finding(verdict=Verdict.FLAGGED, quotes=quotes_of(evidence), missing=missing, why=why, ask=ask)


def skipped(why: str) -> Finding:
    """Return: this cannot be judged, for the reason given."""
    return Finding(verdict=Verdict.SKIPPED, why=why)


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= 90 else plain[:87].rstrip() + " …"
