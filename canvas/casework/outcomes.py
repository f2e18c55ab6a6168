"""From what was seen in an answer to the outcome of each criterion: met or not, on which words, why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from canvas.casework.section import check_outcome, type_quotes
from canvas.models.case import Kind, Outcome, Proposed
from canvas.models.case_criteria import Criterion, Measure
from canvas.models.finding import Quote, Report

_DETAIL_NAMES = {
    "who": "who takes part",
    "how_many": "how many",
    "when": "when",
    "what": "what is asked or shown",
    "result": "what is done with the result",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was seen in one answer.

    said: for criteria with wordings of their own, the words by the criterion's id. report: of a section only.
    """

    kind: Kind
    proposed: tuple[Proposed, ...]
    facts: Mapping[str, Quote]
    said: Mapping[str, tuple[Quote, ...]]
    report: Report | None


def outcome(criterion: Criterion, seen: Seen) -> Outcome:
    """Return the outcome for one criterion."""
    match criterion.measure:
        case Measure.ACTIVITIES:
            quotes = tuple(one.quote for one in seen.proposed)
            return _counted(criterion, quotes, _so_far(one.name for one in seen.proposed))
        case Measure.LISTENING:
            quotes = tuple(one.quote for one in seen.proposed if one.listens)
            return _counted(criterion, quotes, _deaf(seen.proposed))
        case Measure.FACTS:
            quotes = tuple(seen.facts.values())
            return _counted(criterion, quotes, _so_far(f"“{quote.quote}”" for quote in quotes))
        case Measure.DETAIL:
            return _detailed(criterion, seen.proposed)
        case Measure.SAYS:
            return _counted(criterion, seen.said.get(criterion.id, ()), "")
        case Measure.AVOIDS:
            return _avoided(criterion, seen)
        case Measure.TYPES:
            names, quotes = type_quotes(criterion, seen.report)
            return _counted(criterion, quotes, _so_far(names))
        case Measure.CHECK:
            return check_outcome(criterion, seen.report, is_answer=seen.kind is Kind.ANSWER)


def _counted(criterion: Criterion, quotes: tuple[Quote, ...], seen: str) -> Outcome:
    """Return the outcome of a criterion that counts quotes. seen: told when they are too few."""
    if len(quotes) >= criterion.enough:
        return Outcome(met=True, quotes=quotes, why=criterion.met)
    return Outcome(met=False, quotes=quotes, why=f"{criterion.unmet} {seen}".strip(), ask=criterion.question)


def _avoided(criterion: Criterion, seen: Seen) -> Outcome:
    quotes = seen.said.get(criterion.id, ())
    if seen.kind is Kind.ANSWER and not quotes:
        return Outcome(met=True, why=criterion.met)
    return Outcome(met=False, quotes=quotes, why=criterion.unmet, ask=criterion.question)


def _so_far(names: Iterable[str]) -> str:
    """Say what there is already: "So far I see: A survey."."""
    told = _listed(list(names))
    return f"So far I see: {told}." if told else ""


def _deaf(proposed: Sequence[Proposed]) -> str:
    """Say which proposals tell customers something and learn nothing from them."""
    told = _listed([one.name for one in proposed if not one.listens])
    return f"None of these asks or watches a customer: {told}." if told else ""


def _detailed(criterion: Criterion, proposed: Sequence[Proposed]) -> Outcome:
    """Return the outcome for the proposal that gives most detail, and name what it lacks."""
    best = max(proposed, key=lambda one: len(one.details), default=None)
    if best is None:
        return Outcome(met=False, why=criterion.unmet, ask=criterion.question)
    met = len(best.details) >= criterion.enough
    quotes = tuple(sorted(best.details.values(), key=lambda quote: quote.start))
    given = _listed([_DETAIL_NAMES[name] for name in _DETAIL_NAMES if name in best.details])
    missing = _listed([_DETAIL_NAMES[name] for name in _DETAIL_NAMES if name not in best.details])
    why = criterion.met if met else criterion.unmet
    if given:
        why += f" “{best.name}” says {given}."
    return Outcome(met=met, quotes=quotes, why=why, ask="" if met else f"Can you add {missing}?")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
