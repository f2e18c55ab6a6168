"""The labelled texts of this bench as examples to learn from: a clause, or a unit of a section, and its labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from bench_files import bench_files

from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.units import units

TYPES = tuple(kind.value for kind in RelationshipType)
STAGES = tuple(stage.value for stage in Stage)
LABELS = (*TYPES, *STAGES, "channel", "vague")


@dataclass(frozen=True)
class Example:
    """A clause, or a unit of a section. known: label → yes or no; what the readers left open is not in it."""

    text: str
    known: dict[str, bool]


def examples() -> list[Example]:
    """Return all examples of the files that may be learned from, in the order of their names."""
    found: list[Example] = []
    for path in bench_files():
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if path.parent.name == "clauses":
                found.append(Example(entry["text"], known_of_clause(entry)))
            else:
                found += units_of_section(entry)
    return found


def known_of_clause(clause: dict) -> dict[str, bool]:
    """Return what the reader of a clause decided."""
    yes = {*clause["types"], *clause["stages"], *(name for name in ("channel", "vague") if clause.get(name))}
    open_ = {*clause.get("types_disputed", ()), *clause.get("stages_disputed", ())}
    return {label: label in yes for label in LABELS if label not in open_}


def units_of_section(section: dict) -> Iterator[Example]:
    """Yield the units: what a section lacks, every unit lacks; what it has, the quoted units have."""
    text, quotes = section["text"], section.get("evidence", {}).get("types", {})
    has = {*section["types"], *section["stages"]}
    open_ = {*section.get("types_disputed", ()), *section.get("stages_disputed", ())}
    for unit in units(text):
        if not unit.counts:
            continue
        known = {label: False for label in (*TYPES, *STAGES) if label not in has | open_}
        for label, told in quotes.items():
            for quote in [told] if isinstance(told, str) else told:
                start = text.find(quote)
                if start >= 0 and start < unit.end and unit.start < start + len(quote):
                    known[label] = True
        yield Example(text[unit.start : unit.end], known)


def truth_of(given: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Return two arrays, examples × labels: the truth, 0 or 1, and where it is known, 0 or 1."""
    truth = np.zeros((len(given), len(LABELS)), np.float32)
    known = np.zeros_like(truth)
    for row, example in enumerate(given):
        for label, yes in example.known.items():
            truth[row, LABELS.index(label)], known[row, LABELS.index(label)] = yes, 1
    return truth, known
