"""The routes beside the pages."""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from canvas import CHECKER_VERSION
from canvas.errors import RequestError, StoreError
from canvas.store.shared import the_store
from canvas.web.answers import explained
from canvas.web.doors import finish, resume, resume_code
from canvas.web.review_route import (
    accept_for_all,
    change_bank,
    find_words,
    list_batch,
    one_student,
    student_names,
    suggested_levels,
)
from canvas.web.reviewers import reviewer_session
from canvas.web.text_route import save_text


async def health(_request: Request) -> JSONResponse:
    """Return `{"status": "ok", "version": …}`, or status 503 when the store does not answer."""
    try:
        await run_sync(lambda: the_store().has_workspace(""))
    except StoreError:
        return JSONResponse({"status": "store unreachable", "version": CHECKER_VERSION}, status_code=503)
    return JSONResponse({"status": "ok", "version": CHECKER_VERSION})


@explained
async def other_way(_request: Request) -> Response:
    """Refuse the methods that a route does not take: without this Streamlit would answer with a page."""
    raise RequestError(405, "This address takes no such request.", mend="Go back to the pages of Canvas Coach.")


_DESK = "/api/review/{batch}"
_NAMED = ("text", "finish", "resume-code", "resume", "reviewer")
_OTHERS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
ROUTES = (
    Route("/api/health", health),
    Route("/api/text", save_text, methods=["POST"]),
    Route("/api/finish", finish, methods=["POST"]),
    Route("/api/resume-code", resume_code, methods=["POST", "DELETE"]),
    Route("/api/resume", resume, methods=["POST"]),
    Route("/api/reviewer", reviewer_session, methods=["POST", "DELETE"]),
    Route(_DESK, list_batch),
    Route(f"{_DESK}/names", student_names),
    Route(f"{_DESK}/find", find_words),
    Route(f"{_DESK}/accept", accept_for_all, methods=["POST"]),
    Route(f"{_DESK}/bank", change_bank, methods=["POST"]),
    Route(_DESK + "/student/{ticket}", one_student, methods=["GET", "POST"]),
    Route(_DESK + "/suggested/{ticket}", suggested_levels),
    Route("/api/review/{rest:path}", other_way, methods=_OTHERS),
    Route("/api/reviewer", other_way, methods=_OTHERS),
    *(Route(f"/api/{name}", other_way, methods=_OTHERS) for name in _NAMED),
)
