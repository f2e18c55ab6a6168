"""Which sentences of an answer are copied from the brief or from a model answer."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.models.case import Case
from canvas.reading.units import Unit, units

_RUN = 5
"""Words in a row that two texts share only when one was copied from the other."""
_SHARE = 0.6
"""Part of a sentence's runs that must be known before the sentence counts as copied."""

_SHORT = 4
"""Runs of a sentence so short that people may word it alike; all of them must be known, and three at least."""

Run = tuple[str, ...]


def known_runs(case: Case) -> frozenset[Run]:
    """Return the runs of words of everything a student can copy: brief, task, criteria, ideas, samples."""
    texts = [case.brief, case.task, *case.copied, *(fact.statement for fact in case.facts)]
    texts += [f"{idea.name}. {idea.explained}" for idea in case.ideas]
    texts += [sample.answer for sample in case.samples]
    texts += [text for one in case.criteria for text in (one.asks, one.hint)]
    return frozenset(run for text in texts for unit in units(text) for run in _runs(unit))


def is_copied(unit: Unit, known: frozenset[Run]) -> bool:
    """Tell whether a sentence is taken over word by word."""
    runs = _runs(unit)
    shared = sum(run in known for run in runs)
    if len(runs) <= _SHORT:
        return shared == len(runs) >= _SHORT - 1
    return shared >= _SHARE * len(runs)


def _runs(unit: Unit) -> Sequence[Run]:
    words = [word.text for word in unit.words if word.text]
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
