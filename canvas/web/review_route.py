"""The routes of the review desk: the list, one student, and every change of a review. For reviewers only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from anyio.to_thread import run_sync
from pydantic import Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from canvas.errors import StaleRevisionError
from canvas.models import limits
from canvas.models.base import Clean, Identifier
from canvas.models.review import BankComment
from canvas.models.vocabulary import Mistake
from canvas.store.shared import the_store
from canvas.web.answers import as_json, explained
from canvas.web.doors import DoorRequest, read_asked, wait_for
from canvas.web.rates import Rate
from canvas.web.requests import check_key, check_origin, workspace_of
from canvas.web.review_for_all import accept_for_everybody, take_back_from_all
from canvas.web.review_known import known, report_on
from canvas.web.review_list import bank_object, overview
from canvas.web.review_object import ReviewIn, review_in, review_out, student_object
from canvas.web.review_suggested import suggested_object
from canvas.web.reviewers import check_reviewer

SAVES = Rate(per_second=20, burst=60)
"""One browser saves at most two reviews in the same moment; this is far above."""
KEY_HEADER = "x-canvas-key"
MOST_WORDS_TO_FIND = 200

Sent = TypeVar("Sent", bound=DoorRequest)


class SaveRequest(DoorRequest):
    """A review as the desk sends it. base_revision: of the review that it grew from."""

    base_revision: Annotated[int, Field(strict=True, ge=0, lt=2**53)]
    review: ReviewIn


class AcceptRequest(DoorRequest):
    """One check whose remarks are accepted for everybody who has one; withdraw: such remarks are taken back."""

    mistake: Mistake
    withdraw: bool = False


class BankRequest(DoorRequest):
    """A comment for the bank; with no words it is taken out."""

    id: Identifier
    says: Annotated[str, StringConstraints(max_length=limits.ANSWER), Clean]
    row: Identifier | None = None


@explained
async def list_batch(request: Request) -> Response:
    """Return the whole batch: a line a student, the rubric, the bank of comments."""
    workspace = await _reader(request)
    return await _told(lambda: overview(_batch(request), the_store().reviewer_name(workspace)))


@explained
async def student_names(request: Request) -> Response:
    """Return the name behind every ticket: asked for only when a reviewer reveals them."""
    await _reader(request)
    return await _told(lambda: {"names": known(_batch(request)).names})


@explained
async def find_words(request: Request) -> Response:
    """Return the tickets of the students whose text holds all words of `?words=`."""
    await _reader(request)
    words = request.query_params.get("words", "")[:MOST_WORDS_TO_FIND]
    return await _told(lambda: {"tickets": known(_batch(request)).holding(words)})


@explained
async def one_student(request: Request) -> Response:
    """GET returns everything about one student; POST keeps a review, 409 with the kept one when it is newer."""
    if request.method == "GET":
        workspace = await _reader(request)
        return await _told(lambda: _student(_batch(request), _ticket(request), workspace))
    workspace, asked = await _writer(request, SaveRequest)
    status, content = await run_sync(lambda: _save(_batch(request), _ticket(request), workspace, asked))
    return as_json(content, status)


@explained
async def suggested_levels(request: Request) -> Response:
    """Return a level for every row with its reason: only when a reviewer asks."""
    await _reader(request)
    return await _told(lambda: suggested_object(_batch(request), known(_batch(request)).key(_ticket(request))))


@explained
async def accept_for_all(request: Request) -> Response:
    """Accept the remarks of one check for all students who have it, or take them back; released reviews stay."""
    workspace, asked = await _writer(request, AcceptRequest)
    act = take_back_from_all if asked.withdraw else accept_for_everybody
    return await _told(lambda: act(_batch(request), the_store().reviewer_name(workspace), asked.mistake))


@explained
async def change_bank(request: Request) -> Response:
    """Keep a comment in the bank, or take it out; return the bank."""
    _, asked = await _writer(request, BankRequest)

    def change() -> dict[str, Any]:
        if words := asked.says.strip():
            the_store().save_bank_comment(BankComment(id=asked.id, says=words, row=asked.row))
        else:
            the_store().delete_bank_comment(asked.id)
        return {"bank": bank_object()}

    return await _told(change)


def _student(batch_id: str, ticket: str, workspace: str) -> dict[str, Any]:
    store, batch = the_store(), known(batch_id)
    key = batch.key(ticket)
    submission = store.submission(batch_id, key)
    review = store.review(batch_id, key, store.reviewer_name(workspace))
    content = student_object(submission, report_on(batch_id, submission), batch.numbers[ticket], batch.title)
    return {**content, "ticket": ticket, "review": review_out(review, store.rubric(batch_id), submission.text)}


def _save(batch_id: str, ticket: str, workspace: str, asked: SaveRequest) -> tuple[int, dict[str, Any]]:
    """Keep a review and return it; 409 and the kept one when another window saved since."""
    store = the_store()
    key = known(batch_id).key(ticket)
    reviewer, text, rubric = (
        store.reviewer_name(workspace),
        store.submission(batch_id, key).text,
        store.rubric(batch_id),
    )
    before = store.review(batch_id, key, reviewer)
    new = review_in(asked.review, before, text)
    try:
        kept = store.save_review(batch_id, new, asked.base_revision, datetime.now(UTC))
    except StaleRevisionError:
        newer = store.review(batch_id, key, reviewer)
        error = "This review was changed in another window."
        return 409, {"error": error, "review": review_out(newer, rubric, text)}
    return 200, review_out(kept, rubric, text)


async def _reader(request: Request) -> str:
    """Return the workspace of a reviewer who looks at something. RequestError 401 or 403 for anybody else."""
    check_origin(request.headers)
    workspace = workspace_of(request.headers)
    check_key(workspace, request.headers.get(KEY_HEADER, ""))
    await check_reviewer(request)
    return workspace


async def _writer(request: Request, kind: type[Sent]) -> tuple[str, Sent]:
    """Return the workspace of a reviewer and what the desk sent. RequestError 401, 403, 413, 415, 429 or 400."""
    workspace = workspace_of(request.headers)
    await check_reviewer(request)
    wait_for("These are many changes.", SAVES.take(workspace))
    return workspace, await read_asked(request, kind)


async def _told(work: Callable[[], Mapping[str, Any]]) -> Response:
    """Answer with what a thread finds out: texts are checked there, and nobody else waits for it."""
    return as_json(await run_sync(work))


def _batch(request: Request) -> str:
    name: str = request.path_params["batch"]
    return name


def _ticket(request: Request) -> str:
    name: str = request.path_params["ticket"]
    return name
