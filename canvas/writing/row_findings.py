"""What the program sees in a section for each row of the rubric: words of the text, and what it did not find.

There is no level and no number in it. The student rates the rows first; this is what to compare with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from canvas.checks.result import quotes_of, said
from canvas.models.base import Frozen
from canvas.models.finding import Finding, PlanQuestion, Quote, Report
from canvas.models.vocabulary import Mistake, Stage, Verdict
from canvas.models.workbook import Workbook
from canvas.reading.facts import Facts
from canvas.writing.section import GAP
from canvas.writing.sentences import Sentence, sentences, words_of

_STAGES = {
    Stage.BEFORE: "before the purchase",
    Stage.DURING: "during the purchase",
    Stage.AFTER: "after the purchase",
}
_LONG = 40
"""Words from which on a sentence is hard to follow."""
_MOST = 3
_SMALL_WORDS = 4


class RowFound(Frozen):
    """What was found for one row. row: its id. seen: sentences with quotes. missing: what was not found."""

    row: str
    seen: tuple[str, ...]
    missing: tuple[str, ...]


def row_findings(workbook: Workbook, report: Report, facts: Facts) -> tuple[RowFound, ...]:
    """Return what a draft shows for each row of the rubric, in its order. report and facts: of the draft."""
    draft = sentences(workbook.draft.text)
    return (
        _row("journey", _journey_seen(facts), _journey_missing(facts)),
        _row("segments", _segments_seen(workbook, draft), _segments_missing(workbook, draft, report)),
        _row("specific", _specific_seen(facts), _blamed(report.findings[Mistake.TOO_GENERAL])),
        _row("fit", _fit_seen(workbook, draft), _fit_missing(report)),
        _row("english", _english_seen(draft), _english_missing(draft)),
    )


def _row(row: str, seen: Iterable[str], missing: Iterable[str]) -> RowFound:
    return RowFound(row=row, seen=tuple(seen)[:_MOST], missing=tuple(missing)[:_MOST])


def _journey_seen(facts: Facts) -> Iterator[str]:
    for stage, name in _STAGES.items():
        if found := facts.stages[stage]:
            yield f"{name.capitalize()}: {said(quotes_of(found))}."


def _journey_missing(facts: Facts) -> Iterator[str]:
    for stage, name in _STAGES.items():
        if not facts.stages[stage]:
            yield f"Nothing was found about what happens {name}."


def _segments_seen(workbook: Workbook, draft: tuple[Sentence, ...]) -> Iterator[str]:
    for segment in workbook.venture.segments:
        if segment.name.strip() and (where := _naming(segment.name, draft)):
            yield f"“{segment.name.strip()}” is named here: {_quoted(where)}."


def _segments_missing(workbook: Workbook, draft: tuple[Sentence, ...], report: Report) -> Iterator[str]:
    for segment in workbook.venture.segments:
        if segment.name.strip() and not _naming(segment.name, draft):
            yield f"“{segment.name.strip()}” stands in your plan, but the text does not name it."
    yield from _blamed(report.findings[Mistake.ONE_TYPE_FOR_ALL])


def _specific_seen(facts: Facts) -> Iterator[str]:
    for quote in quotes_of(facts.specifics)[:_MOST]:
        yield f"A detail that belongs to your business: {_quoted(quote.quote)}."


def _fit_seen(workbook: Workbook, draft: tuple[Sentence, ...]) -> Iterator[str]:
    for name, answer in (
        ("value proposition", workbook.venture.value_proposition),
        ("channels", workbook.venture.channels),
    ):
        wanted = _telling(answer)
        best = max(draft, key=lambda one: (len(wanted & _telling(one.text)), -one.start), default=None)
        if best and (common := wanted & _telling(best.text)):
            shared = [f"“{word}”" for word in words_of(answer) if word in common]
            told = " and ".join(dict.fromkeys(shared[:2]))
            yield f"This sentence shares {told} with your {name}: {_quoted(best.text)}."


def _fit_missing(report: Report) -> Iterator[str]:
    yield from _blamed(report.findings[Mistake.CHANNEL_CONFUSION])
    yield from (_asked(question) for question in report.questions)


def _english_seen(draft: tuple[Sentence, ...]) -> Iterator[str]:
    if draft and not any(_is_long(one) for one in draft):
        yield f"Every sentence has fewer than {_LONG} words."


def _english_missing(draft: tuple[Sentence, ...]) -> Iterator[str]:
    for one in draft:
        if _is_long(one):
            yield f"This sentence is long, with {len(words_of(one.text))} words: {_quoted(one.text)}."
        elif GAP.search(one.text):
            yield f"A gap is still open: {one.text}."


def _blamed(finding: Finding) -> Iterator[str]:
    """Yield the reason of a remark, which quotes its words."""
    if finding.verdict is Verdict.FLAGGED and finding.why:
        yield finding.why


def _asked(question: PlanQuestion) -> str:
    return f"{question.why} {question.ask}"


def _naming(name: str, draft: tuple[Sentence, ...]) -> str:
    """Return the first sentence that names a segment, also in another number: "Commuters", "a commuter"."""
    wanted = {_stem(word) for word in words_of(name) if len(word) >= _SMALL_WORDS} or set(words_of(name))
    for one in draft:
        if wanted <= {_stem(word) for word in words_of(one.text)}:
            return one.text
    return ""


def _stem(word: str) -> str:
    """Return a noun without what makes it plural."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def _telling(text: str) -> set[str]:
    return {word for word in words_of(text) if len(word) > _SMALL_WORDS}


def _is_long(sentence: Sentence) -> bool:
    return len(words_of(sentence.text)) >= _LONG


def _quoted(words: str) -> str:
    return said([Quote(quote=words, start=0, end=len(words))])
