"""Long fields of a page in AppTest: what they show, and typing into them as the browser does, past the page."""

from __future__ import annotations

import json
from itertools import count

from canvas.store.records import KeptText, SentText, TextConflict

from .conftest import NOW

_SEQUENCE = count(1)


def shown(app, label: str) -> dict[str, object]:
    """Return what the page told the field with this label."""
    told = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return next(data for data in told if data["label"] == label)


def typing(store, workspace: str, data: dict[str, object], words: str, editor: str) -> KeptText | TextConflict:
    """Keep words as the route does when they are typed into a field that shows `data`."""
    sent = SentText(
        document=data["document"],
        field=data["field"],
        text=words,
        seen=data["mark"],
        editor=editor,
        sequence=next(_SEQUENCE),
        title="Case: Boomer Games" if data["field"] == "answer" else "",
    )
    return store.save_text(workspace, sent, NOW)
