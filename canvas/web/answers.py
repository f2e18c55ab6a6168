"""How a route answers: as JSON, and what it refuses in one clear sentence that is logged without any text."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Awaitable, Callable
from functools import wraps
from hashlib import sha256

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from canvas.errors import CanvasError, InputError, RequestError, StaleRevisionError
from canvas.web.rates import Rate
from canvas.web.workspace_cookie import read_cookie

_LONGEST_PATH = 120
"""Signs of an address that are logged."""
Handler = Callable[[Request], Awaitable[Response]]
_log = logging.getLogger("canvas")
_LINES = Rate(per_second=5, burst=50)
"""Refusals that are logged: a flood of them must not fill the disk."""


def as_json(content: object, status: int = 200) -> Response:
    """Return a JSON answer that no cache keeps."""
    body = json.dumps(content, separators=(",", ":"))
    return Response(body, status, {"Cache-Control": "no-store"}, "application/json")


def explained(handler: Handler) -> Handler:
    """Answer what a route raises: RequestError with its status, 404 for what is not there, 503 for the store."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except ClientDisconnect:  # nobody is there to hear an answer
            return Response(status_code=499)
        except CanvasError as error:
            return _refusal(request, error)

    return answer


def _refusal(request: Request, error: CanvasError) -> Response:
    status = _status(error)
    if _LINES.take("") == 0:
        name = read_cookie(request.headers.get("cookie", ""))
        whose = sha256(f"log of {name}".encode()).hexdigest()[:10] if name else "none"
        _log.warning(
            "refused %s %s: %d %s workspace: %s", request.method, _in_a_line(request), status, error.what, whose
        )
    content: dict[str, object] = {"error": f"{error.what} {error.mend}".strip()}
    answer_headers = {}
    if isinstance(error, RequestError) and error.retry_after:
        content["retry_after"] = math.ceil(error.retry_after * 1000) / 1000
        answer_headers["Retry-After"] = str(math.ceil(error.retry_after))
    if isinstance(error, RequestError) and error.reload:
        content["reload"] = True
    response = as_json(content, status)
    response.headers.update(answer_headers)
    return response


def _in_a_line(request: Request) -> str:
    """Return the address as ASCII: nobody writes lines of his own into the log, or very long ones."""
    return ascii(request.url.path)[1:-1][:_LONGEST_PATH]


def _status(error: CanvasError) -> int:
    if isinstance(error, RequestError):
        return error.status
    return 404 if isinstance(error, InputError | StaleRevisionError) else 503
