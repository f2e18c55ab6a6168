"""Check and save: the one route that every long text is sent to while somebody types."""

from __future__ import annotations

import asyncio
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Annotated, Any

from anyio.to_thread import run_sync
from pydantic import BeforeValidator, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from canvas.content.cases import case_slugs, load_case
from canvas.errors import ContentError, InputError, RequestError
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.workbook import Origin
from canvas.store.marks import mark_of
from canvas.store.records import KeptText, SentText, TextConflict
from canvas.store.shared import the_store
from canvas.store.texts import CASE
from canvas.web.answers import as_json, explained
from canvas.web.rates import Rate
from canvas.web.report import Asked, checked
from canvas.web.requests import (
    WorkspaceKey,
    address_of,
    check_key,
    check_origin,
    read_json,
    too_big,
    workspace_of,
    wrong,
)
from canvas.writing.field_paths import DRAFT, limit_of

_log = logging.getLogger("canvas")
TYPING = Rate(per_second=20, burst=30)
"""A field sends at most four texts a second, so several fields and tabs together stay below it."""
FROM_ONE_PLACE = Rate(per_second=400, burst=800)
"""One address: a class behind one router types at once, so this is generous; workspaces are free to invent."""
FROM_ALL = Rate(per_second=800, burst=1600)
"""Everybody together, so that many addresses are no way around."""
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")
_CHECKERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="check")
"""A few threads of their own: checks never keep a text waiting that only wants to be saved."""


def _whole(value: object) -> object:
    """Put the sign for an unreadable character in place of half a one, as the browser shows it."""
    return _HALF_A_SIGN.sub("\ufffd", value) if isinstance(value, str) else value


class TextRequest(Frozen):
    """What an editor sends; see `SentText`. check: whether and how the text is to be checked.

    workspace_key: of the workspace that the page shows.
    """

    workspace_key: WorkspaceKey
    document: Annotated[str, StringConstraints(min_length=1, max_length=90, pattern=r"^[A-Za-z0-9:._-]+$")]
    field: Origin
    text: Annotated[str, BeforeValidator(_whole)]
    seen: Annotated[str, StringConstraints(max_length=32)]
    editor: Annotated[str, StringConstraints(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
    sequence: Annotated[int, Field(strict=True, ge=0, lt=2**53)]
    check: Asked


@explained
async def save_text(request: Request) -> Response:
    """Keep a text and answer with its mark and, if asked for, its report; 409 with the other one on a conflict."""
    check_origin(request.headers)
    workspace = workspace_of(request.headers)
    wait = TYPING.take(workspace) or FROM_ONE_PLACE.take(address_of(request)) or FROM_ALL.take("")
    if wait:
        raise RequestError(
            429, "That was more than a person can type.", mend="It is tried again in a moment.", retry_after=wait
        )
    body = await read_json(request)
    asked, sent, kept = await run_sync(_keep, workspace, body)
    if isinstance(kept, TextConflict):
        content = {"sequence": asked.sequence, "conflict": True, "mark": mark_of(kept.text), "text": kept.text}
        return as_json(content, 409)
    report = await _report(asked, kept) if kept.text == sent.text else None  # a newer text is kept already
    return as_json(_answer(asked, kept, report))


def _keep(workspace: str, body: object) -> tuple[TextRequest, SentText, KeptText | TextConflict]:
    """Read, clean and keep a text: in a thread, since a long one would keep every other request waiting."""
    try:
        asked = TextRequest.model_validate(body)
    except ValidationError as error:
        raise wrong() from error
    check_key(workspace, asked.workspace_key)
    sent = _sent(asked)
    return asked, sent, the_store().save_text(workspace, sent, datetime.now(UTC))


def _sent(asked: TextRequest) -> SentText:
    """Return the text for the store. RequestError 413 beyond a field's limit, InputError for an unknown case."""
    fields = asked.model_dump(exclude={"check", "workspace_key"})
    title = ""
    if asked.document.startswith(CASE):
        slug, _, step = asked.document.removeprefix(CASE).partition(".")
        if slug not in case_slugs() or asked.field != "answer" or not _has_step(slug, step):
            raise InputError("There is no such case.", mend="Go to Cases and open another one.")
        title, limit = f"Case: {_title_of(slug)}"[: limits.NAME], limits.CASE
    else:
        limit = limit_of(asked.field)
    sent = SentText(**fields, title=title)
    if len(sent.text) > limit:
        raise too_big()
    return sent


def _has_step(slug: str, step: str) -> bool:
    """Tell whether a case has this step; "" is the case's own answer, which every case has."""
    try:
        return not step or step in {one.id for one in load_case(slug).steps}
    except ContentError:  # its page says what is wrong; the answer is kept all the same
        return True


def _title_of(slug: str) -> str:
    try:
        return load_case(slug).title
    except ContentError:  # its page says what is wrong; the answer is kept all the same
        return slug


async def _report(asked: TextRequest, kept: KeptText) -> dict[str, Any] | None:
    """Check the text in a thread; None when nobody asked.

    Rules that cannot be loaded are no reason to say that a text was not kept.
    """
    if asked.check == "none":
        return None
    around = kept.workbook if asked.field == DRAFT else None
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(_CHECKERS, checked, asked.text, around, asked.check)
    except ContentError as error:
        _log.error("%s", error)
        return None


def _answer(asked: TextRequest, kept: KeptText, report: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "sequence": asked.sequence,
        "mark": mark_of(kept.text),
        "revision": kept.revision,
        "saved_at": kept.saved_at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "report": report,
    }
