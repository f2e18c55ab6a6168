"""Which checker judged: a name that changes with every rule, with the table of wording and with the code."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from canvas import CHECKER_VERSION
from canvas.models.rule_book import RuleBook

_ROOMS = ("reading", "checks")
"""The rooms whose code decides what a check says."""


def checker_name(rules: RuleBook) -> str:
    """Return the version of the checker as a measurement and a kept report name it."""
    parts = (rules.version, rules.wording.made_from if rules.wording else "", _code())
    return f"{CHECKER_VERSION} ({hashlib.sha256(' '.join(parts).encode()).hexdigest()[:7]})"


@lru_cache(maxsize=1)
def _code() -> str:
    """Return the hash of the code that checks, whatever its line ends."""
    found = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((Path(__file__).parent.parent / room).glob("*.py")):
            found.update(path.read_text(encoding="utf-8").encode())
    return found.hexdigest()
