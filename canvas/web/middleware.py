"""Around every answer, as pure ASGI: the workspace cookie on pages, and headers that keep a browser careful."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from canvas.store.workspaces import new_workspace_id
from canvas.web.workspace_cookie import cookie_for, is_https, read_cookie

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
}


class SecurityHeaders:
    """Add the headers that Streamlit leaves out and that do not break it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add what a response does not say itself."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class WorkspaceCookie:
    """Give a browser without a workspace the name of a new one, with the first page it opens.

    Only the browser keeps the name so far: what never saves anything leaves no trace in the store.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at page requests only; scripts, fonts and sockets pass untouched."""
        if scope["type"] != "http" or not _asks_for_a_page(scope):
            await self.app(scope, receive, send)
            return
        known = read_cookie(Headers(scope=scope).get("cookie", ""))

        async def with_cookie(message: Message) -> None:
            started = message["type"] == "http.response.start" and _is_a_page(message)
            if started and known is None:
                headers = MutableHeaders(scope=message)
                headers.append("Set-Cookie", cookie_for(new_workspace_id(), secure=is_https(scope)))
                headers["Cache-Control"] = "no-store"  # a shared cache must never hand a workspace on
            await send(message)

        await self.app(scope, receive, with_cookie)


MIDDLEWARE = (Middleware(SecurityHeaders), Middleware(WorkspaceCookie))


def _asks_for_a_page(scope: Scope) -> bool:
    return scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


def _is_a_page(message: Message) -> bool:
    if message["status"] == 304:  # the page is in the browser's cache, but its cookie may be gone
        return True
    kind = Headers(raw=message["headers"]).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")
