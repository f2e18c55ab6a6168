"""Reads what is text already: Markdown, plain text, HTML."""

from __future__ import annotations

import re

from canvas.exchange.embedded_places import get_html, split_markdown
from canvas.exchange.incoming.read import Read, unread
from canvas.reading.plain import plain_text

_ESCAPED = re.compile(r"\\([\\`*_\[\]{}#+\-.)])")
_ENTITY = re.compile(r"&(?:amp|lt|gt|#126|#36|#124|#61);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&#126;": "~", "&#36;": "$", "&#124;": "|", "&#61;": "="}
_CONTENT_UNSEEN = {"script", "style", "template", "title", "noscript", "svg", "math", "iframe", "object"}
_HIDDEN = {"pictures": re.compile(r"<(?:img|svg|picture)\b", re.IGNORECASE)}


def read_markdown(text: str) -> Read:
    """Return a Markdown text; of an export the words as they were before Markdown's own signs were escaped.

    A student's own text stays as it is, sign for sign, so that quotes are exact.
    """
    body, copy = split_markdown(text)
    return Read(text) if copy is None else Read(shown_markdown(body), copy=copy)


def shown_markdown(text: str) -> str:
    """Return the Markdown of an export as its reader sees it: no sign escaped, a line break for each `<br>`."""
    shown = _ESCAPED.sub(r"\1", text.replace("<br>", "\n"))
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], shown)


def read_plain(text: str) -> Read:
    """Return a plain text as it is; it may be an export that somebody saved under another name."""
    return read_markdown(text)


def read_html(text: str) -> Read:
    """Return what a reader of a page sees. The page is made harmless and well-formed before it is read."""
    import nh3

    copy = get_html(text)
    clean = nh3.clean(text, clean_content_tags=_CONTENT_UNSEEN, attributes={}, link_rel=None)
    pictures = len(_HIDDEN["pictures"].findall(text))
    lost = (unread(pictures, "picture", "pictures"),) if pictures and copy is None else ()
    return Read(plain_text(clean), lost, copy)
