"""The same text in another dress reads the same: every sign is replaced by one sign, so offsets stay true."""

from __future__ import annotations

import re
import unicodedata

from canvas.models.gap import GAP_PATTERN

_SPACES = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BULLETS = (
    "\u2022\u2023\u2043\u2219\u2192\u21d2\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba\u25c6\u25c7\u25cb\u25cf\u25e6"
    "\u2610\u2611\u2612\u2705\u2713\u2714\u2756\u2794\u279c\u27a2\u27a4\u2b9a\u00b7\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
)
"""Bullets of word processors, ticks and arrows; those after U+F000 are private signs of a symbol font."""
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u2028\u2029", "\n"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\u2013\u2014\u2015", "–"),
        **dict.fromkeys(_BULLETS, "•"),
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
        **dict.fromkeys(_INVISIBLE, "\u200b"),
    }
)
INVISIBLE = "\u200b"
"""What every sign without a width becomes; a word may contain it."""


_PICTURE = re.compile(
    r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\)|"
    rf"{GAP_PATTERN}|<[a-zA-Z/!][^<>\n]{{0,200}}>|https?://[^\s)]{{1,400}}"
)
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\([^()\s]{0,400}\)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""The sign with which Markdown says that the next one is an ordinary sign."""
_UNSEEN_START = re.compile(rf"^[{INVISIBLE} ]*{INVISIBLE}", re.MULTILINE)


def normalised(text: str) -> str:
    """Return a text of the same length in which spaces, quotes, dashes, bullets and line ends have one form."""
    plain = text.replace("\r\n", " \n").replace("\r", "\n").translate(_TABLE)
    if "\\" in plain:
        plain = _ESCAPE.sub(INVISIBLE, plain)
    return _UNSEEN_START.sub(_blank, plain) if INVISIBLE in plain else plain


def readable(text: str) -> str:
    """Return the normalised text with blanks for pictures, gaps, tags and addresses; a link keeps its words."""
    plain = normalised(text)
    if "](" in plain:
        plain = _LINK.sub(_words_of_link, plain)
    return _PICTURE.sub(_blank, plain)


def plain_word(word: str) -> str:
    """Return a word in small letters, without invisible signs, ligatures and loose accents."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word.replace(INVISIBLE, ""))
    return word.lower()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _words_of_link(found: re.Match[str]) -> str:
    """Return the words of a link at their places, blanks for its signs and its address."""
    words = found.group(1)
    return f" {words}" + " " * (len(found.group()) - len(words) - 1)
