"""Which part of a whole text is judged: the found section, else everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from canvas.exchange.incoming.section_finder import Found


def judged(whole: str, section: Found | None = None) -> tuple[str, Found | None]:
    """Return the text that is judged, and where it stands; None for the whole text, sign for sign.

    section: of an export, known already. A found one with only a title around it is no part of a longer plan.
    """
    if section is None and "relation" not in whole.lower() and "CR" not in whole:
        return whole, None  # most short texts: the finder is not even loaded
    from canvas.exchange.incoming.section_finder import find_section

    found = section or find_section(whole)
    if found is None or not (section or _stands_in_more(whole, found)):
        return whole, None
    return whole[found.start : found.end].strip("\n") + "\n", found


def _stands_in_more(whole: str, found: Found) -> bool:
    """Tell whether more stands around the section than its heading and a title."""
    before = [line for line in whole[: found.start].split("\n") if any(map(str.isalnum, line))]
    heading = before and before[-1].strip(" #*_:").endswith(found.heading.strip(" #*_:"))
    titles = before[:-1] if heading else before
    more = len(titles) > 1 or any(not title.lstrip().startswith("#") for title in titles)
    return more or any(map(str.isalnum, whole[found.end :]))
