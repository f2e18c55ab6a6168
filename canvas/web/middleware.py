"""Around every answer, as pure ASGI: the workspace cookie on pages, and headers that keep a browser careful."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from canvas.store.shared import the_store
from canvas.store.store import Store
from canvas.web.workspace_cookie import cookie_for, read_cookie

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
    """Give a browser without a known workspace a new one, with the first page it opens."""

    def __init__(self, app: ASGIApp, store: Callable[[], Store] = the_store) -> None:
        self.app = app
        self.store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at page requests only; scripts, fonts and sockets pass untouched."""
        if scope["type"] != "http" or not _asks_for_a_page(scope):
            await self.app(scope, receive, send)
            return
        known = read_cookie(Headers(scope=scope).get("cookie", ""))

        async def with_cookie(message: Message) -> None:
            started = message["type"] == "http.response.start" and _is_a_page(message)
            if started and (fresh := await run_sync(self._fresh_workspace, known)):
                headers = MutableHeaders(scope=message)
                headers.append("Set-Cookie", cookie_for(fresh, secure=_is_https(scope)))
                headers["Cache-Control"] = "no-store"  # a shared cache must never hand a workspace on
            await send(message)

        await self.app(scope, receive, with_cookie)

    def _fresh_workspace(self, known: str | None) -> str | None:
        """Return the id of a new workspace, or None when the browser already has a real one."""
        store = self.store()
        if known and store.has_workspace(known):
            return None
        return store.new_workspace(datetime.now(UTC))


MIDDLEWARE = (Middleware(SecurityHeaders), Middleware(WorkspaceCookie))


def _asks_for_a_page(scope: Scope) -> bool:
    return scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


def _is_a_page(message: Message) -> bool:
    if message["status"] == 304:  # the page is in the browser's cache, but its cookie may be gone
        return True
    kind = Headers(raw=message["headers"]).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")


def _is_https(scope: Scope) -> bool:
    forwarded = Headers(scope=scope).get("x-forwarded-proto", "")
    return scope.get("scheme") == "https" or forwarded.split(",")[0].strip() == "https"
