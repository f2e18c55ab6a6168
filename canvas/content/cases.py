"""The only loader of cases: a folder a case, read strictly; and the language their answers are read with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from canvas.content.loader import ROOT, near, read_text, read_toml, shown
from canvas.content.rules import load_rules
from canvas.errors import CanvasError, ContentError, InputError
from canvas.models.case import Case, CaseLanguage, CaseText, Expected, Worded
from canvas.models.pattern import parse

M = TypeVar("M", CaseText, Expected)
BUILT_IN = ROOT / "cases"
LANGUAGE = Path(__file__).parent / "case_language.toml"


def case_slugs(roots: Sequence[Path] = (BUILT_IN,)) -> tuple[str, ...]:
    """Return the names of all case folders, sorted; a folder is a case when it holds a case.toml."""
    return tuple(sorted({path.parent.name for root in roots for path in root.glob("*/case.toml")}))


def load_case(slug: str, roots: Sequence[Path] = (BUILT_IN,)) -> Case:
    """Return a case. Raises InputError for an unknown name, ContentError with every problem of its files."""
    known = case_slugs(roots)
    if slug not in known:
        hint = near(slug, known)
        mend = f"{hint.capitalize()} " if hint else ""
        raise InputError(f"There is no case '{slug}'.", mend=f"{mend}Known cases: {', '.join(known) or 'none'}.")
    folder = next(root / slug for root in roots if (root / slug / "case.toml").exists())
    return _load(folder.resolve())


@dataclass(frozen=True)
class BrokenCase:
    """A case that cannot be shown: the name of its folder, and the error with every problem of its files."""

    slug: str
    error: ContentError


def load_cases(roots: Sequence[Path] = (BUILT_IN,)) -> tuple[Case, ...]:
    """Return all cases in the order of their names. Raises ContentError for a broken one."""
    return tuple(load_case(slug, roots) for slug in case_slugs(roots))


def cases_and_broken(roots: Sequence[Path] = (BUILT_IN,)) -> tuple[Case | BrokenCase, ...]:
    """Return all cases in the order of their names; a broken one stands among them and bars no other."""
    return tuple(_whole_or_broken(slug, roots) for slug in case_slugs(roots))


def _whole_or_broken(slug: str, roots: Sequence[Path]) -> Case | BrokenCase:
    try:
        return load_case(slug, roots)
    except ContentError as error:
        return BrokenCase(slug, error)


@lru_cache(maxsize=1)
def load_language() -> CaseLanguage:
    """Return how answers are worded in any case. Raises ContentError for a wrong file."""
    rules = load_rules()
    own = read_toml(LANGUAGE, CaseLanguage)
    words = {"irregular": rules.irregular | own.irregular, "spelling": rules.spelling | own.spelling}
    language = own.model_copy(update=words)
    known = {activity.id for activity in language.activities}
    _refuse([f"{shown(LANGUAGE)}: {one}" for one in _unknown(language, language.activities, known)])
    return language


@lru_cache(maxsize=64)
def _load(folder: Path) -> Case:
    """Read one folder, gathering the problems of all its files before refusing it."""
    problems: list[str] = []
    declared = _gather(folder / "case.toml", CaseText, problems)
    answers = [_gather(path, Expected, problems) for path in sorted((folder / "answers").glob("*.toml"))]
    try:
        brief = read_text(folder / "brief.md")
    except CanvasError as error:
        problems.append(str(error))
    if declared is not None:
        problems += [f"{shown(folder / 'case.toml')}: {one}" for one in _contradictions(declared)]
        problems += [f"{shown(folder / 'answers')}: {one}" for one in _unexpected(declared, answers)]
    _refuse(problems)
    assert declared is not None
    fields = {name: getattr(declared, name) for name in CaseText.model_fields}
    return Case(slug=folder.name, brief=brief, answers=tuple(one for one in answers if one), **fields)


def _gather(path: Path, model: type[M], problems: list[str]) -> M | None:
    try:
        return read_toml(path, model)
    except ContentError as error:
        problems.append(str(error))
        return None


def _contradictions(case: CaseText) -> list[str]:
    """Return what no single field can know: ids used twice, quotes that are not in the sample, unknown classes."""
    found = []
    for name, things in (("criteria", case.criteria), ("facts", case.facts), ("ideas", case.ideas)):
        ids = [thing.id for thing in things]
        found += [
            f"{name}: the id '{one}' is used twice. Rename one."
            for one in sorted({i for i in ids if ids.count(i) > 1})
        ]
    for sample in case.samples:
        found += [
            f"samples: “{note.quote}” is not in the answer “{sample.title}”. Copy the words exactly."
            for note in sample.notes
            if note.quote not in sample.answer
        ]
    language = load_language()
    known = {thing.id for thing in (*language.activities, *case.ideas, *case.activities)}
    return found + _unknown(language, (*case.ideas, *case.activities, *case.facts), known)


def _unknown(language: CaseLanguage, things: Sequence[Worded], known: set[str]) -> list[str]:
    """Return the word lists and covered activities that do not exist."""
    found = []
    for thing in things:
        names = {
            name
            for text in (*thing.wordings, *thing.unless)
            for element in parse(text)
            for name in element.classes
        }
        found += [
            f"{thing.id}: unknown word list <{name}>. Known: {', '.join(language.classes)}."
            for name in sorted(names - set(language.classes))
        ]
        covered = set(getattr(thing, "covers", ()))
        found += [f"{thing.id}: covers the unknown activity '{name}'." for name in sorted(covered - known)]
    return found


def _unexpected(case: CaseText, answers: Sequence[Expected | None]) -> list[str]:
    """Return the criteria and ideas that an answer expects and the case does not have."""
    criteria = {criterion.id for criterion in case.criteria}
    ideas = {idea.id for idea in case.ideas} | {"other"}
    found = []
    for answer in answers:
        if answer is None:
            continue
        found += [
            f"“{answer.title}” expects the unknown criterion '{one}'."
            for one in sorted(set(answer.criteria) - criteria)
        ]
        found += [
            f"“{answer.title}” expects the unknown idea '{one}'." for one in sorted(set(answer.ideas) - ideas)
        ]
    return found


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise ContentError("\n".join(problems))
