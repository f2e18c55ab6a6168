"""A reviewer's session can end while a page is open: what a click does is asked for once more."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from canvas.errors import RequestError
from canvas.ui import state
from canvas.web.reviewers import may_review

P = ParamSpec("P")


def for_reviewers(act: Callable[P, None]) -> Callable[P, None]:
    """Let a callback act only while whoever clicks may review; else the run that follows shows the door."""

    @wraps(act)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        if may_review(st.context.headers, state.now()):
            act(*args, **kwargs)

    return guarded


def file_for_reviewers(made: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes a file when its button is clicked: it refuses once the session has ended.

    The file is made outside of any run, so `made` must have read everything about the browser before.
    """
    headers = dict(st.context.headers)

    def guarded() -> bytes:
        if not may_review(headers, state.now()):
            raise RequestError(403, "Only reviewers may do this.", mend="Open Review and give the passphrase.")
        return made()

    return guarded
