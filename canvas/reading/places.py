"""Things that stand in a text, by their unit, so that looking for one that shares words with another is cheap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """What stands in a unit, from one offset to another."""

    @property
    def unit(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Thing = TypeVar("Thing", bound=Placed)


class Places(Generic[Thing]):
    """Some things by their unit, which is never long."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._of_unit: dict[int, list[Thing]] = {}
        for thing in things:
            self._of_unit.setdefault(thing.unit, []).append(thing)

    def __contains__(self, unit: int) -> bool:
        """Tell whether something stands in a unit."""
        return unit in self._of_unit

    def over(self, other: Placed) -> Thing | None:
        """Return the first thing that shares words with another one, None where there is none."""
        near = self._of_unit.get(other.unit, ())
        return next((thing for thing in near if other.start < thing.end and thing.start < other.end), None)
