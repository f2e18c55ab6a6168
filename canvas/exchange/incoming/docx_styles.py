"""The styles of a Word file: which are headings and of which level, which are lists."""

from __future__ import annotations

import re
import xml.parsers.expat
from functools import lru_cache
from typing import NamedTuple

_HEADING = re.compile(r"^(?:heading|title|subtitle)\s*(\d?)$", re.IGNORECASE)
_LIST = re.compile(r"^list (?:bullet|number|paragraph bullet)", re.IGNORECASE)
_MOST_PARENTS = 12


@lru_cache(maxsize=1_000)
def local_name(tag: str) -> str:
    """Return a name without its prefix."""
    return tag.rpartition(":")[2]


class Style(NamedTuple):
    """One paragraph style. level: of a heading, 0 for none. parent: the style it is based on."""

    level: int
    listed: bool
    parent: str


class Styles(dict[str, Style]):
    """Styles by their id; a style that says nothing takes after its parent."""

    def level(self, name: str) -> int:
        """Return the level of a heading style, 0 for another."""
        return next((style.level for style in self._line(name) if style.level), 0)

    def listed(self, name: str) -> bool:
        """Tell whether a paragraph of this style is an entry of a list."""
        return any(style.listed for style in self._line(name))

    def _line(self, name: str) -> list[Style]:
        found: list[Style] = []
        while name in self and len(found) < _MOST_PARENTS:
            found.append(self[name])
            name = self[name].parent
        return found


def styles_of(content: bytes) -> Styles:
    """Return the styles in a part `word/styles.xml`; none for an empty one. Raises ExpatError."""
    styles = Styles()
    if not content:
        return styles
    held: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        value = next((held for key, held in attributes.items() if local_name(key) == "val"), "")
        if name == "style":
            held.clear()
            held["id"] = next((found for key, found in attributes.items() if local_name(key) == "styleId"), "")
        elif name in ("name", "basedOn", "outlineLvl", "numId"):
            held.setdefault(name, value)

    def end(tag: str) -> None:
        if local_name(tag) == "style" and "id" in held:
            styles[held["id"]] = _style(held)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(content, True)
    return styles


def _style(held: dict[str, str]) -> Style:
    name = held.get("name", "")
    heading = _HEADING.match(name)
    outline = held.get("outlineLvl", "")
    level = int(heading[1] or 1) if heading else int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
    listed = bool(_LIST.match(name)) or held.get("numId", "0") != "0"
    return Style(level=level, listed=listed and not level, parent=held.get("basedOn", ""))
