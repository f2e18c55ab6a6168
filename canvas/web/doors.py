"""The ways out of and into a workspace: finish on this computer, and resume with a code on another one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from anyio.to_thread import run_sync
from pydantic import StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from canvas.errors import RequestError
from canvas.models.base import Frozen
from canvas.store.shared import the_store
from canvas.web.answers import as_json, explained
from canvas.web.rates import Rate
from canvas.web.requests import check_origin, read_json, workspace_of, wrong
from canvas.web.workspace_cookie import cookie_for, is_https, no_cookie

TRIES = Rate(per_second=1 / 60, burst=5)
"""Codes tried from one address: five at once, then one a minute."""
ALL_TRIES = Rate(per_second=0.5, burst=30)
"""Codes tried by everybody together, so that many addresses are no way around. A class may resume at once."""
CODES = Rate(per_second=1 / 10, burst=10)
"""Codes made for one workspace."""


class ResumeRequest(Frozen):
    """A code as somebody typed it; spaces, hyphens and case are free."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=100)]


@explained
async def finish(request: Request) -> Response:
    """End the work on this computer: the browser forgets which workspace was its own."""
    check_origin(request.headers)
    return Response(status_code=204, headers={"Set-Cookie": no_cookie(), "Cache-Control": "no-store"})


@explained
async def resume_code(request: Request) -> Response:
    """POST makes a code and shows it once; DELETE ends it."""
    check_origin(request.headers)
    workspace = workspace_of(request.headers)
    if request.method == "DELETE":
        await run_sync(lambda: the_store().revoke_resume_code(workspace))
        return Response(status_code=204)
    _wait("These are many codes.", CODES.take(workspace))
    return as_json({"code": await run_sync(lambda: the_store().make_resume_code(workspace, datetime.now(UTC)))})


@explained
async def resume(request: Request) -> Response:
    """Let this browser work in the workspace of a code; 403 for a wrong one, 429 after some tries."""
    check_origin(request.headers)
    try:
        asked = ResumeRequest.model_validate(await read_json(request))
    except ValidationError as error:
        raise wrong() from error
    address = request.client.host if request.client else ""
    _wait("These are many tries.", TRIES.take(address) or ALL_TRIES.take(""))
    found = await run_sync(lambda: the_store().workspace_of_code(asked.code))
    if found is None:
        raise RequestError(
            403,
            "This code opens nothing.",
            mend="Look at it again, or make a new one where you worked before: a new code ends the older one.",
        )
    cookie = cookie_for(found, secure=is_https(request.scope))
    return Response(status_code=204, headers={"Set-Cookie": cookie, "Cache-Control": "no-store"})


def _wait(what: str, seconds: float) -> None:
    if seconds:
        raise RequestError(429, what, mend="Wait a minute and try again.", retry_after=seconds)
