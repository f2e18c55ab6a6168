"""The only loader of the invented class: a file a student, and one with those who handed in nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from canvas.content.loader import read_toml, shown
from canvas.errors import ContentError
from canvas.models.base import Frozen
from canvas.models.sample import SampleStudent

FOLDER = Path(__file__).parent / "sample_batch"
_ABSENT = "absent.toml"


class _Absent(Frozen):
    student: tuple[SampleStudent, ...]


@cache
def sample_class() -> tuple[SampleStudent, ...]:
    """Return the students by their numbers. Raises ContentError, also for a number that comes twice."""
    came = tuple(read_toml(path, SampleStudent) for path in sorted(FOLDER.glob("*.toml")) if path.name != _ABSENT)
    students = (*came, *read_toml(FOLDER / _ABSENT, _Absent).student)
    if len({student.number for student in students}) < len(students):
        raise ContentError("Two students have the same number.", where=shown(FOLDER), mend="Change one.")
    return tuple(sorted(students, key=lambda student: student.number))
