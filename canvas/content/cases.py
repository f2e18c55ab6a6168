"""The only loader of cases: a folder a case, read strictly; and the language their answers are read with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from canvas.content.case_files import (
    ANSWERS,
    BRIEF,
    DECLARATION,
    Stamp,
    read_answers,
    read_brief,
    read_declaration,
    stamp_of,
)
from canvas.content.case_folders import BUILT_IN, CaseFolder, case_folders, case_roots
from canvas.content.case_rules import Problem, contradictions, language_problems, markup, unexpected
from canvas.content.loader import at_line, near, path_told, read_text, read_toml, shown
from canvas.content.rules import load_rules
from canvas.errors import ContentError, InputError
from canvas.models.case import Case, CaseLanguage, CaseText

__all__ = [
    "BUILT_IN",
    "BrokenCase",
    "case_folder",
    "case_roots",
    "case_slugs",
    "cases_and_broken",
    "load_case",
    "load_cases",
    "load_folder",
    "load_language",
]
LANGUAGE = Path(__file__).parent / "case_language.toml"


@dataclass(frozen=True)
class BrokenCase:
    """A case that cannot be shown: its folder, and the error with every problem of its files.

    key: differs for all broken cases, also where two folders have one name.
    """

    slug: str
    error: ContentError
    folder: CaseFolder

    @property
    def key(self) -> str:
        """Return a name that no other case has."""
        return f"broken:{self.folder.path}:{self.folder.wrong}"


def case_slugs(roots: Sequence[Path] | None = None) -> tuple[str, ...]:
    """Return the names of all case folders that can be read, sorted. roots: None means `case_roots()`."""
    return tuple(folder.slug for folder in case_folders(roots) if not folder.wrong)


def case_folder(slug: str, roots: Sequence[Path] | None = None) -> CaseFolder:
    """Return the folder of a case. Raises InputError for an unknown name, and names the nearest one."""
    folders = {folder.slug: folder for folder in case_folders(roots) if not folder.wrong}
    if slug not in folders:
        hint = near(slug, list(folders))
        mend = f"{hint.capitalize()} " if hint else ""
        raise InputError(f"There is no case '{slug}'.", mend=f"{mend}Known cases: {', '.join(folders) or 'none'}.")
    return folders[slug]


def load_case(slug: str, roots: Sequence[Path] | None = None) -> Case:
    """Return a case. Raises InputError for an unknown name, ContentError with every problem of its files."""
    return load_folder(case_folder(slug, roots))


def load_folder(folder: CaseFolder) -> Case:
    """Return the case of a folder, read anew when a file has changed. Raises ContentError with every problem."""
    folder.refuse()
    return _load(folder.path, stamp_of(folder.path))


def load_cases(roots: Sequence[Path] | None = None) -> tuple[Case, ...]:
    """Return all cases in the order of their names. Raises ContentError for a broken one."""
    return tuple(load_folder(folder) for folder in case_folders(roots))


def cases_and_broken(roots: Sequence[Path] | None = None) -> tuple[Case | BrokenCase, ...]:
    """Return all cases in the order of their names; a broken one stands among them and bars no other."""
    return tuple(_whole_or_broken(folder) for folder in case_folders(roots))


def _whole_or_broken(folder: CaseFolder) -> Case | BrokenCase:
    try:
        return load_folder(folder)
    except ContentError as error:
        return BrokenCase(folder.slug, error, folder)


@lru_cache(maxsize=1)
def load_language() -> CaseLanguage:
    """Return how answers are worded in any case. Raises ContentError for a wrong file."""
    rules = load_rules()
    own = read_toml(LANGUAGE, CaseLanguage)
    words = {"irregular": rules.irregular | own.irregular, "spelling": rules.spelling | own.spelling}
    language = own.model_copy(update=words)
    _refuse([f"{shown(LANGUAGE)}: {one}" for one in language_problems(language)])
    return language


@lru_cache(maxsize=64)
def _load(folder: Path, stamp: Stamp) -> Case:
    """Read one folder, gathering the problems of all its files before refusing it. stamp: of its files now."""
    problems: list[str] = []
    declared = read_declaration(folder, problems)
    answers = read_answers(folder, problems)
    brief = read_brief(folder, problems)
    problems += [f"{shown(folder / BRIEF)}: line {line}, {told}" for line, told in markup(brief)]
    if declared is not None:
        problems += _addressed(folder / DECLARATION, contradictions(declared, load_language()))
        for name, answer in answers.items():
            problems += _addressed(folder / ANSWERS / name, unexpected(declared, answer))
    _refuse(problems)
    assert declared is not None
    fields = {name: getattr(declared, name) for name in CaseText.model_fields}
    return Case(slug=folder.name, brief=brief, answers=tuple(answers.values()), **fields)


def _addressed(path: Path, problems: Sequence[Problem]) -> list[str]:
    """Return problems as sentences that begin with the file, the line and the field."""
    text = read_text(path) if problems else ""
    return [f"{shown(path)}: {at_line(text, place)}{path_told(place)}{told}" for place, told in problems]


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise ContentError("\n".join(problems))
