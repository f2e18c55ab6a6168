"""From a text to facts: which relationships, stages, channels and particulars it names, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.clauses import tells
from canvas.reading.evidence import Evidence, whole
from canvas.reading.free_wording import TYPES, Opinion
from canvas.reading.negation import Use
from canvas.reading.own_words import own_words
from canvas.reading.patterns import Hit, Matcher
from canvas.reading.perhaps import perhaps
from canvas.reading.quotes import trimmed
from canvas.reading.same_person import apart_from
from canvas.reading.standing import standings
from canvas.reading.text import readable
from canvas.reading.units import Unit, units_of

PARTICULAR = 3
"""Own words from which on a sentence says something of this business, and not "we put the customer first"."""
_MATCHERS: WeakKeyDictionary[RuleBook, Matcher] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the checks know of a text: what rules found in the order of the text, then what free wording shows.

    types: best evidence first. clean: the text as `readable` returns it. own_words: for each unit, how many of its
    words could not stand in any plan. perhaps: what may mean a second type, the most probable first; empty where
    two were found. maybe_typed, maybe_after: the units that may show a type, or contact after the purchase.
    """

    text: str
    clean: str = field(repr=False)
    units: tuple[Unit, ...]
    types: dict[RelationshipType, tuple[Evidence, ...]]
    stages: dict[Stage, tuple[Evidence, ...]]
    channels: tuple[Evidence, ...]
    promotion: tuple[Evidence, ...]
    specifics: tuple[Evidence, ...]
    vague: tuple[Evidence, ...]
    uniform: tuple[Evidence, ...]
    hints: tuple[Evidence, ...]
    deeds: tuple[Evidence, ...]
    unused: tuple[tuple[Evidence, Use], ...]
    own_words: tuple[int, ...]
    perhaps: tuple[Evidence, ...]
    maybe_typed: frozenset[int]
    maybe_after: frozenset[int]

    @property
    def words(self) -> int:
        """Words of the text that can be evidence."""
        return sum(unit.length for unit in self.units if unit.counts)

    @property
    def unread(self) -> float:
        """Share of the words in particular sentences that nobody here understands, but that may show a type."""
        return self._share(index for index in self._unread_units() if index in self.maybe_typed)

    @property
    def untold(self) -> float:
        """The same share for contact after the purchase; a note ("yearly contracts") tells no deed."""
        return self._share(
            index for index in self._unread_units() if index in self.maybe_after and tells(self.units[index].words)
        )

    def _share(self, indices: Iterator[int]) -> float:
        return sum(self.units[index].length for index in indices) / max(1, self.words)

    def _unread_units(self) -> Iterator[int]:
        kinds = (*self.types.values(), *self.stages.values(), self.channels, self.promotion, self.uniform)
        understood = {item.unit for items in kinds for item in items} | {item.unit for item, _ in self.unused}
        for index in range(len(self.units)):
            if self.own_words[index] >= PARTICULAR and index not in understood:
                yield index

    @property
    def all_words(self) -> int:
        """All words of the text, headings and questions included."""
        return sum(unit.length for unit in self.units)


def matcher_of(rules: RuleBook) -> Matcher:
    """Return the matcher of a rule book, made once."""
    if rules not in _MATCHERS:
        _MATCHERS[rules] = Matcher(rules)
    return _MATCHERS[rules]


def observe(text: str, rules: RuleBook) -> Facts:
    """Read a text once. Never raises; every quote is exactly `text[start:end]`."""
    clean = readable(text)
    found_units = units_of(clean)
    matcher = matcher_of(rules)
    hits = matcher.hits(found_units)
    opinion = Opinion(clean, found_units, rules.wording)
    used, unused = _sorted_hits(text, found_units, hits, opinion)
    denied = {item.unit for item, use in unused if use is not Use.UNLIKELY}
    free = list(_free(text, found_units, opinion, used, denied))
    types = _types(used, free, found_units)
    return Facts(
        text=text,
        clean=clean,
        units=found_units,
        types=types,
        stages={
            stage: (
                *(item for hit, item in used if stage in hit.rule.stages),
                *(item for label, item in free if label == stage.value),
            )
            for stage in Stage
        },
        channels=(*_labelled(used, "channel"), *_channels(used, free)),
        promotion=_labelled(used, "promotion"),
        specifics=_labelled(used, "specific"),
        vague=_labelled(used, "vague"),
        uniform=_labelled(used, "uniform"),
        hints=_labelled(used, "hint"),
        deeds=_labelled(used, "deed"),
        unused=tuple(unused),
        own_words=own_words(
            found_units,
            matcher,
            [item for hit, item in used if hit.rule.label == "vague"],
            {item.unit for label, item in free if label == "vague"},
        ),
        perhaps=tuple(perhaps(text, found_units, opinion, types, denied)),
        maybe_typed=opinion.plausible(TYPES),
        maybe_after=opinion.plausible((Stage.AFTER.value,)),
    )


def _sorted_hits(
    text: str, found: tuple[Unit, ...], hits: Sequence[Hit], opinion: Opinion
) -> tuple[list[tuple[Hit, Evidence]], list[tuple[Evidence, Use]]]:
    """Return the hits that count, and those that do not with what speaks against them."""
    used: list[tuple[Hit, Evidence]] = []
    unused: list[tuple[Evidence, Use]] = []
    for standing in standings(found, hits):
        hit, use = standing.hit, opinion.use_of(standing)
        if use is None:
            continue
        start, end = trimmed(text, found[hit.unit].words, hit.first, hit.last)
        evidence = Evidence(start, end, text[start:end], hit.unit, hit.rule.sure, hit.rule.id, hit.rule.why)
        if use is Use.USED:
            used.append((hit, evidence))
        else:
            unused.append((evidence, use))
    return used, unused


def _channels(used: list[tuple[Hit, Evidence]], free: list[tuple[str, Evidence]]) -> Iterator[Evidence]:
    """Yield units that sell or advertise in free wording, where no relationship was seen."""
    known = {hit.unit for hit, _ in used if hit.rule.label in (*TYPES, "channel", "promotion")}
    known |= {item.unit for label, item in free if label in TYPES}
    return (item for label, item in free if label == "channel" and item.unit not in known)


def _labelled(used: list[tuple[Hit, Evidence]], label: str) -> tuple[Evidence, ...]:
    return tuple(evidence for hit, evidence in used if hit.rule.label == label)


def _free(
    text: str,
    found: tuple[Unit, ...],
    opinion: Opinion,
    used: list[tuple[Hit, Evidence]],
    denied: set[int],
) -> Iterator[tuple[str, Evidence]]:
    """Yield probable evidence from free wording where no rule has found it."""
    known = {(hit.unit, hit.rule.label) for hit, _ in used if hit.rule.label in (*TYPES, "channel")}
    staged = {(hit.unit, stage.value) for hit, _ in used for stage in hit.rule.stages}
    for index, label in opinion.finds(known, staged, denied):
        yield label, whole(text, found[index], index)


def _types(
    used: list[tuple[Hit, Evidence]], free: list[tuple[str, Evidence]], units: Sequence[Unit]
) -> dict[RelationshipType, tuple[Evidence, ...]]:
    """Return the types found, best evidence first: sure before probable, more before less, early before late."""
    found = {
        kind: [*_labelled(used, kind.value), *(item for label, item in free if label == kind.value)]
        for kind in RelationshipType
    }
    own = found[RelationshipType.DEDICATED_PERSONAL_ASSISTANCE]
    found[RelationshipType.PERSONAL_ASSISTANCE] = apart_from(
        own, found[RelationshipType.PERSONAL_ASSISTANCE], units
    )
    kept = {
        kind: sorted(items, key=lambda item: (not item.sure, item.start)) for kind, items in found.items() if items
    }
    order = sorted(kept, key=lambda kind: (not kept[kind][0].sure, -len(kept[kind]), kept[kind][0].start))
    return {kind: tuple(kept[kind]) for kind in order}
