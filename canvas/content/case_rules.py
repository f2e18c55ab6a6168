"""What no single field of a case can know: that names agree, quotes are exact, and no text carries code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from canvas.content.toml_lines import Place
from canvas.models.case import CaseLanguage, CaseText, Expected, Worded
from canvas.models.case_criteria import Criterion, Measure
from canvas.models.clean_text import clean_text
from canvas.models.pattern import named_classes, parse
from canvas.models.vocabulary import RelationshipType

Problem = tuple[Place, str]
"""Where in case.toml, and what is wrong and how to mend it."""
_MARKUP = (
    (re.compile(r"!\["), "a picture", "Describe it in words: pictures are not shown."),
    (re.compile(r"<[a-zA-Z/!?]"), "HTML", "Write Markdown or plain words; write &lt; for the sign <."),
    (
        re.compile(r"\]\(\s*<?(?!https?://|mailto:)", re.I),
        "a link that is no web address",
        "Begin it with https://.",
    ),
    (re.compile(r"^\s{0,3}\[[^\]]+\]:", re.M), "a link in two parts", "Write it as [words](https://…)."),
)
_MOST_BRACKETS = 200
_LONGEST_WORDING = 1_000
_NOT_SHOWN = {"wordings", "unless", "elsewhere", "words"}
_LIST_NAME = re.compile(r"[a-z_]+")


def contradictions(case: CaseText, language: CaseLanguage) -> list[Problem]:
    """Return the problems between the fields of a case.toml."""
    alone = [*_ids(case), *_measures(case), *_samples(case), *_texts(case), *_own_lists(case)]
    return [*alone, *_wordings(case, language)]


def _ids(case: CaseText) -> Iterator[Problem]:
    groups: Mapping[str, Sequence[Criterion | Worded]] = {
        "criteria": case.criteria,
        "facts": case.facts,
        "ideas": case.ideas,
        "activities": case.activities,
    }
    seen: set[tuple[str, str]] = set()
    for name, things in groups.items():
        kind = "ideas" if name == "activities" else name  # an activity with the name of an idea would hide it
        for index, thing in enumerate(things):
            if (kind, thing.id) in seen:
                yield (name, index, "id"), f"the id '{thing.id}' is used twice. Rename one."
            seen.add((kind, thing.id))
    ideas = {idea.id for idea in case.ideas} | {"other"}
    for index, activity in enumerate(case.activities):
        if activity.idea not in ideas:
            told = f"there is no idea '{activity.idea}'. Use {_listed(ideas)}, or leave the field out."
            yield ("activities", index, "idea"), told


def _measures(case: CaseText) -> Iterator[Problem]:
    for index, criterion in enumerate(case.criteria):
        most = {
            Measure.FACTS: len(case.facts),
            Measure.DETAIL: 5,
            Measure.TYPES: len(criterion.types or RelationshipType),
        }
        limit = most.get(criterion.measure, criterion.enough)
        if criterion.enough > limit:
            told = f"nobody can reach {criterion.enough}, since there are {limit}. Write a smaller number."
            yield ("criteria", index, "needs"), told


def _samples(case: CaseText) -> Iterator[Problem]:
    for index, sample in enumerate(case.samples):
        for number, note in enumerate(sample.notes):
            if note.quote not in sample.answer:
                told = f"“{note.quote}” is not in the answer “{sample.title}”. Copy the words exactly."
                yield ("samples", index, "notes", number, "quote"), told


def _texts(case: CaseText) -> Iterator[Problem]:
    for place, text in _strings(case.model_dump(exclude=_NOT_SHOWN), ()):
        for _, told in markup(text):
            yield place, told


def _strings(value: Any, place: tuple[int | str, ...]) -> Iterator[tuple[Place, str]]:
    """Yield every text that a page shows, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_SHOWN:
                yield from _strings(inner, (*place, name))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*place, index))


def markup(text: str) -> list[tuple[int, str]]:
    """Return (line, what is wrong) for everything in a Markdown text that a case must not carry."""
    found = [
        (text.count("\n", 0, hit.start() + len(hit[0]) - 1) + 1, f"this is {name}. {mend}")
        for pattern, name, mend in _MARKUP
        for hit in pattern.finditer(text)
    ]
    if clean_text(text) != text:
        found.append((1, "there are invisible control signs in this text. Type it anew."))
    if text.count("[") > _MOST_BRACKETS:
        found.append((1, f"there are more than {_MOST_BRACKETS} square brackets. Use fewer links."))
    return sorted(found)


def _own_lists(case: CaseText) -> Iterator[Problem]:
    for name, words in case.words.items():
        if not _LIST_NAME.fullmatch(name):
            yield ("words", name), f"the name of a list has small letters and _ only, not '{name}'. Rename it."
        for word in words:
            if not word.strip() or re.search(r"[()|<>?]", word) or _unreadable(word):
                yield ("words", name), f"“{word}” is no word. Write plain words without signs."


def _unreadable(word: str) -> bool:
    try:
        parse(word)
    except ValueError:
        return True
    return False


def _wordings(case: CaseText, language: CaseLanguage) -> Iterator[Problem]:
    """Yield the word lists and covered activities that do not exist."""
    lists = set(language.classes) | set(case.words)
    known = {thing.id for thing in (*language.activities, *case.ideas, *case.activities)}
    groups: Mapping[str, Sequence[Criterion | Worded]] = {
        "criteria": case.criteria,
        "facts": case.facts,
        "ideas": case.ideas,
        "activities": case.activities,
    }
    for name, things in groups.items():
        for index, thing in enumerate(things):
            for field in ("wordings", "unless"):
                for number, text in enumerate(getattr(thing, field)):
                    if len(text) > _LONGEST_WORDING:
                        told = f"has {len(text)} signs; {_LONGEST_WORDING} are allowed. Write several wordings."
                        yield (name, index, field, number), told
                for unknown in sorted(_named_lists(getattr(thing, field)) - lists):
                    yield (name, index, field), _no_list(unknown, lists)
            for other in sorted(set(getattr(thing, "covers", ())) - known):
                yield (name, index, "covers"), f"covers the unknown activity '{other}'. Known: {_listed(known)}."
    for unknown in sorted(_named_lists(case.elsewhere) - lists):
        yield ("elsewhere",), _no_list(unknown, lists)


def _named_lists(wordings: Sequence[str]) -> set[str]:
    """Return the word lists that wordings name: `<people>`, alone or inside an alternative of several words."""
    return {name for text in wordings for name in named_classes(parse(text))}


def _no_list(name: str, lists: set[str]) -> str:
    return f"unknown word list <{name}>. Known: {_listed(lists)}. Or add your own under [words]."


def unexpected(case: CaseText, answer: Expected) -> list[Problem]:
    """Return the criteria and ideas an answer names that the case does not have, and the criteria it forgets."""
    criteria = [criterion.id for criterion in case.criteria]
    ideas = {idea.id for idea in case.ideas} | {"other"}
    found: list[Problem] = [
        (("criteria", one), f"unknown criterion '{one}'. Known: {', '.join(criteria)}.")
        for one in sorted(set(answer.criteria) - set(criteria))
    ]
    found += [
        (("criteria",), f"the criterion '{one}' is missing. Add {one} = true or false.")
        for one in criteria
        if one not in answer.criteria
    ]
    unknown = sorted(set(answer.ideas) - ideas)
    return found + [(("ideas",), f"unknown idea '{one}'. Known: {_listed(ideas)}.") for one in unknown]


def language_problems(language: CaseLanguage) -> list[str]:
    """Return the word lists and activities that the language names and does not have."""
    known, found = {one.id for one in language.activities}, []
    for one in language.activities:
        missing = _named_lists((*one.wordings, *one.unless)) - set(language.classes)
        found += [f"{one.id}: unknown word list <{name}>." for name in sorted(missing)]
        found += [f"{one.id}: covers the unknown activity '{name}'." for name in sorted(set(one.covers) - known)]
    return found


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
