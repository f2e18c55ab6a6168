"""The same text in another dress reads the same: every sign is replaced by one sign, so offsets stay true."""

from __future__ import annotations

_SPACES = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u2028\u2029", "\n"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\u2013\u2014\u2015", "–"),
        **dict.fromkeys(
            "\u2022\u2023\u2043\u25aa\u25cf\u25e6\u2219\u00b7\uf0b7\u25ab\u2013\u25a0\u27a2\u2713\u2714", "•"
        ),
        **dict.fromkeys(_INVISIBLE, "\u200b"),
    }
)
_TABLE[ord("–")] = "–"
INVISIBLE = "\u200b"
"""What every sign without a width becomes; a word may contain it."""


def normalised(text: str) -> str:
    """Return a text of the same length in which spaces, quotes, dashes, bullets and line ends have one form."""
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_TABLE)
