"""Finds the Customer Relationships section in a longer plan by its heading."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

_NUMBER = (
    r"(?:(?:section|part|chapter|block|step|no\.?)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-i])"
    r"(?:\s*+[.):–-]\s++|\s++)"
)
_WHOSE = r"(?:(?:our|the|my|managing|building|planned|description of|types? of)\s+)*"
_CORE = (
    r"(?:(?:cust[ou]mers?|costumers?|clients?|consumers?|guests?)(?:['’]s?|s['’])?[\s-]+relation(?:s|[\s-]?ships?)?"
    r"|relation(?:s|[\s-]?ships?)?\s+(?:with|to|between us and)\s+(?:our\s+|the\s+)*"
    r"(?:customers?|costumers?|clients?|guests?))"
)
_TAIL = r"(?:\s+(?:management|section|block|strategy|strategies|plan|part|types?|model|building))*"
_IN_BRACKETS = r"(?:\s*[(\[][^)\]]{1,40}[)\]])?"
_HEADING = re.compile(rf"^(?:{_NUMBER})?(?:{_WHOSE}{_CORE}{_TAIL}|CRM?){_IN_BRACKETS}\s*[:.–-]?$", re.IGNORECASE)
_SOMEWHERE = re.compile(rf"\b{_CORE}\b", re.IGNORECASE)
_RUN_IN = re.compile(
    rf"^\W{{0,4}}(?:{_NUMBER})?{_CORE}{_IN_BRACKETS}\W{{0,3}}(?::|\s[–—-])\W{{0,3}}\s+(?=\S)", re.IGNORECASE
)
_OTHER_PARTS = re.compile(
    rf"^(?:{_NUMBER})?(?:the |our )?(?:(?:distribution |sales |marketing )?channels?"
    r"|(?:target )?customer segments?|target (?:group|market|audience|customers)s?"
    r"|(?:unique )?value propositions?|unique selling (?:point|proposition)s?"
    r"|revenue (?:streams?|model)|sources of income|key (?:resources|activities|partners?|partnerships)|partners"
    r"|cost structure|costs|pric(?:e|ing)(?: strategy)?|financ(?:e|es|ial plan|ials|ing)|budget|funding"
    r"|marketing(?: (?:plan|strategy|mix))?|promotion|advertising|competit(?:ors|ion|ive analysis)|market analysis"
    r"|swot(?: analysis)?|risks?(?: analysis)?|team|management(?: team)?|legal form|operations(?: plan)?"
    r"|production"
    r"|conclusions?|summary|references|sources|bibliography|appendix|business model canvas|remarks)\s*[:.]?$",
    re.IGNORECASE,
)
_OWN_PARTS = re.compile(
    r"^\W*(?:before|during|after|pre-|post-|attract|retain|retention|keep|grow|loyal|feedback|complaint|follow|"
    r"support|personal|dedicated|self|automat|communit|co-?creation|how (?:do )?we|what happens|"
    r"relationship|types? of|service)",
    re.IGNORECASE,
)
_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s++(.*)$")
_BOLD = re.compile(r"^(\*\*|__)(.+?)\1\s*+:?$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{3,})\s*$")
_LEADING = re.compile(
    r"^(?:(?:section|part|chapter|block|step)\s+)?((?:\d{1,2}\.)*\d{1,2}|[ivx]{1,5})\s*[.):–-]?\s", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:section|part|chapter|block|step)?\s*\d", re.IGNORECASE)
_WEAK = 6
"""Level of a bold line; such sections end only where another part of a plan is named, or by their number."""
_PLAIN = 7
_LONGEST_HEADING = 12
"""Words of a heading that is not marked."""
_LONGEST_LINE = 300
"""Characters of a line that may be a heading, or begin with one."""
_CANDIDATES = 8
"""Headings that are followed to their end; a plan has one or two."""
EXPORTED = "Customer Relationships"
"""The heading of the section in every export."""
_AFTER_EXPORTED = frozenset(
    {
        "The plan: who gets which relationship",
        "Business Model Canvas",
        "Remarks",
        "Where I see it differently",
        "How I rate my text",
        "What my last revision changed",
    }
)


class Found(NamedTuple):
    """Where the section stands in the text, and the words of its heading."""

    heading: str
    start: int
    end: int


class _Line(NamedTuple):
    words: str
    level: int
    start: int
    end: int
    other: bool = False
    """Whether it names another part of a plan."""


def find_section(text: str) -> Found | None:
    """Return the longest section about customer relationships, without its heading; None where none is named."""
    lines = _lines(text)
    named = (found for index, line in enumerate(lines) if (found := _section_at(text, lines, index, line)))
    lengths = {found: len(text[found.start : found.end].split()) for found in islice(named, _CANDIDATES)}
    best = max(lengths, key=lambda found: lengths[found], default=None)
    return best if best and lengths[best] else None


def exported_section(text: str, own: Collection[str] = ()) -> Found | None:
    """Return the section of an export: from its heading to the next heading that exports write.

    A new part that somebody added behind the section ends it too. own: the lines it was exported with.
    """
    lines = _lines(text)
    named = [index for index, line in enumerate(lines) if line.words == EXPORTED and line.level]
    if not named:
        return None
    start = min(named, key=lambda index: (lines[index].level == _PLAIN, index))  # a PDF tells no headings apart
    for line in lines[start + 1 :]:
        own_line = text[line.start : line.end].strip() in own
        if line.level and (line.words in _AFTER_EXPORTED or (not own_line and _is_new_part(line, lines[start]))):
            return Found(EXPORTED, lines[start].end, line.start)
    return Found(EXPORTED, lines[start].end, len(text))


def _is_new_part(line: _Line, heading: _Line) -> bool:
    """Tell whether a marked heading stands as high as the one of the section, and is no part of it."""
    return line.level <= heading.level < _WEAK and not _OWN_PARTS.match(line.words)


def _section_at(text: str, lines: list[_Line], index: int, line: _Line) -> Found | None:
    if not line.words or _is_contents_entry(line.words):
        return None
    if line.level and (
        _HEADING.match(_spaced(line.words)) or (line.level < _PLAIN and _named_among_others(line.words))
    ):
        return Found(line.words, line.end, _end(text, lines, index))
    run_in = _RUN_IN.match(text[line.start : min(line.end, line.start + _LONGEST_LINE)])
    if run_in and not (0 < line.level < _PLAIN):
        heading = " ".join(re.findall(r"[\w'’().-]+", run_in[0]))
        return Found(heading, line.start + run_in.end(), _end(text, lines, index))
    return None


def _is_contents_entry(words: str) -> bool:
    """Tell whether a line ends with the number of a page, behind dots or a wide space."""
    before = words.rstrip("0123456789")
    entry = before.rstrip()
    space = before[len(entry) :]
    led = entry.endswith(("...", "…")) or "\t" in space or len(space) >= 3
    return 1 <= len(words) - len(before) <= 3 and led


def _spaced(words: str) -> str:
    """Return the words with one space between two: a run of spaces costs a pattern far more than its length."""
    return " ".join(words.split())


def _named_among_others(words: str) -> bool:
    return len(words.split()) <= _LONGEST_HEADING and bool(_SOMEWHERE.search(words))


def _end(text: str, lines: list[_Line], index: int) -> int:
    """Return where the section that begins after a heading ends."""
    heading = lines[index]
    number = _LEADING.match(heading.words)
    for line in lines[index + 1 :]:
        if line.other:
            return line.start
        if 0 < line.level <= min(heading.level or _PLAIN, _WEAK - 1) and not _OWN_PARTS.match(line.words):
            return line.start
        if number and line.level and _NUMBERED.match(line.words) and _is_next(number[1], line.words):
            return line.start
    return len(text)


def _is_next(number: str, words: str) -> bool:
    """Tell whether a heading has a number after this one, or after one above it: `5` after `4` or `4.2`."""
    leading = _LEADING.match(words)
    if not leading or not number.replace(".", "").isdigit() or not leading[1].replace(".", "").isdigit():
        return False
    here, there = [int(part) for part in number.split(".")], [int(part) for part in leading[1].split(".")]
    return len(there) <= len(here) and there > here[: len(there)]


def _lines(text: str) -> list[_Line]:
    """Return the lines with their places; level 1 to 5 of a marked heading, 6 of a bold one, 7 of a short line."""
    found: list[_Line] = []
    place = 0
    for raw in text.split("\n"):
        level, words = _level(raw)
        if _UNDERLINE.match(raw) and found and found[-1].level == _PLAIN:
            found[-1] = found[-1]._replace(level=1 if "=" in raw else 2, end=place + len(raw))
            level, words = 0, ""
        other = level > 0 and bool(_OTHER_PARTS.match(_spaced(words)))
        found.append(_Line(words, level, place, place + len(raw), other))
        place += len(raw) + 1
    return found


def _level(raw: str) -> tuple[int, str]:
    words = raw.strip()
    if len(words) > _LONGEST_LINE:
        return 0, words
    if hashes := _HASHES.match(raw):
        return min(len(hashes[1]), _WEAK), hashes[2].rstrip().rstrip("#").rstrip().strip("*_ ")
    if bold := _BOLD.match(words):
        return _WEAK, bold[2].strip()
    if (
        len(words) <= 100
        and len(words.split()) <= _LONGEST_HEADING
        and words[-1:] not in (".", "!", "?", ",", ";")
    ):
        return _PLAIN, words
    return 0, words
