"""From a text to facts: which relationships, stages, channels and particulars it names, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.free_wording import probable_labels
from canvas.reading.negation import Use
from canvas.reading.patterns import Hit, Matcher
from canvas.reading.quotes import trimmed
from canvas.reading.standing import BAIT, standings
from canvas.reading.text import readable
from canvas.reading.units import Unit, units

_PARTICULAR = 3
"""Own words from which on a sentence says something particular."""
_ACTORS = frozenset(
    "we us our ours i me my they them their theirs you your he him his she her hers it its who whoever everyone "
    "everybody anyone someone somebody one each themselves himself herself yourself "
    "that when if while until".split()
)
"""Words of a sentence in which somebody does something; a note in a list has none of them."""
_SURE_ENOUGH = 0.9
"""The probability from which on free wording is believed about a type in a note that names nobody."""
FREE_WORDING = "free-wording"
"""What stands for a rule where no rule has found it."""
_TYPES = frozenset(kind.value for kind in RelationshipType)
_STAGES = frozenset(stage.value for stage in Stage)
_MATCHERS: WeakKeyDictionary[RuleBook, Matcher] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the text that show something. unit: index into Facts.units; why: the reason of the rule."""

    start: int
    end: int
    quote: str
    unit: int
    sure: bool
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the checks know of a text; each tuple in the order of the text, `types` best evidence first.

    own_words: for each unit, how many of its words could not stand in any company's plan.
    """

    text: str
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

    @property
    def words(self) -> int:
        """Words of the text that can be evidence."""
        return sum(unit.length for unit in self.units if unit.counts)

    @property
    def unread(self) -> float:
        """Share of the words that stand in particular sentences of which no rule understands anything."""
        return sum(unit.length for unit in self._unread_units()) / max(1, self.words)

    @property
    def untold(self) -> float:
        """The share of unread words in sentences about somebody; a note ("yearly contracts") tells no deed."""
        return sum(unit.length for unit in self._unread_units() if _tells(unit)) / max(1, self.words)

    def _unread_units(self) -> Iterator[Unit]:
        kinds = (*self.types.values(), *self.stages.values(), self.channels, self.promotion, self.uniform)
        understood = {item.unit for items in kinds for item in items} | {item.unit for item, _ in self.unused}
        for index, unit in enumerate(self.units):
            if self.own_words[index] >= _PARTICULAR and index not in understood:
                yield unit

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
    found_units = units(text)
    matcher = matcher_of(rules)
    hits = matcher.hits(found_units)
    used: list[tuple[Hit, Evidence]] = []
    unused: list[tuple[Evidence, Use]] = []
    for standing in standings(found_units, hits):
        if standing.use is None:
            continue
        hit = standing.hit
        start, end = trimmed(text, found_units[hit.unit].words, hit.first, hit.last)
        evidence = Evidence(start, end, text[start:end], hit.unit, hit.rule.sure, hit.rule.id, hit.rule.why)
        if standing.use is Use.USED:
            used.append((hit, evidence))
        else:
            unused.append((evidence, standing.use))
    bait = {hit.unit for hit in hits if hit.rule.label == BAIT}
    free = list(_free(text, found_units, rules, used, {item.unit for item, _ in unused} | bait))
    return Facts(
        text=text,
        units=found_units,
        types=_types(used, free),
        stages={
            stage: (
                *(item for hit, item in used if stage in hit.rule.stages),
                *(item for label, item in free if label == stage.value),
            )
            for stage in Stage
        },
        channels=_labelled(used, "channel"),
        promotion=_labelled(used, "promotion"),
        specifics=_labelled(used, "specific"),
        vague=_labelled(used, "vague"),
        uniform=_labelled(used, "uniform"),
        hints=_labelled(used, "hint"),
        deeds=_labelled(used, "deed"),
        unused=tuple(unused),
        own_words=_own_words(found_units, used, matcher),
    )


def _own_words(found: tuple[Unit, ...], used: list[tuple[Hit, Evidence]], matcher: Matcher) -> tuple[int, ...]:
    """Return, for each unit, how many of its words are not words that any company could use.

    Words inside empty phrases, and figures, do not count: "the NPS will reach 70" tells nothing of a business.
    """
    empty: dict[int, list[tuple[int, int]]] = {}
    for hit, item in used:
        if hit.rule.label == "vague":
            empty.setdefault(item.unit, []).append((item.start, item.end))
    counts = []
    for index, unit in enumerate(found):
        if not unit.counts:
            counts.append(0)
            continue
        own = [word for word in unit.words if word.text[:1].isalpha() and not matcher.is_generic(word.text)]
        inside = empty.get(index, [])
        counts.append(sum(not any(start <= word.start < end for start, end in inside) for word in own))
    return tuple(counts)


def _labelled(used: list[tuple[Hit, Evidence]], label: str) -> tuple[Evidence, ...]:
    return tuple(evidence for hit, evidence in used if hit.rule.label == label)


def _free(
    text: str,
    found: tuple[Unit, ...],
    rules: RuleBook,
    used: list[tuple[Hit, Evidence]],
    shut: set[int],
) -> Iterator[tuple[str, Evidence]]:
    """Yield probable evidence from free wording: types, or a stage, where no rule has found any in the unit.

    shut: units with bait or with something negated, of which a bag of words would make too much.
    """
    if rules.wording is None:
        return
    typed = {hit.unit for hit, _ in used if hit.rule.label in _TYPES} | shut
    staged = {(hit.unit, stage.value) for hit, _ in used for stage in hit.rule.stages}
    shaped = {hit.unit for hit, _ in used if hit.rule.label == RelationshipType.CO_CREATION.value}
    staged |= {(unit, Stage.AFTER.value) for unit in shaped if not _tells(found[unit])}
    told = any(Stage.AFTER in hit.rule.stages and hit.rule.sure for hit, _ in used)
    for index, label, sure in probable_labels(readable(text), found, rules.wording, typed if told else ()):
        unit = found[index]
        if label in _TYPES and sure < _SURE_ENOUGH and not _tells(unit):
            continue
        if (label in _TYPES and index not in typed) or (label in _STAGES and (index, label) not in staged):
            quote = text[unit.start : unit.end]
            yield (
                label,
                Evidence(unit.start, unit.end, quote, index, False, FREE_WORDING, "Its words are used so."),
            )


def _tells(unit: Unit) -> bool:
    """Tell whether a unit is a sentence about somebody, not a note such as "New markets, product categories"."""
    return any(word.text in _ACTORS for word in unit.words)


def _types(
    used: list[tuple[Hit, Evidence]], free: list[tuple[str, Evidence]]
) -> dict[RelationshipType, tuple[Evidence, ...]]:
    """Return the types found, best evidence first: sure before probable, more before less, early before late."""
    found = {
        kind: (*_labelled(used, kind.value), *(item for label, item in free if label == kind.value))
        for kind in RelationshipType
    }
    kept = {
        kind: sorted(items, key=lambda item: (not item.sure, item.start)) for kind, items in found.items() if items
    }
    order = sorted(kept, key=lambda kind: (not kept[kind][0].sure, -len(kept[kind]), kept[kind][0].start))
    return {kind: tuple(kept[kind]) for kind in order}
