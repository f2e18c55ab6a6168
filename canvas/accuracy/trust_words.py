"""Figures in plain words: “of ten remarks like this, about nine are right”, and between what it may lie."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from canvas.content.trust import load_trust
from canvas.models.trust import Agreement, Estimate, Measurement, Share, TextKind, TextSet, Trust
from canvas.models.vocabulary import Mistake, RelationshipType

FEWEST = 10
"""Fewer cases than this say nothing: a tenth of them would be less than one."""
_NUMBERS = "none one two three four five six seven eight nine ten".split()
_MONTHS = "January February March April May June July August September October November December".split()


def trust_sentence(label: Mistake | RelationshipType, *, sure: bool = True) -> str:
    """Return how often a remark of this kind, or a type so named, is right; "" where too few were counted.

    sure: whether the evidence for a type is sure; types that are only probable are counted together.
    """
    sections = sections_of(load_trust())
    if isinstance(label, RelationshipType) and not sure:
        probable = sections.tables[TextKind.SECTIONS].probable if sections else None
        return f"Of ten types marked “probably”, {_are_right(probable)}." if _enough(probable) else ""
    row = sections.tables[TextKind.SECTIONS].rows.get(label.value) if sections else None
    if row is None or row.said < FEWEST:
        return ""
    what = "remarks like this" if isinstance(label, Mistake) else "times that it names this type"
    return f"Of ten {what}, {_are_right(row.precision)}."


def sections_of(trust: Trust) -> Measurement | None:
    """Return the measurement that speaks for sections nobody tuned on; the other one only where there is none."""
    found = (trust.of(chosen) for chosen in (TextSet.KEPT_APART, TextSet.TUNED_ON))
    return next((one for one in found if one and TextKind.SECTIONS in one.tables), None)


def remarks_right(row: Agreement) -> str:
    """Return how many of the remarks are right, with the range and what was counted."""
    if row.said < FEWEST:
        return f"It made this remark only {_times(row.said)}: too few to say how many are right."
    return f"Of ten remarks like this, {_are_right(row.precision)} ({_range(row.precision, row.said, 'remarks')})."


def mistakes_found(row: Agreement) -> str:
    """Return how many of the texts with this mistake are found, with the range and what was counted."""
    if row.positives < FEWEST:
        return f"Only {row.positives} of the sections had this mistake: too few to say how many it finds."
    within = _range(row.recall, row.positives, "such sections")
    return f"Of ten sections with this mistake, it finds {tenths(row.recall)} ({within})."


def how_common(row: Agreement) -> str:
    """Return how many of the texts carry the label."""
    return f"{row.positives} of these {row.scored} sections had this mistake."


def type_words(row: Agreement) -> str:
    """Return how often a named type is right, and how many of those described are found."""
    if row.said < FEWEST or row.positives < FEWEST:
        return f"It was there in {row.positives} sections only: too few to say."
    return (
        f"Of ten times that it names this type, {_are_right(row.precision)} "
        f"({_range(row.precision, row.said, 'times')}). "
        f"Of ten sections that describe it, it sees {tenths(row.recall)} "
        f"({_range(row.recall, row.positives, 'such sections')})."
    )


def probable_words(counted: Share | None) -> str:
    """Return how often a type that is only probable is right."""
    if not _enough(counted):
        return "A type marked “probably” was named too seldom to say how often it is right."
    assert counted is not None
    within = _range(counted, counted.whole, "of them")
    return f"Of ten types marked “probably”, {_are_right(counted)} ({within})."


def accused_words(counted: Share | None) -> str:
    """Return how many texts without a mistake were accused of one."""
    if counted is None:
        return ""
    said = f"{counted.part} of {counted.whole} sections without any mistake"
    return f"{said} {'was' if counted.part == 1 else 'were'} accused of one ({percent(counted)})."


def tenths(figure: Estimate | Share) -> str:
    """Return a figure as so many of ten, rounded, never as all of ten: others may still go wrong."""
    nearest = round(figure.value * 10)
    if nearest == 10:
        return "nine or ten"
    if nearest == 0 and figure.value:
        return "less than one"
    return f"about {_NUMBERS[nearest]}" if nearest else "none"


def percent(counted: Share) -> str:
    """Return a share in per cent with its range."""
    return f"{counted.value:.0%}; it may be between {floor(counted.low * 100)} and {ceil(counted.high * 100)} %"


def ranged(figure: Estimate) -> str:
    """Return a figure for a table: “0.92 (0.80–0.97)”."""
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def written(day: date) -> str:
    """Return a date as 22 November 2026, in every country the same."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _are_right(figure: Estimate | Share | None) -> str:
    assert figure is not None
    words = tenths(figure)
    return f"{words} {'is' if words.endswith(' one') else 'are'} right"


def _range(figure: Estimate | Share, counted: int, what: str) -> str:
    """Return the range in tenths, rounded away from the figure, so that it never looks narrower than it is."""
    low, high = floor(figure.low * 10 + 1e-9), ceil(figure.high * 10 - 1e-9)
    return f"counted on {counted} {what}; it may be between {_NUMBERS[low]} and {_NUMBERS[high]}"


def _enough(counted: Share | None) -> bool:
    return counted is not None and counted.whole >= FEWEST


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
