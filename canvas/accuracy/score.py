"""From labelled texts and a checker to the table of its agreement with the readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from canvas.accuracy.labelled import Labelled
from canvas.accuracy.measures import Pair, measure, share
from canvas.accuracy.verdicts import Verdicts
from canvas.models.trust import Agreement, Share, Table
from canvas.models.vocabulary import Mistake, RelationshipType, Stage

TYPES = tuple(kind.value for kind in RelationshipType)
STAGES = tuple(stage.value for stage in Stage)
MISTAKES = tuple(mistake.value for mistake in Mistake)
TYPES_SUM, MISTAKES_SUM = "all types", "all mistakes"


@dataclass(frozen=True, slots=True)
class Names:
    """The labels of one shape of texts. rows: a line each; sums: labels counted together, by name."""

    rows: tuple[str, ...]
    sums: dict[str, tuple[str, ...]]
    confused: tuple[str, ...]


SECTION_NAMES = Names((*TYPES, *MISTAKES, *STAGES), {TYPES_SUM: TYPES, MISTAKES_SUM: MISTAKES}, TYPES)


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
    """The table, what was taken for what ((missed, said) → texts), and every wrong verdict."""

    table: Table
    confusion: Counter[tuple[str, str]]
    wrong: tuple[Wrong, ...]


Judged = Sequence[tuple[Labelled, Verdicts]]


def score(
    texts: Sequence[Labelled],
    judge: Callable[[Labelled], Verdicts],
    floor: Callable[[Labelled], Verdicts] | None = None,
    names: Names = SECTION_NAMES,
) -> Score:
    """Run the checker, and the floor to beat, over the texts and count what is labelled and undisputed."""
    judged = [(item, judge(item)) for item in texts]
    table = _table(judged, names)
    if floor:
        below = _table([(item, floor(item)) for item in texts], names)
        table = table.model_copy(
            update={
                "keywords": {name: row.f1.value for name, row in (below.rows | below.sums).items()},
                "keywords_accused": below.accused,
                "keywords_first": below.first,
            }
        )
    return Score(
        table=table,
        confusion=_confusion(judged, names.confused),
        wrong=tuple(wrong for item, said in judged for wrong in _wrong(item, said, names.rows)),
    )


def _table(judged: Judged, names: Names) -> Table:
    rows = _agreements(judged, {name: (name,) for name in names.rows})
    marks = [(item.mark, said.mark) for item, said in judged if item.mark is not None and said.mark is not None]
    return Table(
        texts=len(judged),
        rows=rows,
        sums=_agreements(judged, {name: of for name, of in names.sums.items() if len(rows.keys() & of) > 1}),
        accused=_accused(judged),
        exact=_counted(quote < said.exact for _, said in judged for quote in range(said.all_quotes)),
        first=_counted(said.order[:1] == (item.first,) for item, said in judged if item.first),
        sure=_named(judged, probable=False),
        probable=_named(judged, probable=True),
        near=_counted(abs(mark - given) <= 1 for mark, given in marks),
        same=_counted(mark == given for mark, given in marks),
    )


def _agreements(judged: Judged, groups: dict[str, tuple[str, ...]]) -> dict[str, Agreement]:
    found = {name: measure(_pairs(judged, labels)) for name, labels in groups.items()}
    return {name: agreement for name, agreement in found.items() if agreement.scored}


def _pairs(judged: Judged, names: Sequence[str]) -> list[list[Pair]]:
    groups = []
    for item, said in judged:
        labels = [(item.labels.get(name), name in said.labels) for name in names]
        if pairs := [(label, given) for label, given in labels if label is not None]:
            groups.append(pairs)
    return groups


def _accused(judged: Judged) -> Share | None:
    """Count the accused among texts without any mistake; a null label makes no clean text."""
    clean = [said for item, said in judged if all(item.labels.get(name) is False for name in MISTAKES)]
    return _counted(bool(said.labels & set(MISTAKES)) for said in clean)


def _named(judged: Judged, *, probable: bool) -> Share | None:
    """Count how many of the types named with this evidence the readers see too."""
    return _counted(
        item.labels[name] is True
        for item, said in judged
        for name in set(said.order)
        if item.labels.get(name) is not None and (name in said.probable) is probable
    )


def _counted(right: Iterable[bool]) -> Share | None:
    seen = list(right)
    return share(sum(seen), len(seen)) if seen else None


def _confusion(judged: Judged, names: Sequence[str]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for item, said in judged:
        wanted = {name for name in names if item.labels.get(name)} | ({item.first} if item.first else set())
        refused = {name for name in names if item.labels.get(name) is False}
        missed = wanted - said.labels
        extra = (said.labels & refused) if item.labels else (set(said.order) - wanted)
        pairs.update((one, other) for one in missed or {"nothing"} for other in extra or {"nothing"})
    pairs.pop(("nothing", "nothing"), None)
    return pairs


def _wrong(item: Labelled, said: Verdicts, rows: Sequence[str]) -> list[Wrong]:
    found = [
        Wrong(item.id, name, name in said.labels, said.quotes.get(name, ()), item.text)
        for name in rows
        if item.labels.get(name) is not None and item.labels[name] != (name in said.labels)
    ]
    if item.first and said.order[:1] != (item.first,):
        shown = tuple(f"{name}: {'; '.join(said.quotes.get(name, ()))}" for name in said.order)
        found.append(Wrong(item.id, f"{item.first} first", False, shown, item.text))
    if item.mark is not None and said.mark is not None and abs(item.mark - said.mark) > 1:
        found.append(Wrong(item.id, f"mark {item.mark}", False, (f"the tool gives {said.mark}",), item.text))
    return found
