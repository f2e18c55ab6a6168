"""Figures in plain words: “of ten remarks like this, about nine are right”, and between what it may lie."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from canvas.content.trust import load_trust
from canvas.models.base import Frozen
from canvas.models.trust import Agreement, Estimate, Measurement, Share, Table, TextKind, TextSet, Trust
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
    table = sections.tables[TextKind.SECTIONS] if sections else Table(texts=0)
    if isinstance(label, RelationshipType) and not sure:
        probable = table.probable
        return probable_right(probable).says if probable and probable.whole >= FEWEST else ""
    row = table.rows.get(label.value)
    if row is None or row.said < FEWEST:
        return ""
    return (remarks_right(row) if isinstance(label, Mistake) else type_right(row)).says


def sections_of(trust: Trust) -> Measurement | None:
    """Return the measurement that speaks for sections nobody tuned on; the other one only where there is none."""
    found = (trust.of(chosen) for chosen in (TextSet.KEPT_APART, TextSet.TUNED_ON))
    return next((one for one in found if one and TextKind.SECTIONS in one.tables), None)


class Told(Frozen):
    """One figure in plain words: the sentence, and below it what was counted and how far chance could move it."""

    says: str
    counted: str = ""


def remarks_right(row: Agreement) -> Told:
    """Return how many of the remarks are right."""
    return _right(row, "It made this remark", "how many are right", "remarks like this", "remarks")


def mistakes_found(row: Agreement) -> Told:
    """Return how many of the texts with this mistake are found, and how many texts have it."""
    few = "Too few sections have this mistake to say how many it finds."
    return _seen(row, few, "with this mistake, it finds", "have it")


def type_right(row: Agreement) -> Told:
    """Return how often the type is right when it is named."""
    return _right(row, "It named this type", "how often it is right", "times that it names this type", "times")


def type_seen(row: Agreement) -> Told:
    """Return how many of the texts that describe the type are seen, and how many texts do."""
    return _seen(
        row, "Too few sections describe it to say how often it is seen.", "that describe it, it sees", "do"
    )


def _right(row: Agreement, said: str, unknown: str, such: str, unit: str) -> Told:
    """Return how many of ten claims are right, or that too few were made to say so."""
    if row.said < FEWEST:
        return Told(says=f"{said} {_times(row.said)}: too few to say {unknown}.")
    return Told(
        says=f"Of ten {such}, {_are_right(row.precision)}.", counted=_counted(row.precision, row.said, unit)
    )


def _seen(row: Agreement, few: str, found: str, such: str) -> Told:
    """Return how many of ten sections are found, or that too few are of that kind to say so."""
    of = f"{row.positives} of {row.scored} sections"
    if row.positives < FEWEST:
        return Told(says=few, counted=f"{of} {such}.")
    return Told(
        says=f"Of ten sections {found} {tenths(row.recall)}.",
        counted=f"Measured on the {of} that {such}. {_between(row.recall)}",
    )


def probable_right(counted: Share | None) -> Told:
    """Return how often a type that is only probable is right."""
    if counted is None or counted.whole < FEWEST:
        return Told(says="A type marked “probably” was named too seldom to say how often it is right.")
    return Told(
        says=f"Of ten types marked “probably”, {_are_right(counted)}.",
        counted=_counted(counted, counted.whole, "types marked so"),
    )


def good_accused(counted: Share | None) -> Told:
    """Return how many texts without a mistake were accused of one."""
    if counted is None or counted.whole < FEWEST:
        return Told(says="There were too few sections without a mistake to say how often one is accused.")
    words = tenths(counted, fault=True)
    return Told(
        says=f"Of ten sections without any mistake, {words} {_verb(words)} accused of one.",
        counted=f"{counted.part} of {counted.whole} such sections were accused. {_between(counted)}",
    )


def tenths(figure: Estimate | Share, *, fault: bool = False) -> str:
    """Return a figure as so many of ten, never rounded in favour of the program, and never as all of ten.

    fault: the figure counts what goes wrong, so that less of it is better. Where the nearest tenth would look
    better than what was counted, both tenths are told: “eight or nine”.
    """
    exact = round(figure.value * 10, 9)
    below, nearest, above = floor(exact), round(exact), ceil(exact)
    if exact < 1:
        return "less than one" if exact else "none"
    if nearest == 10:
        return "nine or ten"
    flatters = nearest < exact if fault else nearest > exact
    return f"{_NUMBERS[below]} or {_NUMBERS[above]}" if flatters else f"about {_NUMBERS[nearest]}"


def percent(counted: Share) -> str:
    """Return a share in per cent with its range."""
    return f"{counted.value:.0%}, between {floor(counted.low * 100)}% and {ceil(counted.high * 100)}%"


def ranged(figure: Estimate) -> str:
    """Return a figure for a table: “0.92 (0.80–0.97)”."""
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def written(day: date) -> str:
    """Return a date as 22 November 2026, in every country the same."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _are_right(figure: Estimate | Share) -> str:
    words = tenths(figure)
    return f"{words} {_verb(words)} right"


def _verb(words: str) -> str:
    return "is" if words.endswith(" one") else "are"


def _counted(figure: Estimate | Share, counted: int, what: str) -> str:
    return f"Measured on {counted} {what}. {_between(figure)}"


def _between(figure: Estimate | Share) -> str:
    """Return the range in tenths, rounded away from the figure, so that it never looks narrower than it is."""
    low, high = floor(figure.low * 10 + 1e-9), ceil(figure.high * 10 - 1e-9)
    return f"It may be between {low} and {high}."


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
