"""The routes beside the pages."""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from canvas import CHECKER_VERSION
from canvas.errors import StoreError
from canvas.store.shared import the_store
from canvas.web.doors import finish, resume, resume_code
from canvas.web.text_route import save_text


async def health(_request: Request) -> JSONResponse:
    """Return `{"status": "ok", "version": …}`, or status 503 when the store does not answer."""
    try:
        await run_sync(lambda: the_store().has_workspace(""))
    except StoreError:
        return JSONResponse({"status": "store unreachable", "version": CHECKER_VERSION}, status_code=503)
    return JSONResponse({"status": "ok", "version": CHECKER_VERSION})


ROUTES = (
    Route("/api/health", health),
    Route("/api/text", save_text, methods=["POST"]),
    Route("/api/finish", finish, methods=["POST"]),
    Route("/api/resume-code", resume_code, methods=["POST", "DELETE"]),
    Route("/api/resume", resume, methods=["POST"]),
)
