"""Words that came and words that went, as HTML: with a line as well as a colour, and told to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from canvas.writing.draft import Difference

STYLE = """<style>
.compared del{color:#7c2d12;text-decoration:line-through;background:#fdf1e3}
.compared ins{color:#0b4a33;text-decoration:none;border-bottom:2px solid #0f6e4a;background:#e6f3ec}
.compared .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
</style>"""
_TAGS = {"removed": ("del", "taken out: "), "added": ("ins", "new: ")}


def parts_html(parts: Iterable[Difference]) -> str:
    """Return one side of a comparison; every word is escaped. It belongs inside an element of class `compared`."""
    return "".join(map(_part, parts))


def _part(part: Difference) -> str:
    if part.kind == "same":
        return escape(part.text)
    tag, told = _TAGS[part.kind]
    return f'<{tag}><span class="unseen">{told}</span>{escape(part.text)}</{tag}>'
