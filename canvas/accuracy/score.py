"""From labelled texts and a checker to the table of its agreement with the readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from canvas.accuracy.labelled import Labelled
from canvas.accuracy.measures import Measures, Pair, measure
from canvas.models.finding import Quote, Report
from canvas.models.vocabulary import Mistake, RelationshipType, Stage, Verdict

TYPES = tuple(kind.value for kind in RelationshipType)
STAGES = tuple(stage.value for stage in Stage)
MISTAKES = tuple(mistake.value for mistake in Mistake)
ROWS = (*TYPES, *MISTAKES, *STAGES)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a checker says of one text: labels, the types in order, and its quotes by label."""

    labels: frozenset[str]
    order: tuple[str, ...]
    quotes: dict[str, tuple[str, ...]]
    exact: int
    all_quotes: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A verdict that differs from the label. evidence: the words shown for it, if any."""

    id: str
    label: str
    said: bool
    evidence: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """The whole table. confusion: (missed type, type said) → texts; accused: (accused, clean texts)."""

    rows: dict[str, Measures]
    types: Measures
    mistakes: Measures
    accused: tuple[int, int]
    exact: tuple[int, int]
    first_right: tuple[int, int]
    confusion: Counter[tuple[str, str]]
    wrong: tuple[Wrong, ...]


def verdicts_of(report: Report) -> Verdicts:
    """Return the report as labels: flagged = yes, clear and skipped = no; every entry of types counts."""
    quotes: dict[str, list[Quote]] = {item.type.value: [] for item in report.types}
    for item in report.types:
        quotes[item.type.value].append(Quote(quote=item.quote, start=item.start, end=item.end))
    for mistake, finding in report.findings.items():
        quotes[mistake.value] = list(finding.quotes)
    every = [quote for found in quotes.values() for quote in found]
    flagged = {name.value for name, item in report.findings.items() if item.verdict is Verdict.FLAGGED}
    order = tuple(item.type.value for item in report.types)
    return Verdicts(
        labels=frozenset({*order, *flagged, *(stage.value for stage in report.stages)}),
        order=order,
        quotes={name: tuple(quote.quote for quote in found) for name, found in quotes.items()},
        exact=sum(report.text[quote.start : quote.end] == quote.quote for quote in every),
        all_quotes=len(every),
    )


def score(texts: Sequence[Labelled], judge: Callable[[str], Verdicts]) -> Score:
    """Run the checker over the texts and count. Disputed and missing labels are not scored."""
    judged = [(item, judge(item.text)) for item in texts]
    clean = [
        (item, said)
        for item, said in judged
        if all(item.labels.get(name) is False for name in MISTAKES)  # a null label is no clean text
    ]
    firsts = [(item, said) for item, said in judged if item.first]
    return Score(
        rows={name: measured for name in ROWS if (measured := measure(_pairs(judged, (name,)))).scored},
        types=measure(_pairs(judged, TYPES)),
        mistakes=measure(_pairs(judged, MISTAKES)),
        accused=(sum(bool(said.labels & set(MISTAKES)) for _, said in clean), len(clean)),
        exact=(sum(said.exact for _, said in judged), sum(said.all_quotes for _, said in judged)),
        first_right=(sum(said.order[:1] == (item.first,) for item, said in firsts), len(firsts)),
        confusion=_confusion(judged),
        wrong=tuple(wrong for item, said in judged for wrong in _wrong(item, said)),
    )


def _pairs(judged: Sequence[tuple[Labelled, Verdicts]], names: Sequence[str]) -> list[list[Pair]]:
    groups = []
    for item, said in judged:
        labels = [(item.labels.get(name), name in said.labels) for name in names]
        if pairs := [(label, given) for label, given in labels if label is not None]:
            groups.append(pairs)
    return groups


def _confusion(judged: Sequence[tuple[Labelled, Verdicts]]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for item, said in judged:
        wanted = {name for name in TYPES if item.labels.get(name)} | ({item.first} if item.first else set())
        refused = {name for name in TYPES if item.labels.get(name) is False}
        missed = wanted - said.labels
        extra = (said.labels & refused) if item.labels else (set(said.order) - wanted)
        pairs.update((one, other) for one in missed or {"nothing"} for other in extra or {"nothing"})
    pairs.pop(("nothing", "nothing"), None)
    return pairs


def _wrong(item: Labelled, said: Verdicts) -> list[Wrong]:
    found = [
        Wrong(item.id, name, name in said.labels, said.quotes.get(name, ()), item.text)
        for name in ROWS
        if item.labels.get(name) is not None and item.labels[name] != (name in said.labels)
    ]
    if item.first and said.order[:1] != (item.first,):
        shown = tuple(f"{name}: {'; '.join(said.quotes.get(name, ()))}" for name in said.order)
        found.append(Wrong(item.id, f"{item.first} first", False, shown, item.text))
    return found
