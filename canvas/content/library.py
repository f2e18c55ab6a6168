"""Everything that is taught, loaded once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from canvas.content.loader import near, parse_toml, read_text, read_toml, shown
from canvas.errors import ContentError
from canvas.models.base import Frozen
from canvas.models.teaching import (
    BlockCard,
    Lesson,
    LessonPart,
    Library,
    MistakeCard,
    QuestionCard,
    RubricRow,
    Term,
    TypeCard,
    Writing,
)
from canvas.models.vocabulary import Block, KeyQuestion, Mistake, RelationshipType
from canvas.models.workbook import Workbook

FOLDER = Path(__file__).parent
_FENCE = "+++"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PART = re.compile(r"^:::\s*(.*?)\s*$", re.MULTILINE)


class _Types(Frozen):
    type: tuple[TypeCard, ...]


class _Mistakes(Frozen):
    mistake: tuple[MistakeCard, ...]


class _Questions(Frozen):
    question: tuple[QuestionCard, ...]


class _Blocks(Frozen):
    block: tuple[BlockCard, ...]


class _Rubric(Frozen):
    row: tuple[RubricRow, ...]


class _Glossary(Frozen):
    term: tuple[Term, ...]


class _Card(Protocol):
    @property
    def id(self) -> StrEnum: ...


C = TypeVar("C", bound=_Card)


@cache
def library() -> Library:
    """Return all that is taught, loaded once a process. Raises ContentError on the first wrong file."""
    return load_library(FOLDER)


def load_library(folder: Path) -> Library:
    """Return the library of a content folder. Raises ContentError naming file, field and mend."""
    writing = read_toml(folder / "writing.toml", Writing)
    glossary = read_toml(folder / "glossary.toml", _Glossary).term
    mistakes = read_toml(folder / "mistakes.toml", _Mistakes).mistake
    lessons = load_lessons(folder / "lessons", glossary)
    _check_mistake_lessons(folder / "mistakes.toml", mistakes, lessons)
    return Library(
        types=_complete(folder / "types.toml", read_toml(folder / "types.toml", _Types).type, RelationshipType),
        mistakes=_complete(folder / "mistakes.toml", mistakes, Mistake),
        questions=_complete(
            folder / "questions.toml", read_toml(folder / "questions.toml", _Questions).question, KeyQuestion
        ),
        blocks=_complete(folder / "blocks.toml", read_toml(folder / "blocks.toml", _Blocks).block, Block),
        rubric=read_toml(folder / "rubric.toml", _Rubric).row,
        glossary=glossary,
        lessons=lessons,
        openers=writing.openers,
        weak_example=writing.weak_example,
        sample=read_toml(folder / "sample_plan.toml", Workbook),
    )


def load_lessons(folder: Path, glossary: Sequence[Term]) -> tuple[Lesson, ...]:
    """Return the lessons of a folder in the order of their file names, links and terms checked."""
    paths = sorted(folder.glob("*.md"))
    lessons = tuple(_read_lesson(path) for path in paths)
    slugs = [lesson.slug for lesson in lessons]
    for path, lesson in zip(paths, lessons, strict=True):
        problems = [*_broken_links(lesson, slugs), *_unknown_parts(lesson), *_unknown_terms(lesson, glossary)]
        if problems:
            raise ContentError("\n  ".join(problems), where=shown(path))
    return lessons


def _read_lesson(path: Path) -> Lesson:
    """Read `02-key-questions.md`: a TOML head between two lines of `+++`, then the Markdown body."""
    text = read_text(path)
    try:
        before, head, body = text.split(f"{_FENCE}\n", 2)
    except ValueError:
        before = head = body = ""
    if before or not body.strip():
        raise ContentError(
            "A lesson begins with a head between two lines of '+++', followed by its text.", where=shown(path)
        )
    slug = path.stem.partition("-")[2]
    return parse_toml(f"\n{head}", Lesson, shown(path), {"slug": slug, "body": body})


def _broken_links(lesson: Lesson, slugs: list[str]) -> list[str]:
    """Lessons link only to each other: `[text](lesson:slug)`."""
    problems = []
    for target in _LINK.findall(lesson.body):
        kind, _, slug = target.partition(":")
        if kind != "lesson" or slug not in slugs:
            hint = near(slug, slugs) or "write (lesson:slug) with the slug of a lesson."
            problems.append(f"the link '{target}' leads nowhere — {hint}")
    return problems


def _unknown_parts(lesson: Lesson) -> list[str]:
    known = [part.value for part in LessonPart]
    return [
        f"there is no part '{name}' — {near(name, known) or f'known parts are {known}.'}"
        for name in _PART.findall(lesson.body)
        if name not in known
    ]


def _unknown_terms(lesson: Lesson, glossary: Sequence[Term]) -> list[str]:
    """Every term of the head is in the glossary and occurs in the text."""
    known = {entry.term: entry for entry in glossary}
    words = " ".join(lesson.body.lower().split())
    problems = []
    for index, name in enumerate(lesson.terms):
        if name not in known:
            hint = near(name, list(known)) or "add it to glossary.toml."
            problems.append(f"terms[{index}]: '{name}' is not in the glossary — {hint}")
        elif not any(form.lower() in words for form in (name, *known[name].aliases)):
            problems.append(f"terms[{index}]: '{name}' does not occur in the text. Use it, or take it out.")
    return problems


def _check_mistake_lessons(path: Path, mistakes: Sequence[MistakeCard], lessons: Sequence[Lesson]) -> None:
    slugs = [lesson.slug for lesson in lessons]
    for index, card in enumerate(mistakes):
        if card.lesson not in slugs:
            hint = near(card.lesson, slugs) or f"known lessons are {', '.join(slugs)}."
            raise ContentError(
                f"mistake[{index}].lesson: there is no lesson '{card.lesson}' — {hint}", where=shown(path)
            )


K = TypeVar("K", bound=StrEnum)


def _complete(path: Path, cards: Sequence[C], ids: type[K]) -> dict[K, C]:
    """Return the cards by id, in the fixed order. Raises ContentError for a missing or a second card."""
    found = [card.id for card in cards]
    problems = [f"the card '{name.value}' is missing. Add it." for name in ids if name not in found]
    problems += [
        f"the card '{name}' is there {found.count(name)} times."
        for name in sorted(set(found))
        if found.count(name) > 1
    ]
    if problems:
        raise ContentError("\n  ".join(problems), where=shown(path))
    return {name: next(card for card in cards if card.id == name) for name in ids}
