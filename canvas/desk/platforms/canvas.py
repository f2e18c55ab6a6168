"""Canvas: `{name}[_LATE]_{user id}_{attachment id}_{file name}`, anonymous ones, text entries and links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from canvas.desk.platforms.entry import Entry, Read, last_part, link_in, name_of
from canvas.models.review import Platform, SubmittedKind

PLATFORM = Platform.CANVAS
_ANONYMOUS = re.compile(r"^(?P<late>LATE_)?anon_(?P<key>[A-Za-z0-9]{1,40})_(?:\d{1,40}_)?(?P<file>.+)$", re.DOTALL)
_NAMED = re.compile(
    r"^(?P<name>[\w-]*?)(?P<late>_LATE)?_(?P<key>\d{1,40})_(?:\d{1,40}_(?P<file>.+)|(?P<typed>text|link)\.html)$",
    re.DOTALL,
)
_TYPED = {"text.html": SubmittedKind.ONLINE_TEXT, "link.html": SubmittedKind.URL}


def entries(paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
    """Return what Canvas's names tell. Nothing fits when one number belongs to two names: that is a date."""
    found = tuple(entry for entry in (_entry(path, read) for path in paths) if entry)
    owners: dict[str, str] = {}
    if any(owners.setdefault(entry.key, entry.name) != entry.name for entry in found):
        return ()
    return found


def _entry(path: str, read: Read) -> Entry | None:
    told = _ANONYMOUS.match(last_part(path)) or _NAMED.match(last_part(path))
    if not told:
        return None
    parts = told.groupdict()
    inner = parts["file"] or f"{parts['typed']}.html"
    kind = _TYPED.get(inner, SubmittedKind.FILE)
    return Entry(
        path=path,
        key=parts["key"],
        name=name_of(parts.get("name") or f"Anonymous {parts['key']}"),
        inner=inner,
        kind=kind,
        late=parts["late"] is not None,
        link=link_in(read(path)) if kind is SubmittedKind.URL else "",
    )
