"""A student's words inside a Streamlit label: every sign stays a sign, none becomes Markdown."""

from __future__ import annotations

import re

_SIGN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:<>&^=])")
_SHORT_NAME = re.compile(r":(?=[a-z+-][\w+/-]*:)", re.IGNORECASE)
"""Of an icon or emoji, such as `:heart:`. Streamlit looks for it after Markdown, so that no backslash helps."""
_NOTHING = "\u2060"
"""A letter nobody sees, which keeps a name from being one."""


def plain(text: str, limit: int = 60) -> str:
    """Return one line of text with its Markdown signs escaped, cut with an ellipsis after `limit` characters."""
    words = " ".join(text.split())
    short = words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
    return _SIGN.sub(r"\\\1", _SHORT_NAME.sub(f":{_NOTHING}", short))
