"""What every request that changes something has to be: from our own pages, with a workspace, small, and JSON."""

from __future__ import annotations

import json
from typing import Annotated
from urllib.parse import urlsplit

from anyio import fail_after
from pydantic import StringConstraints
from starlette.datastructures import Headers
from starlette.requests import Request

from canvas.errors import RequestError
from canvas.web.workspace_cookie import read_cookie, workspace_key

MOST_BYTES = 512 * 1024
"""The largest body: a draft of the greatest length, even when each of its characters takes four bytes."""
WorkspaceKey = Annotated[str, StringConstraints(max_length=64)]
LONGEST_BODY = 10.0
"""Seconds until a body has arrived; a browser has given up by then."""
_RELOAD = "Reload the page and try again."


def check_origin(headers: Headers) -> None:
    """Refuse what another site sends; RequestError 403.

    Browsers name the site of every POST that one site sends to another, in `Origin` and mostly in
    `Sec-Fetch-Site` too. A request with neither comes from no page of another site, so it passes.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    foreign = site is not None and site != "same-origin"
    if foreign or (origin is not None and _host_of(origin) != headers.get("host", "")):
        raise RequestError(403, "This request came from another site.", mend="Open Canvas Coach and work there.")


def _host_of(origin: str) -> str | None:
    """Return the host and port of an origin; None for an address that cannot be read."""
    try:
        return urlsplit(origin).netloc
    except ValueError:  # a bracket that nothing closes
        return None


def workspace_of(headers: Headers) -> str:
    """Return the workspace that the cookie names; RequestError 401 without one."""
    if name := read_cookie(headers.get("cookie", "")):
        return name
    raise RequestError(401, "Your browser did not say whose work this is.", mend=f"Allow cookies. {_RELOAD}")


def address_of(request: Request) -> str:
    """Return the address a request came from, "" where the server does not know it."""
    return request.client.host if request.client else ""


def check_key(workspace: str | None, key: str) -> None:
    """Refuse what a page sends that shows another workspace than the browser's own; RequestError 401, `reload`.

    In another tab somebody has finished on this computer, or gone on with other work, since that page was drawn.
    """
    if workspace and key != workspace_key(workspace):
        raise RequestError(
            401, "This page belongs to other work than this browser does.", mend="Reload the page.", reload=True
        )


async def read_json(request: Request) -> object:
    """Return the body as JSON. RequestError 415, 413 (the rest is not read then), 408 or 400."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise RequestError(415, "This request is not JSON.", mend=_RELOAD)
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > MOST_BYTES:
        raise too_big()
    try:
        with fail_after(LONGEST_BODY):
            body = await _read(request)
    except TimeoutError as error:
        raise RequestError(408, "This request took too long to arrive.", mend="It is tried again.") from error
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise wrong() from error
    return found


async def _read(request: Request) -> bytearray:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise too_big()
    return body


def too_big() -> RequestError:
    """Return the refusal of a body that is too large."""
    return RequestError(413, "This is too much text at once.", mend="Make it shorter; it stays in the field.")


def wrong() -> RequestError:
    """Return the refusal of a body that is not what the route takes. It never quotes the body."""
    return RequestError(400, "This request cannot be read.", mend=_RELOAD)
