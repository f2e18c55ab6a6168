"""The words of an HTML page as plain text: paragraphs and bullets, without scripts and styles."""

from __future__ import annotations

from html.parser import HTMLParser

_LINES = frozenset("p div br tr h1 h2 h3 h4 h5 h6 ul ol section article header footer table blockquote".split())
_UNSEEN = frozenset("script style template title noscript".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _HEADINGS:
            self.parts.append("\n\n# ")
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _LINES:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(" ".join(data.split()) + " " if data.strip() else " ")


def plain_text(html: str) -> str:
    """Return what a reader of the page sees, one paragraph or bullet a line."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]
    return "\n".join(line for line in lines if line.strip("-# ")) + "\n"
