"""The ways out of and into a workspace: finish on this computer, and resume with a code on another one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, TypeVar

from anyio.to_thread import run_sync
from pydantic import StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from canvas.errors import RequestError
from canvas.models.base import Frozen
from canvas.store.shared import the_store
from canvas.store.workspaces import new_workspace_id
from canvas.web.answers import as_json, explained
from canvas.web.rates import Rate
from canvas.web.requests import WorkspaceKey, address_of, check_key, check_origin, read_json, workspace_of, wrong
from canvas.web.workspace_cookie import cookie_for, is_https, read_cookie

TRIES = Rate(per_second=1 / 60, burst=5)
"""Codes tried from one address: five at once, then one a minute."""
ALL_TRIES = Rate(per_second=0.5, burst=30)
"""Codes tried by everybody together, so that many addresses are no way around. A class may resume at once."""
CODES = Rate(per_second=1 / 10, burst=10)
"""Codes made for one workspace."""


class DoorRequest(Frozen):
    """What a page sends that shows the workspace of this key."""

    workspace_key: WorkspaceKey


Asked = TypeVar("Asked", bound=DoorRequest)


class ResumeRequest(DoorRequest):
    """A code as somebody typed it; spaces, hyphens and case are free."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=100)]


@explained
async def finish(request: Request) -> Response:
    """End the work on this computer: an empty workspace takes the place of the browser's own.

    It is given here, since all tabs load again at once, and each would be given another one.
    """
    await read_asked(request, DoorRequest)
    return _let_in(request, new_workspace_id())


@explained
async def resume_code(request: Request) -> Response:
    """POST makes a code and shows it once; DELETE ends it."""
    workspace = workspace_of(request.headers)
    await read_asked(request, DoorRequest)
    if request.method == "DELETE":
        await run_sync(lambda: the_store().revoke_resume_code(workspace))
        return Response(status_code=204)
    wait_for("These are many codes.", CODES.take(workspace))
    return as_json({"code": await run_sync(lambda: the_store().make_resume_code(workspace, datetime.now(UTC)))})


@explained
async def resume(request: Request) -> Response:
    """Let this browser work in the workspace of a code; 403 for a wrong one, 429 after some tries."""
    asked = await read_asked(request, ResumeRequest)
    wait_for("These are many tries.", TRIES.take(address_of(request)) or ALL_TRIES.take(""))
    found = await run_sync(lambda: the_store().workspace_of_code(asked.code))
    if found is None:
        raise RequestError(
            403,
            "This code opens nothing.",
            mend="Look at it again, or make a new one where you worked before: a new code ends the older one.",
        )
    return _let_in(request, found)


async def read_asked(request: Request, kind: type[Asked]) -> Asked:
    """Return what a page asks for; RequestError for another site, a page of other work, and what is no request."""
    check_origin(request.headers)
    try:
        asked = kind.model_validate(await read_json(request))
    except ValidationError as error:
        raise wrong() from error
    check_key(read_cookie(request.headers.get("cookie", "")), asked.workspace_key)
    return asked


def _let_in(request: Request, workspace: str) -> Response:
    cookie = cookie_for(workspace, secure=is_https(request.scope))
    return Response(status_code=204, headers={"Set-Cookie": cookie, "Cache-Control": "no-store"})


def wait_for(what: str, seconds: float) -> None:
    """Refuse what comes too often; RequestError 429 when there are seconds left to wait."""
    if seconds:
        raise RequestError(429, what, mend="Wait a minute and try again.", retry_after=seconds)
