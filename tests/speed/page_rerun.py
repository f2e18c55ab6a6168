"""Measure what a rerun of a page costs the server, without browser and network.

    python tests/speed/page_rerun.py                 # the Relationships step with three segments
    python tests/speed/page_rerun.py draft start     # other pages, by the name of their view

Prints milliseconds of one script run (median, and 95 of 100), after a warm-up, on the sample plan. Half of the
runs change a field, so that they also save a revision.
"""

from __future__ import annotations

import gc
import logging
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
RUNS, WARM_UP = 60, 10


def main(names: list[str]) -> None:
    """Measure each page that is named."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CANVAS_DATA"] = folder
        os.environ.pop("CANVAS_DATABASE_URL", None)
        logging.disable(logging.WARNING)
        workspace = _workspace_with_the_sample()
        durations = _timed_script_runs()
        for name in names:
            _visit(name, workspace, durations)
            taken = sorted(durations[WARM_UP:])
            middle, slow = statistics.median(taken), taken[int(len(taken) * 0.95)]
            print(f"{name:15} median {middle:5.1f} ms   p95 {slow:5.1f} ms   ({len(taken)} runs)")
            durations.clear()


def _workspace_with_the_sample() -> str:
    from canvas.content.library import library
    from canvas.content.rules import load_rules
    from canvas.store.shared import the_store
    from canvas.store.workspaces import new_workspace_id
    from canvas.ui import session

    now = datetime(2026, 3, 2, tzinfo=UTC)
    workspace = new_workspace_id()
    the_store().create(workspace, library().sample, now)
    session.named_workspace = lambda: workspace  # no browser, so no cookie
    load_rules()
    return workspace


def _timed_script_runs() -> list[float]:
    """Wrap the function with which Streamlit runs a script; return the list its times are added to."""
    from streamlit.runtime.scriptrunner import script_runner

    durations: list[float] = []
    original = script_runner.exec_func_with_error_handling

    def timed(*arguments: object, **named: object) -> object:
        begun = time.perf_counter()
        try:
            return original(*arguments, **named)
        finally:
            durations.append((time.perf_counter() - begun) * 1000)

    script_runner.exec_func_with_error_handling = timed
    return durations


def _visit(name: str, workspace: str, durations: list[float]) -> None:
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    from canvas.ui.pages import Page, url_path_of

    app = AppTest.from_file(str(ROOT / "canvas/ui/main.py"), default_timeout=30)
    app._page_hash = calc_hash(url_path_of(Page(name)))
    app.run()
    gc.collect()
    gc.freeze()
    gc.disable()  # as on the server, where memory is collected between visits
    for number in range(WARM_UP + RUNS):
        if number % 2 and app.text_input:
            app.text_input[-1].set_value(f"within {number} hours")
        app.run()
    gc.enable()
    if app.exception:
        raise SystemExit(f"{name}: {app.exception[0].message}")
    long_fields = len(app.get("bidi_component"))
    print(f"{name}: “{app.title[0].value}”, {len(app.text_input)} lines, {long_fields} long fields")


if __name__ == "__main__":
    main(sys.argv[1:] or ["relationships"])
