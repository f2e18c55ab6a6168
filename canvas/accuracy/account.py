"""The account of trust: everything the page and docs/accuracy.md say, as plain data, made from the figures."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.accuracy import trust_words as words
from canvas.accuracy.score import MISTAKES_SUM, STAGES, TYPES_SUM
from canvas.accuracy.trust_words import Told
from canvas.models.base import Frozen
from canvas.models.teaching import Library
from canvas.models.trust import Agreement, KnownWeakness, Measurement, Share, Table, TextKind, TextSet, Trust
from canvas.models.vocabulary import Mistake, RelationshipType

_SETS = {
    TextSet.KEPT_APART: "Texts kept apart",
    TextSet.TUNED_ON: "Texts the rules were tuned on",
}
_NOTHING = "Nothing has been counted yet."
KINDS = {
    TextKind.SECTIONS: "sections",
    TextKind.SENTENCES: "single sentences",
    TextKind.STATEMENTS: "statements of one type",
    TextKind.VAGUE: "sentences, vague or not",
    TextKind.ANSWERS: "answers to a case",
}
_HEAD = ("", "counted", "with it", "precision", "recall", "F1", "kappa", "two instructors", "keyword list, F1")


class CheckWords(Frozen):
    """One check or type in sentences."""

    id: str
    name: str
    says: tuple[Told, ...]


class Figures(Frozen):
    """One table for the curious; rows are as long as the head. notes: figures that stand in no table."""

    title: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


class Account(Frozen):
    """What is told, in its order; `measured` says on which texts and when all sentences were counted."""

    lead: str
    measured: str
    checks: tuple[CheckWords, ...]
    accused: Told
    types: tuple[CheckWords, ...]
    probable: Told
    weaknesses: tuple[KnownWeakness, ...]
    when_wrong: tuple[str, ...]
    how: tuple[str, ...]
    figures: tuple[Figures, ...]


def account(trust: Trust, library: Library) -> Account:
    """Return the account. Where no sections were measured yet, it says so and gives no figures."""
    chosen = words.sections_of(trust)
    table = chosen.tables[TextKind.SECTIONS] if chosen else Table(texts=0)
    return Account(
        lead=trust.text.lead,
        measured=f"The figures in these sentences were counted {_where(chosen)}" if chosen else _NOTHING,
        checks=tuple(
            CheckWords(id=name, name=library.mistakes[name].name, says=_check(table.rows[name]))
            for name in Mistake
            if name in table.rows
        ),
        accused=words.good_accused(table.accused),
        types=tuple(
            CheckWords(id=name, name=library.types[name].name, says=_type(table.rows[name]))
            for name in RelationshipType
            if name in table.rows
        ),
        probable=words.probable_right(table.probable),
        weaknesses=trust.text.weakness,
        when_wrong=trust.text.when_wrong,
        how=(*trust.text.how, _readers(trust)),
        figures=tuple(_figures(one, trust, library) for one in trust.measurements),
    )


def _check(row: Agreement) -> tuple[Told, ...]:
    return words.remarks_right(row), words.mistakes_found(row)


def _type(row: Agreement) -> tuple[Told, ...]:
    return words.type_right(row), words.type_seen(row)


def _where(measured: Measurement) -> str:
    return (
        f"on {words.written(measured.day)} with checker {measured.checker}, "
        f"on {measured.texts} texts: {measured.description}."
    )


def _readers(trust: Trust) -> str:
    readers = trust.text.readers
    kappa = ", ".join(f"{value:.2f}" for value in readers.kappa.values())
    return (
        f"No program can agree with people more than people agree with each other. For {readers.who} kappa is "
        f"{kappa} on the four mistakes in the order above, and F1 on the types is {readers.types_f1:.2f}."
    )


def _figures(measured: Measurement, trust: Trust, library: Library) -> Figures:
    sections = measured.tables.get(TextKind.SECTIONS, Table(texts=0))
    return Figures(
        title=_SETS[measured.set],
        caption=f"Measured {_where(measured)} Beside each figure stands its range.",
        head=_HEAD,
        rows=tuple(_rows(sections, trust, library)),
        notes=tuple(_notes(measured)),
    )


def _rows(table: Table, trust: Trust, library: Library) -> Iterator[tuple[str, ...]]:
    names = {name.value: card.name for name, card in library.types.items()}
    names |= {TYPES_SUM: "All types together"}
    names |= {name.value: card.name for name, card in library.mistakes.items()}
    names |= {MISTAKES_SUM: "All mistakes together"} | {name: f"Stage: {name}" for name in STAGES}
    readers = {name.value: f"{value:.2f}" for name, value in trust.text.readers.kappa.items()}
    readers[TYPES_SUM] = f"F1 {trust.text.readers.types_f1:.2f}"
    for name, shown in names.items():
        if row := table.rows.get(name) or table.sums.get(name):
            floor = f"{table.keywords[name]:.2f}" if name in table.keywords else "–"
            yield (shown, *_row(row), readers.get(name, "–"), floor)


def _row(row: Agreement) -> tuple[str, ...]:
    agreed = (row.precision, row.recall, row.f1, row.kappa)
    return str(row.scored), str(row.positives), *(words.ranged(figure) for figure in agreed)


def _notes(measured: Measurement) -> Iterator[str]:
    for kind, table in measured.tables.items():
        before = f"{KINDS[kind]}: " if len(measured.tables) > 1 else ""
        counted: dict[str, Share | None] = {
            "texts without a mistake that were accused of one": table.accused,
            "types named with sure evidence that are right": table.sure,
            "types named as probable that are right": table.probable,
            "types that were found and stand first": table.first,
            "marks that are at most one point off": table.near,
            "quotes that are the exact words of the text": table.exact,
        }
        if kind is not TextKind.SECTIONS:
            for name, row in (table.sums or table.rows).items():
                yield f"{before}{name.replace('_', ' ')}, F1 {words.ranged(row.f1)} over {row.scored} verdicts"
        yield from (
            f"{before}{one.part} of {one.whole} {what} ({words.percent(one)})"
            for what, one in counted.items()
            if one
        )
