"""How often something may happen: a bucket of tokens for each name, filled again as time goes by."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from time import monotonic
from typing import Protocol


class Clock(Protocol):
    """Seconds that only ever go forward."""

    def __call__(self) -> float: ...


class Rate:
    """At most `burst` at once and `per_second` in the long run, for each name. Safe to share between threads."""

    def __init__(self, per_second: float, burst: int, clock: Clock = monotonic, names: int = 10_000) -> None:
        self._per_second, self._burst, self._clock, self._names = per_second, burst, clock, names
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, name: str) -> float:
        """Take one token and return 0, or return the seconds until there is one again."""
        with self._lock:
            now = self._clock()
            left, at = self._buckets.pop(name, (float(self._burst), now))
            left = min(self._burst, left + (now - at) * self._per_second)
            wait = 0.0 if left >= 1 else (1 - left) / self._per_second
            self._buckets[name] = (left - 1 if wait == 0 else left, now)
            if len(self._buckets) > self._names:  # the one that was quiet for longest has long been full again
                self._buckets.popitem(last=False)
            return wait
