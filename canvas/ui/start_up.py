"""Start-up and rest of the server: the store first, everything warm, and memory collected now and then."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st

from canvas.content.rules import load_rules
from canvas.errors import CanvasError
from canvas.store.shared import the_store
from canvas.ui.frame_errors import log_without_text
from canvas.ui.pages import Page
from canvas.ui.state import library
from canvas.web.report import checked
from canvas.web.reviewers import listen_at

_COLLECT_EVERY_SECONDS = 300
_A_TEXT = "We call every customer two weeks after the purchase and ask how the bicycle runs."
_log = logging.getLogger("canvas")


def open_or_leave() -> None:
    """Open the store before anything else; where that fails, say so in one message and end the program."""
    try:
        the_store()
    except CanvasError as error:
        told = f"Canvas Coach cannot start. {error.what}\n  Where: {error.where}\n  What to do: {error.mend}"
        print(told, file=sys.stderr)
        sys.exit(2)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Make the store and warm up before the first visitor; collect memory while the server runs."""
    log_without_text()
    the_store()
    listen_at(st.get_option("server.address"))
    _warm_up()
    if st.get_option("runner.postScriptGC"):
        _log.warning(
            "The settings in .streamlit/config.toml are not in use: pages will be slow and the theme is missing. "
            "Start with `streamlit run app.py` from the folder of app.py."
        )
    gc.collect()
    gc.freeze()  # what is loaded now stays: no later collection has to look at it
    collector = asyncio.create_task(_collect_now_and_then())
    try:
        yield
    finally:
        collector.cancel()
        with suppress(asyncio.CancelledError):
            await collector


def _warm_up() -> None:
    """Load what the first visitor would otherwise wait for."""
    try:
        library()
        load_rules()
        checked(_A_TEXT, None, "asked")
    except CanvasError as error:  # the pages that need it say so too; the others still work
        _log.error("%s", error)
    for page in Page:
        importlib.import_module(f"canvas.ui.views.{page.value}")


async def _collect_now_and_then() -> None:
    while True:
        await asyncio.sleep(_COLLECT_EVERY_SECONDS)
        gc.collect()
