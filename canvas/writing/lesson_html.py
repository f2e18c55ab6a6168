"""Our own Markdown to HTML: terms explain themselves, links lead to lessons, raw HTML is shown as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from canvas.models.base import Frozen
from canvas.models.teaching import LessonPart, Term

_UNEXPLAINED_IN = frozenset({"a", "code", "pre", "button", "h1", "h2", "h3", "h4", "h5", "h6"})
_PART = re.compile(r"^:::[ ]*(\w+)[ ]*$", re.MULTILINE)


class Passage(Frozen):
    """A stretch of a lesson: HTML, or a part that the page draws itself."""

    html: str = ""
    part: LessonPart | None = None


def lesson_html(markdown_text: str, glossary: Sequence[Term]) -> str:
    """Return one of our own texts as HTML; each glossary term is explained where it occurs first."""
    return _Writer(glossary).html(markdown_text)


def lesson_passages(body: str, glossary: Sequence[Term]) -> tuple[Passage, ...]:
    """Return a lesson body split at its `::: part` lines; a term is explained once in the whole lesson."""
    writer = _Writer(glossary)
    pieces = _PART.split(body)
    passages = [
        Passage(part=LessonPart(piece)) if index % 2 else Passage(html=writer.html(piece))
        for index, piece in enumerate(pieces)
    ]
    return tuple(passage for passage in passages if passage.part or passage.html)


class _Writer:
    """Renders the passages of one text and remembers which terms it has explained."""

    def __init__(self, glossary: Sequence[Term]) -> None:
        self._terms = _Terms(glossary)

    def html(self, text: str) -> str:
        renderer = Markdown(extensions=["tables", "attr_list", "smarty", _LessonSigns(self._terms)])
        renderer.preprocessors.deregister("html_block")
        renderer.inlinePatterns.deregister("html")
        return renderer.convert(text)


class _Terms:
    """The glossary as one pattern, longest forms first; a term found once is not looked for again."""

    def __init__(self, glossary: Sequence[Term]) -> None:
        self._by_form = {form.lower(): entry for entry in glossary for form in (entry.term, *entry.aliases)}
        self._pattern = _pattern(tuple(sorted(self._by_form, key=len, reverse=True)))
        self._seen: set[str] = set()
        self._numbers = count(1)

    def first_in(self, text: str) -> tuple[int, int, Term, str] | None:
        """Return (start, end, term, id for its tip) of the first term not yet explained, and note it as seen."""
        if self._pattern is None:
            return None
        for found in self._pattern.finditer(text):
            entry = self._by_form[" ".join(found.group().lower().split())]
            if entry.term not in self._seen:
                self._seen.add(entry.term)
                return found.start(), found.end(), entry, f"term-{next(self._numbers)}"
        return None


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    if not forms:
        return None
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


class _LessonSigns(Extension):
    def __init__(self, terms: _Terms) -> None:
        super().__init__()
        self._terms = terms

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(_Explainer(md, self._terms), "lesson_signs", 5)


class _Explainer(Treeprocessor):
    """Runs after the inline patterns: resolves `lesson:` links and marks the terms."""

    def __init__(self, md: Markdown, terms: _Terms) -> None:
        super().__init__(md)
        self._terms = terms

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for link in root.iter("a"):
            link.set("href", link.get("href", "").replace("lesson:", "?lesson=", 1))
        self._explain(root)

    def _explain(self, element: Element) -> None:
        """Go through an element's text, then each child and the text behind it, in reading order."""
        if element.tag in _UNEXPLAINED_IN:
            return
        children = list(element)
        self._mark(element, None, element.text)
        for child in children:
            self._explain(child)
            self._mark(element, child, child.tail)

    def _mark(self, parent: Element, before: Element | None, text: str | None) -> None:
        """Mark every first occurrence in the text that stands after `before` (None: at the very beginning)."""
        while text and (found := self._terms.first_in(text)):
            start, end, entry, tip_id = found
            holder = _explained_element(text[start:end], entry.meaning, tip_id)
            holder.tail = text[end:]
            if before is None:
                parent.text = text[:start]
                parent.insert(0, holder)
            else:
                before.tail = text[:start]
                parent.insert(list(parent).index(before) + 1, holder)
            before, text = holder, holder.tail


def _explained_element(word: str, meaning: str, tip_id: str) -> Element:
    holder = Element("span", {"class": "explained"})
    attributes = {"type": "button", "class": "term", "popovertarget": tip_id, "aria-describedby": tip_id}
    SubElement(holder, "button", attributes).text = word
    tip = {"class": "tip", "role": "tooltip", "popover": "auto", "id": tip_id}
    SubElement(holder, "span", tip).text = meaning
    return holder
