"""The figures that `accuracy --write` keeps: what can be wrong is looked at before any text is scored."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from canvas.accuracy.checker import checker_name
from canvas.cli.disk import is_folder, is_taken, write
from canvas.content.loader import validate
from canvas.content.rules import load_rules
from canvas.content.trust import MEASURED, read_measurements
from canvas.errors import InputError
from canvas.models.trust import Measurement, Measurements, Table, TextKind, TextSet


class Place(NamedTuple):
    """Where new figures go. new: the measurement, still without figures. others: those of the other sets."""

    path: Path
    new: Measurement
    others: tuple[Measurement, ...]


def place_of(kept: Path, chosen: str | None, describe: str | None, day: datetime | None) -> Place:
    """Return the place in this file or folder for the figures of the set `chosen`.

    describe: what its texts are, None: as before. day: None means today. Raises InputError when the set or the
    description is missing, ContentError when the description or the figures that are there cannot be used.
    """
    if chosen is None:
        raise InputError("--write needs --set.", mend=f"Add --set {' or --set '.join(TextSet)}.")
    path = kept / MEASURED if is_folder(kept) else kept
    there = read_measurements(path).measurements if is_taken(path) else ()
    description = describe or next((one.description for one in there if one.set == chosen), "")
    if not description:
        raise InputError(
            "These figures have no description yet.", mend="Say with --describe what these texts are."
        )
    told = {
        "set": chosen,
        "day": (day or datetime.now(UTC)).date(),
        "checker": checker_name(load_rules()),
        "description": description,
        "tables": {},
    }
    return Place(path, validate(told, Measurement, "--describe"), tuple(one for one in there if one.set != chosen))


def keep(place: Place, tables: dict[TextKind, Table]) -> None:
    """Put figures in the place of the older ones of their set. Raises InputError when they cannot be written."""
    by_set = {one.set: one for one in (*place.others, place.new.model_copy(update={"tables": tables}))}
    measurements = Measurements(measurements=tuple(by_set[one] for one in TextSet if one in by_set))
    data = measurements.model_dump(mode="json", exclude_none=True)
    write(place.path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))
