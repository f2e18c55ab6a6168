"""A text with marked words, as HTML: each mark has a colour and a shape, and every word is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from canvas.models.base import Frozen
from canvas.models.finding import Quote

STYLE = """<style>
.marked{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #d9d3c6;border-radius:.7rem;
 padding:1rem 1.15rem;line-height:1.85;color:#1b2430;max-height:34rem;overflow-y:auto}
.marked mark,.marked-key mark{color:inherit;padding:.05em .1em;border-radius:.15rem}
.marked mark.remark,.marked-key mark.remark{background:#fdebd8;text-decoration:underline wavy #a1440c;
 text-decoration-thickness:1.5px;text-underline-offset:.25em}
.marked mark.works,.marked-key mark.works{background:#e6f3ec;border-bottom:2px dotted #0f6e4a}
.marked sup{font-size:.7em;font-weight:700;color:#8a3a0a;padding-left:.15em;line-height:0}
.marked-key{margin:0 0 .5rem;color:#4b5563;font-size:.9rem;line-height:1.6}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
</style>"""


class Mark(Frozen):
    """Words to mark. number: of the remark they belong to; None for words that work."""

    start: int
    end: int
    number: int | None = None


def marks_of(quotes: Iterable[Quote], number: int | None = None) -> tuple[Mark, ...]:
    """Return marks for quotes."""
    return tuple(Mark(start=quote.start, end=quote.end, number=number) for quote in quotes)


def marked_html(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its marks and a key to them. Where two overlap, a remark wins, then the earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.number is None, mark.number or 0, mark.start)):
        if all(mark.end <= other.start or mark.start >= other.end for other in kept) and mark.start < mark.end:
            kept.append(mark)
    parts, at = [], 0
    for mark in sorted(kept, key=lambda mark: mark.start):
        parts += [escape(text[at : mark.start]), _mark(text[mark.start : mark.end], mark.number)]
        at = mark.end
    parts.append(escape(text[at:]))
    body = "".join(parts)
    return (
        f'{STYLE}{_key(kept)}<div class="marked" dir="auto" tabindex="0" role="region" '
        f'aria-label="Your text with marked words">{body}</div>'
    )


def _mark(words: str, number: int | None) -> str:
    if number is None:
        return f'<mark class="works">{escape(words)}<span class="unseen"> (works)</span></mark>'
    return f'<mark class="remark">{escape(words)}</mark><sup><span class="unseen">remark </span>{number}</sup>'


def _key(marks: list[Mark]) -> str:
    """Return the line that explains the marks that are there."""
    told = []
    if any(mark.number is not None for mark in marks):
        told.append('<mark class="remark">wavy line and number</mark>: a remark')
    if any(mark.number is None for mark in marks):
        told.append('<mark class="works">dotted line</mark>: this works')
    return f'<p class="marked-key">{" · ".join(told)}</p>' if told else ""
