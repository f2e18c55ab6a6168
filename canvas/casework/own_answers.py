"""The case's own answers as its tests: which verdict each declares, which it gets, and what the engine saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.casework.judge import Examiner
from canvas.casework.reader import Reader, Sign
from canvas.models.case import Case, CaseLanguage, Expected, Judgement
from canvas.models.case_criteria import Criterion, Measure
from canvas.models.finding import Quote
from canvas.reading.units import units

_SHORTEST = 3
"""Words below which a sentence is a heading or a greeting, and no wording is missing for it."""
_SHOWN = 4
"""Quotes and sentences in one message; more would bury what is to be done."""


@dataclass(frozen=True)
class Wrong:
    """A verdict that is not the declared one. what: both verdicts. saw: what was read. mend: what to do."""

    what: str
    saw: str
    mend: str


@dataclass(frozen=True)
class OwnAnswer:
    """One of the case's own answers, its judgement, and every verdict that is not the declared one."""

    expected: Expected
    judgement: Judgement
    wrong: tuple[Wrong, ...]


def own_verdicts(case: Case, examiner: Examiner) -> tuple[OwnAnswer, ...]:
    """Return the case's own answers with their verdicts, in the order of their files."""
    return tuple(_judged(case, answer, examiner.judge(answer.answer)) for answer in case.answers)


def untold_facts(case: Case, language: CaseLanguage) -> tuple[int, ...]:
    """Return the indexes of the facts of which no wording is found in the brief: nobody can know them."""
    sentences = Reader(case, language).read(case.brief.replace("*", ""))
    told = {found.id for sentence in sentences for found in sentence.of(Sign.FACT)}
    return tuple(index for index, fact in enumerate(case.facts) if fact.id not in told)


def _judged(case: Case, expected: Expected, found: Judgement) -> OwnAnswer:
    return OwnAnswer(expected, found, tuple(_wrong(case, expected, found)))


def _wrong(case: Case, expected: Expected, found: Judgement) -> Iterator[Wrong]:
    for criterion in case.criteria:
        declared, met = expected.criteria[criterion.id], found.criteria[criterion.id].met
        if declared != met:
            what = f"{criterion.id}: declared {_word(declared)}, the engine says {_word(met)}."
            yield Wrong(what, _saw(case, criterion, found), _mend(criterion, found, met))
    if set(expected.ideas) != set(found.ideas):
        what = f"ideas: declared {_names(expected.ideas)}, the engine says {_names(found.ideas)}."
        yield Wrong(what, _saw_proposals(found), _IDEAS)
    if expected.kind is not found.kind:
        what = f'kind: declared "{expected.kind.value}", the engine says "{found.kind.value}".'
        yield Wrong(what, f"{_saw_proposals(found)} {_saw_facts(found)}", _KIND)


_IDEAS = (
    "Only proposals that listen are named here. Add the words of the answer to `wordings` of the right idea, "
    'or declare what the engine says: an idea that the case does not name is "other".'
)
_KIND = 'An answer with a proposal is always "answer". Declare the right kind, or add or narrow a wording.'


def _word(met: bool) -> str:
    return "true" if met else "false"


def _names(ideas: Sequence[str]) -> str:
    return f"[{', '.join(sorted(ideas))}]"


def _saw(case: Case, criterion: Criterion, found: Judgement) -> str:
    match criterion.measure:
        case Measure.FACTS:
            return _saw_facts(found)
        case Measure.ACTIVITIES | Measure.LISTENING:
            return _saw_proposals(found)
        case Measure.DETAIL:
            best = max(found.proposals, key=lambda one: len(one.details), default=None)
            told = _listed(best.details) if best else "no proposal, so no detail"
            return f"It sees in the fullest proposal: {told}." if best else f"It sees {told}."
        case _:
            quotes = found.criteria[criterion.id].quotes
            words = ", ".join(f"“{_flat(one.quote)}”" for one in quotes[:_SHOWN])
            return f"It sees {words}." if words else f"It sees nothing. {found.criteria[criterion.id].why}"


def _saw_facts(found: Judgement) -> str:
    return f"It sees the facts: {_listed(found.facts)}." if found.facts else "It sees no fact."


def _saw_proposals(found: Judgement) -> str:
    if not found.proposals:
        return "It sees no proposal."
    told = [
        f"{one.activity} ({'listens' if one.listens else 'does not listen'}) “{_flat(one.quote.quote)}”"
        for one in found.proposals
    ]
    return f"It sees the proposals: {', '.join(told)}."


def _listed(quotes: Mapping[str, Quote]) -> str:
    return ", ".join(f"{name} “{_flat(quote.quote)}”" for name, quote in quotes.items()) or "nothing"


def _mend(criterion: Criterion, found: Judgement, met: bool) -> str:
    """Say which words to add, or which to narrow."""
    if met:
        return _NARROW[criterion.measure]
    unseen = _unseen(found, criterion.measure) if criterion.measure in _READS_SENTENCES else []
    more = f" Nothing new is counted in: {' '.join(unseen[:_SHOWN])}" if unseen else ""
    return _ADD[criterion.measure] + more


_READS_SENTENCES = (Measure.ACTIVITIES, Measure.LISTENING, Measure.FACTS, Measure.SAYS)
_TRY = (
    "The same proposal counts once. Where two are one, name one in `covers` of the other, or give both one idea."
)
_NEW = "Add the words of the missing proposal to `wordings` of an idea, or as a new [[activities]]"
_ADD = {
    Measure.ACTIVITIES: f"{_NEW}.",
    Measure.LISTENING: f"{_NEW} with listens = true.",
    Measure.FACTS: "Add the words by which the answer names a fact to the `wordings` of that fact.",
    Measure.DETAIL: "Who, how many, when, what is asked, what is done with the result: say more in the answer, "
    "put customers into `people` under [words], or ask for fewer with `needs`.",
    Measure.SAYS: "Add the words of the answer to `wordings` of the criterion.",
    Measure.AVOIDS: "Make the wording narrower, or add what makes it harmless to `unless` of the criterion.",
    Measure.TYPES: "Say in the answer what exactly happens with the customer, or declare false.",
    Measure.CHECK: "Mend the answer as the check says, or declare false.",
}
_NARROW = {
    Measure.ACTIVITIES: _TRY,
    Measure.LISTENING: f"What teaches the firm nothing is one of the [[activities]] with listens = false. {_TRY}",
    Measure.FACTS: "Make the wording that is too wide narrower, or add what it must not stand beside to `unless`.",
    Measure.DETAIL: "Ask for more with `needs`, or declare true.",
    Measure.SAYS: "Make the wording of the criterion narrower, or add to its `unless`.",
    Measure.AVOIDS: "Add the words that must not stand in an answer to `wordings` of the criterion.",
    Measure.TYPES: "Name in `types` which relationship types count, or declare true.",
    Measure.CHECK: "The check finds nothing in this text: make the answer worse, or declare true.",
}


def _unseen(found: Judgement, measure: Measure) -> list[str]:
    """Return the sentences of an answer in which nothing of what the measure counts was seen."""
    proposals = [one.quote for one in found.proposals]
    quotes = list(found.facts.values()) if measure is Measure.FACTS else proposals
    return [
        f"“{_flat(found.text[unit.start : unit.end])}”"
        for unit in units(found.text)
        if unit.length >= _SHORTEST and not any(unit.start <= one.start < unit.end for one in quotes)
    ]


def _flat(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else f"{words[:159]}…"
