"""Who may review: whoever sits at a server that nobody else reaches, else a browser with the passphrase."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from pydantic import StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from canvas.errors import RequestError
from canvas.store.passphrase import MOST_SIGNS
from canvas.store.reviewers import SESSION
from canvas.store.shared import the_store
from canvas.web.answers import explained
from canvas.web.doors import DoorRequest, read_asked, wait_for
from canvas.web.rates import Rate
from canvas.web.requests import address_of
from canvas.web.workspace_cookie import is_https

COOKIE = "canvas_reviewer"
TRIES = Rate(per_second=1 / 60, burst=5)
"""Passphrases tried from one address: five at once, then one a minute."""
ALL_TRIES = Rate(per_second=0.2, burst=20)
"""Passphrases tried by everybody together: each costs the server a tenth of a second."""
_THIS_COMPUTER = frozenset(("localhost", "127.0.0.1", "::1"))
_SENT_ON = ("x-forwarded-", "forwarded", "x-real-ip", "via")
"""How headers begin that a web server in front adds: then whoever asks sits somewhere else."""
_LONGEST_TOKEN = 100


class _Listening:
    """Where this process listens; start-up says it once, and until then nobody is trusted."""

    address: str | None = None


def listen_at(address: str | None) -> None:
    """Say at start-up on which address the server listens; None for every one."""
    _Listening.address = address


def is_this_computer(address: str | None) -> bool:
    """Tell whether only the machine itself reaches a server that listens on this address."""
    return address in _THIS_COMPUTER


def review_is_offered() -> bool:
    """Tell whether there is a Review page at all: on the own machine, or once a passphrase is set."""
    return is_this_computer(_Listening.address) or the_store().passphrase_since() is not None


def may_review(headers: Mapping[str, str], now: datetime) -> bool:
    """Tell whether the browser that sent these headers may see what students handed in. Raises StoreError.

    headers: of a request or of a page, found by names in any case. Yes on the own machine, as long as the
    request comes from it and no other web server sent it on; else only with a reviewer's session.
    """
    sent = {name.lower(): value for name, value in headers.items()}
    if is_this_computer(_Listening.address) and _from_here(sent):
        return True
    token = read_token(sent.get("cookie", ""))
    return token is not None and the_store().has_reviewer_session(token, now)


async def check_reviewer(request: Request) -> None:
    """Refuse a request of anybody who may not review; RequestError 403."""
    headers = dict(request.headers)
    if not await run_sync(lambda: may_review(headers, datetime.now(UTC))):
        raise RequestError(403, "Only reviewers may do this.", mend="Open Review and give the passphrase.")


def read_token(header: str) -> str | None:
    """Return the token of a reviewer's session that a Cookie header names."""
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == COOKIE and 0 < len(value) <= _LONGEST_TOKEN:
            return value
    return None


class SignIn(DoorRequest):
    """A passphrase as somebody typed it."""

    passphrase: Annotated[str, StringConstraints(min_length=1, max_length=MOST_SIGNS)]


@explained
async def reviewer_session(request: Request) -> Response:
    """POST opens a session for the right passphrase: 403 for a wrong one, 429 after some tries. DELETE ends it."""
    if request.method == "DELETE":
        await read_asked(request, DoorRequest)
        if token := read_token(request.headers.get("cookie", "")):
            await run_sync(lambda: the_store().end_reviewer_session(token))
        return _with_cookie(request, "", 0)
    asked = await read_asked(request, SignIn)
    wait_for("These are many tries.", TRIES.take(address_of(request)) or ALL_TRIES.take(""))
    opened = await run_sync(lambda: the_store().open_reviewer_session(asked.passphrase, datetime.now(UTC)))
    if opened is None:
        raise RequestError(403, "This is not the passphrase.", mend="Ask whoever runs this server for it.")
    return _with_cookie(request, opened, int(SESSION.total_seconds()))


def _with_cookie(request: Request, token: str, seconds: int) -> Response:
    marks = f"Max-Age={seconds}; Path=/; HttpOnly; SameSite=Strict"
    cookie = f"{COOKIE}={token}; {marks}" + ("; Secure" if is_https(request.scope) else "")
    return Response(status_code=204, headers={"Set-Cookie": cookie, "Cache-Control": "no-store"})


def _from_here(sent: Mapping[str, str]) -> bool:
    """Tell whether a request was made on this machine. A page of another site, or a proxy, names another host."""
    if any(name.startswith(_SENT_ON) for name in sent):
        return False
    host = sent.get("host")
    return host is None or _name_of(host) in _THIS_COMPUTER


def _name_of(host: str) -> str | None:
    """Return the name in a Host header without its port; None for one that cannot be read."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:  # a bracket that nothing closes
        return None
