"""Judging one answer to a case: every criterion with quotes, a reason and a question back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from canvas.casework.copied import known_runs
from canvas.casework.meaning import Meaning, meanings
from canvas.casework.outcomes import Seen, outcome
from canvas.casework.proposals import activities_of, proposals
from canvas.casework.reader import Reader, Sentence, Sign
from canvas.casework.section import is_about_customers, read_section
from canvas.models.case import Case, CaseLanguage, Judgement, Kind, Outcome
from canvas.models.case_criteria import Criterion, JudgedBy, Measure
from canvas.models.finding import Quote, Strength
from canvas.models.rule_book import RuleBook

_SAYS = {
    Kind.ANSWER: "",
    Kind.EMPTY: "There is nothing to read yet. One sentence is a fine beginning.",
    Kind.OFF_TOPIC: "I cannot find the case in this text. Read the brief and the task again: what do you propose?",
    Kind.RETELLING: "You tell what happened, and that is a good start. Now go on: what do you propose?",
    Kind.PASTED: "These are the words of the case or of the course. Which activities do you yourself propose?",
    Kind.INSTRUCTIONS: "This text speaks to the marker. Only ideas count here, so say what you would do.",
}

_OF_PROPOSALS = frozenset((Measure.ACTIVITIES, Measure.LISTENING, Measure.DETAIL))


class Examiner:
    """One case made ready for judging many answers. rules: for a case that is judged as a section."""

    def __init__(self, case: Case, language: CaseLanguage, rules: RuleBook | None = None) -> None:
        if rules is None and case.judged_by is JudgedBy.SECTION:
            raise AssertionError(f"the case {case.slug} is judged as a section and needs the rules")
        self._case = case
        self._rules = rules if case.judged_by is JudgedBy.SECTION else None
        self._activities = activities_of(case, language)
        self._reader = Reader(case, language)
        self._known = known_runs(case)
        self._asks_for_proposals = any(one.measure in _OF_PROPOSALS for one in case.criteria)

    def judge(self, answer: str) -> Judgement:
        """Return what the answer shows. Offsets refer to `answer`; same answer, same judgement."""
        seen = self._see(answer)
        criteria = {one.id: outcome(one, seen) for one in self._case.criteria}
        return Judgement(
            text=answer,
            kind=seen.kind,
            says=_SAYS[seen.kind],
            works=_works(self._case.criteria, criteria, seen),
            criteria=criteria,
            ideas=tuple(dict.fromkeys(one.idea for one in seen.proposed if one.listens)),
            proposals=seen.proposed,
            facts=dict(seen.facts),
            mark=sum(one.met for one in criteria.values()),
        )

    def _see(self, answer: str) -> Seen:
        """Read the answer once; all criteria are judged by what is seen here."""
        sentences = self._reader.read(answer)
        meant = meanings(sentences, self._known)
        proposed = proposals(sentences, meant, self._activities) if self._asks_for_proposals else ()
        said = _said(sentences, meant)
        report = read_section(answer, sentences, meant, self._rules) if self._rules else None
        begun = bool(proposed or said or (report and is_about_customers(report)))
        kind = _kind(sentences, meant, begun)
        facts = {} if kind in (Kind.PASTED, Kind.INSTRUCTIONS) else _facts(sentences, meant)
        return Seen(kind=kind, proposed=proposed, facts=facts, said=said, report=report)


def judge(answer: str, case: Case, language: CaseLanguage, rules: RuleBook | None = None) -> Judgement:
    """Judge one answer; whoever judges many keeps an Examiner."""
    return Examiner(case, language, rules).judge(answer)


def _kind(sentences: Sequence[Sentence], meant: Sequence[Meaning], begun: bool) -> Kind:
    if not any(sentence.unit.length for sentence in sentences):
        return Kind.EMPTY
    if begun:
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


def _facts(sentences: Sequence[Sentence], meant: Sequence[Meaning]) -> dict[str, Quote]:
    """Return the facts used in the student's own sentences, each with its first quote."""
    found: dict[str, Quote] = {}
    for sentence, meaning in zip(sentences, meant, strict=True):
        if meaning in (Meaning.COPIED, Meaning.INSTRUCTION) or sentence.has(Sign.ADDRESSED):
            continue
        for fact in sentence.of(Sign.FACT):
            found.setdefault(fact.id, fact.quote)
    return found


def _said(sentences: Sequence[Sentence], meant: Sequence[Meaning]) -> dict[str, tuple[Quote, ...]]:
    """Return the words that criteria with wordings of their own look for, one quote a sentence."""
    found: dict[str, dict[int, Quote]] = {}
    for number, (sentence, meaning) in enumerate(zip(sentences, meant, strict=True)):
        if meaning not in (Meaning.COPIED, Meaning.INSTRUCTION):
            for one in sentence.of(Sign.CRITERION):
                found.setdefault(one.id, {}).setdefault(number, one.quote)
    return {name: tuple(quotes.values()) for name, quotes in found.items()}


def _works(criteria: Sequence[Criterion], outcomes: Mapping[str, Outcome], seen: Seen) -> tuple[Strength, ...]:
    """Return what works: the criteria met, else at least the first good beginning."""
    works = [Strength(says=one.met, quotes=outcomes[one.id].quotes) for one in criteria if outcomes[one.id].met]
    listening = [one for one in seen.proposed if one.listens]
    if not works and listening:
        works = [Strength(says=f"You want to listen: {listening[0].name.lower()}.", quotes=(listening[0].quote,))]
    if not works and seen.report:
        works = list(seen.report.works)
    if not works and seen.facts:
        works = [Strength(says="You have read the case closely.", quotes=tuple(seen.facts.values())[:2])]
    return tuple(works)
