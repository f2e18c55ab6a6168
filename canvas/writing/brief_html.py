"""The Markdown of a case to HTML. A case may come from anywhere: no tag, picture or script link of it lives."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LEADS_OUT = ("https://", "http://", "mailto:")
_HTML = ("html", "image_link", "image_reference", "short_image_ref", "reference", "short_reference")
"""What is not read as Markdown here: tags, pictures, and links whose address stands elsewhere."""
_LONGEST, _MOST_BRACKETS = 40_000, 200
"""Beyond these Markdown could be made to work for minutes: such a text is shown as it stands."""


def brief_html(text: str) -> str:
    """Return a text of a case as HTML: headings, emphasis, lists, tables, links to the web; the rest is text."""
    if len(text) > _LONGEST or text.count("[") > _MOST_BRACKETS:
        return _as_it_stands(text)
    try:
        return _renderer().convert(text)
    except RecursionError:  # hundreds of lists or quotes inside each other tell no story
        return _as_it_stands(text)


def _as_it_stands(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())


def _renderer() -> Markdown:
    renderer = Markdown(extensions=["tables", "sane_lists", _Careful()])
    renderer.preprocessors.deregister("html_block")
    renderer.parser.blockprocessors.deregister("reference")
    for name in _HTML:
        renderer.inlinePatterns.deregister(name)
    return renderer


class _Careful(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(_Links(md), "careful_links", 5)


class _Links(Treeprocessor):
    """Runs after the inline patterns: a link that leads nowhere on the web loses its address."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for link in root.iter("a"):
            if link.get("href", "").lower().startswith(_LEADS_OUT):
                link.set("rel", "noopener noreferrer nofollow")
            else:
                link.attrib.pop("href", None)
