"""What a student says about the own text, for the instructor: disagreements, the own rating, the last revision."""

from __future__ import annotations

from collections.abc import Iterable

from canvas.content.library import library
from canvas.models.base import Frozen
from canvas.models.receipt import Receipt, ReceiptLine
from canvas.models.vocabulary import Level
from canvas.models.workbook import Objection, SelfRating, Workbook
from canvas.writing.receipt_words import OUTCOMES, says


class Disagreement(Frozen):
    """A remark the student disagrees with: its name, the quoted words (none for an absence) and the reason."""

    name: str
    quotes: tuple[str, ...]
    because: str


class Rated(Frozen):
    """One row of the rubric as the student sees it: its title, the name of the level and what that level says."""

    title: str
    level: str
    says: str


class Revised(Frozen):
    """What became of a remark. pairs: the sentences (before, after), "" where one came or went."""

    name: str
    outcome: str
    says: str
    pairs: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]


class OwnView(Frozen):
    """Everything a student says about the own text; nothing of it is a mark."""

    disagreements: tuple[Disagreement, ...]
    ratings: tuple[Rated, ...]
    revision: tuple[Revised, ...]

    def __bool__(self) -> bool:
        return bool(self.disagreements or self.ratings or self.revision)


def own_view_of(
    workbook: Workbook, *, disagreements: bool = True, ratings: bool = False, receipt: Receipt | None = None
) -> OwnView:
    """Return what an export tells about a student's own view. receipt: of the last two checked drafts."""
    return OwnView(
        disagreements=tuple(map(_disagreement, workbook.objections)) if disagreements else (),
        ratings=tuple(_rated(workbook.self_assessment)) if ratings else (),
        revision=tuple(map(_revised, receipt.lines)) if receipt else (),
    )


def _disagreement(objection: Objection) -> Disagreement:
    name = library().mistakes[objection.mistake].name
    return Disagreement(name=name, quotes=tuple(objection.words.splitlines()), because=objection.because.strip())


def _rated(ratings: Iterable[SelfRating]) -> Iterable[Rated]:
    """Yield the rated rows in the order of the rubric; a row the rubric no longer has is left out."""
    chosen = {rating.row: rating.level for rating in ratings}
    for row in library().rubric:
        if row.id in chosen:
            level, told = row.levels[list(Level).index(chosen[row.id])]
            yield Rated(title=row.title, level=level, says=told)


def _revised(line: ReceiptLine) -> Revised:
    return Revised(
        name=library().mistakes[line.mistake].name,
        outcome=OUTCOMES[line.outcome],
        says=f"{says(line)} {line.because}".strip(),
        pairs=tuple((pair.before, pair.after) for pair in line.pairs),
        evidence=tuple(quote.quote for quote in line.evidence),
    )
