"""A number with its noun, in good English."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """Return "1 mark" or "1,200 marks". several: the noun of many, where it is not the other one with an s."""
    return f"1 {one}" if number == 1 else f"{number:,} {several or f'{one}s'}"
