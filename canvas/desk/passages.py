"""The sentence around words that a check quotes: what a class view, a group and a lesson show."""

from __future__ import annotations

from dataclasses import asdict

from canvas.models.base import Frozen
from canvas.models.finding import Finding, Quote
from canvas.writing.sentences import Sentence, sentences

MOST_OF_ONE = 3
"""Places of one student under one mistake; more would drown the others."""


class Seen(Frozen):
    """A place in a student's text. quote: `text[start:end]`; sentence: the whole one around it.

    quote and sentence are "" for what is missing in a text.
    """

    key: str
    sentence: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0


def places_of(key: str, text: str, finding: Finding) -> tuple[Seen, ...]:
    """Return the places a finding quotes, one a sentence; one without words for an absence."""
    if not finding.quotes:
        return (Seen(key=key),)
    found: dict[int, Seen] = {}
    cut = sentences(text)
    for quote in finding.quotes:
        around = _around(cut, quote)
        where = around.start if around else quote.start
        told = around.text if around else quote.quote
        found.setdefault(where, Seen(key=key, sentence=told, **asdict(quote)))
    return tuple(found.values())[:MOST_OF_ONE]


def sentence_of(key: str, text: str, quote: Quote) -> Seen:
    """Return the place of one quote with the sentence around it."""
    around = _around(sentences(text), quote)
    return Seen(key=key, sentence=around.text if around else quote.quote, **asdict(quote))


def _around(cut: tuple[Sentence, ...], quote: Quote) -> Sentence | None:
    """Return the sentence in which a quote begins."""
    return next((one for one in cut if one.start <= quote.start < one.end), None)
