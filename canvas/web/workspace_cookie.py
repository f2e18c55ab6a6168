"""The cookie that names a browser's workspace: random, hidden from scripts, never taken from an address."""

from __future__ import annotations

import re
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.types import Scope

COOKIE = "canvas_workspace"
YEAR = 365 * 24 * 60 * 60

_KEY_SIGNS = 24
_LOOKS_LIKE_AN_ID = re.compile(r"[A-Za-z0-9_-]{22,64}")  # 22 signs of base 64 are 128 bits


def read_cookie(header: str) -> str | None:
    """Return the workspace a Cookie header names, or None when it names none that could be ours."""
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == COOKIE:
            return workspace_in(value)
    return None


def workspace_in(value: object) -> str | None:
    """Return a cookie's value if it could be the id of a workspace."""
    return value if isinstance(value, str) and _LOOKS_LIKE_AN_ID.fullmatch(value) else None


def workspace_key(workspace: str) -> str:
    """Return a workspace's name for the scripts of a page, which never learn the workspace itself.

    A browser keeps copies of texts under it, and every request carries it: a tab that still shows another
    workspace than the browser works in must not write into this one.
    """
    return sha256(f"mirror of {workspace}".encode()).hexdigest()[:_KEY_SIGNS]


def cookie_for(workspace: str, *, secure: bool) -> str:
    """Return the Set-Cookie header that names a workspace for a year."""
    marks = f"Max-Age={YEAR}; Path=/; HttpOnly; SameSite=Lax"
    return f"{COOKIE}={workspace}; {marks}" + ("; Secure" if secure else "")


def is_https(scope: Scope) -> bool:
    """Tell whether a request came over HTTPS, here or at the web server in front."""
    forwarded = Headers(scope=scope).get("x-forwarded-proto", "")
    return scope.get("scheme") == "https" or forwarded.split(",")[0].strip() == "https"
