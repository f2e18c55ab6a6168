"""Judging one answer to a case: every criterion with quotes, a reason and a question back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from canvas.casework.copied import known_runs
from canvas.casework.meaning import Meaning, meanings
from canvas.casework.proposals import activities_of, proposals
from canvas.casework.reader import Reader, Sentence, Sign
from canvas.models.case import Case, CaseLanguage, Judgement, Kind, Outcome, Proposed
from canvas.models.case_criteria import Criterion, Measure
from canvas.models.finding import Quote, Strength

_SAYS = {
    Kind.ANSWER: "",
    Kind.EMPTY: "There is nothing to read yet. One sentence is a fine beginning.",
    Kind.OFF_TOPIC: "I cannot find the case in this text. Read the brief again: what can Nate's team do?",
    Kind.RETELLING: "You tell what happened, and that is a good start. Now go on: what can the team do next time?",
    Kind.PASTED: "These are the words of the case or of the course. Which activities do you yourself propose?",
    Kind.INSTRUCTIONS: "This text speaks to the marker. Only ideas count here, so tell Nate what you would do.",
}
_DETAIL_NAMES = {
    "who": "who takes part",
    "how_many": "how many",
    "when": "when",
    "what": "what is asked or shown",
    "result": "what is done with the result",
}


class Examiner:
    """One case made ready for judging many answers."""

    def __init__(self, case: Case, language: CaseLanguage) -> None:
        self._case = case
        self._activities = activities_of(case, language)
        self._reader = Reader(case, language)
        self._known = known_runs(case)

    def judge(self, answer: str) -> Judgement:
        """Return what the answer shows. Offsets refer to `answer`; same answer, same judgement."""
        sentences = self._reader.read(answer)
        meant = meanings(sentences, self._known)
        proposed = proposals(sentences, meant, self._activities)
        kind = _kind(sentences, meant, proposed)
        facts = {} if kind in (Kind.PASTED, Kind.INSTRUCTIONS) else _facts(sentences, meant, bool(proposed))
        criteria = {one.id: _outcome(one, proposed, facts) for one in self._case.criteria}
        return Judgement(
            text=answer,
            kind=kind,
            says=_SAYS[kind],
            works=_works(self._case.criteria, criteria, proposed, facts),
            criteria=criteria,
            ideas=tuple(dict.fromkeys(one.idea for one in proposed if one.listens)),
            proposals=proposed,
            facts=facts,
            mark=sum(outcome.met for outcome in criteria.values()),
        )


def judge(answer: str, case: Case, language: CaseLanguage) -> Judgement:
    """Judge one answer; whoever judges many keeps an Examiner."""
    return Examiner(case, language).judge(answer)


def _kind(sentences: Sequence[Sentence], meant: Sequence[Meaning], proposed: Sequence[Proposed]) -> Kind:
    if not any(sentence.unit.length for sentence in sentences):
        return Kind.EMPTY
    if proposed:
        return Kind.ANSWER
    if Meaning.INSTRUCTION in meant:
        return Kind.INSTRUCTIONS
    copied = sum(
        s.unit.length for s, m in zip(sentences, meant, strict=True) if m in (Meaning.COPIED, Meaning.DEFINED)
    )
    addressed = any(sentence.has(Sign.ADDRESSED) for sentence in sentences)
    if addressed or copied * 2 >= sum(sentence.unit.length for sentence in sentences):
        return Kind.PASTED
    return Kind.RETELLING if any(sentence.has(Sign.FACT) for sentence in sentences) else Kind.OFF_TOPIC


def _facts(sentences: Sequence[Sentence], meant: Sequence[Meaning], proposing: bool) -> dict[str, Quote]:
    """Return the facts used in the student's own sentences, each with its first quote."""
    found: dict[str, Quote] = {}
    for sentence, meaning in zip(sentences, meant, strict=True):
        if meaning in (Meaning.COPIED, Meaning.INSTRUCTION) or sentence.has(Sign.ADDRESSED):
            continue
        for fact in sentence.of(Sign.FACT):
            found.setdefault(fact.id, fact.quote)
    return found


def _outcome(criterion: Criterion, proposed: Sequence[Proposed], facts: Mapping[str, Quote]) -> Outcome:
    match criterion.measure:
        case Measure.ACTIVITIES:
            quotes, seen = tuple(one.quote for one in proposed), _only(one.name for one in proposed)
        case Measure.LISTENING:
            quotes, seen = tuple(one.quote for one in proposed if one.listens), _deaf(proposed)
        case Measure.FACTS:
            quotes, seen = tuple(facts.values()), _only(f"“{quote.quote}”" for quote in facts.values())
        case Measure.DETAIL:
            return _detailed(criterion, proposed)
    if len(quotes) >= criterion.needs:
        return Outcome(met=True, quotes=quotes, why=criterion.met)
    return Outcome(met=False, quotes=quotes, why=f"{criterion.unmet} {seen}".strip(), ask=criterion.question)


def _only(names: Iterable[str]) -> str:
    """Say what there is already: "So far I see: A survey."."""
    listed = _listed(list(names))
    return f"So far I see: {listed}." if listed else ""


def _deaf(proposed: Sequence[Proposed]) -> str:
    """Say which proposals tell customers something and learn nothing from them."""
    listed = _listed([one.name for one in proposed if not one.listens])
    return f"None of these asks or watches a player: {listed}." if listed else ""


def _detailed(criterion: Criterion, proposed: Sequence[Proposed]) -> Outcome:
    """Return the outcome for the proposal that gives most detail, and name what it lacks."""
    best = max(proposed, key=lambda one: len(one.details), default=None)
    if best is None:
        return Outcome(met=False, why=criterion.unmet, ask=criterion.question)
    met = len(best.details) >= criterion.needs
    quotes = tuple(sorted(best.details.values(), key=lambda quote: quote.start))
    given = _listed([_DETAIL_NAMES[name] for name in _DETAIL_NAMES if name in best.details])
    missing = _listed([_DETAIL_NAMES[name] for name in _DETAIL_NAMES if name not in best.details])
    why = criterion.met if met else criterion.unmet
    if given:
        why += f" “{best.name}” says {given}."
    return Outcome(met=met, quotes=quotes, why=why, ask="" if met else f"Can you add {missing}?")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _works(
    criteria: Sequence[Criterion],
    outcomes: Mapping[str, Outcome],
    proposed: Sequence[Proposed],
    facts: Mapping[str, Quote],
) -> tuple[Strength, ...]:
    """Return what works: the criteria met, else at least the first good beginning."""
    works = [Strength(says=one.met, quotes=outcomes[one.id].quotes) for one in criteria if outcomes[one.id].met]
    listening = [one for one in proposed if one.listens]
    if not works and listening:
        works = [Strength(says=f"You want to listen: {listening[0].name.lower()}.", quotes=(listening[0].quote,))]
    if not works and facts:
        works = [Strength(says="You have read the case closely.", quotes=tuple(facts.values())[:2])]
    return tuple(works)
