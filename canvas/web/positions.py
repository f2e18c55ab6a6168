"""Places in a text as a browser counts them: Python counts characters, the browser 16-bit units."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Turns places of one text into UTF-16 code units; as quick for a long text as for a short one."""

    def __init__(self, text: str) -> None:
        plain = text.isascii()
        self._wide = [] if plain else [found.start() for found in _WIDE.finditer(text)]

    def at(self, place: int) -> int:
        """Return a place, counted in characters, as the browser counts it."""
        return place + bisect_left(self._wide, place)
