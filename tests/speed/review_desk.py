"""Measure what the review desk costs the server with a class of 500: the list, and every student in turn.

    python tests/speed/review_desk.py

Prints milliseconds (median, 95 of 100, and the worst) of whole requests inside this process, without a network.
The class is read from a zip as in class_batch.py, and every text was checked once before, as after its upload.
"""

from __future__ import annotations

import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
STUDENTS, WORDS = 500, 300


def main() -> None:
    """Read a class, open the desk, and walk from the first student to the last."""
    from class_batch import zip_of_another_process

    with tempfile.TemporaryDirectory() as folder:
        os.environ["CANVAS_DATA"] = folder
        os.environ.pop("CANVAS_DATABASE_URL", None)
        logging.disable(logging.WARNING)
        ask = _desk(zip_of_another_process(STUDENTS, WORDS))
        listed = ask("/api/review/one").json()["students"]
        _print("list of 500", [_timed(lambda: ask("/api/review/one")) for _ in range(20)])
        tickets = [student["ticket"] for student in listed]
        _print("next student", [_timed(lambda at=at: ask(f"/api/review/one/student/{at}")) for at in tickets])


def _desk(data: bytes) -> Callable:
    """Keep a class in a store of its own and return what asks the routes as a reviewer on this computer."""
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from canvas.desk.batch import read_batch
    from canvas.desk.marking import default_rubric
    from canvas.store.shared import the_store
    from canvas.store.workspaces import new_workspace_id
    from canvas.web import review_known, reviewers
    from canvas.web.middleware import MIDDLEWARE
    from canvas.web.routes import ROUTES
    from canvas.web.workspace_cookie import COOKIE, workspace_key

    read = read_batch([("class.zip", data)], batch_id="one", title="Class", seed=1)
    the_store().create_batch(read.batch, read.originals, default_rubric(), datetime.now(UTC))
    reviewers.listen_at("localhost")
    review_known.reports("one")
    workspace = new_workspace_id()
    app = Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))
    client = TestClient(app, base_url="http://localhost", cookies={COOKIE: workspace})
    return lambda address: client.get(address, headers={"x-canvas-key": workspace_key(workspace)})


def _timed(ask: Callable) -> float:
    begun = time.perf_counter()
    answer = ask()
    taken = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 200, answer.text
    return taken


def _print(what: str, taken: list[float]) -> None:
    ranked = sorted(taken)
    middle, slow = statistics.median(ranked), ranked[int(len(ranked) * 0.95)]
    print(f"{what:14} median {middle:5.1f} ms   p95 {slow:5.1f} ms   worst {ranked[-1]:5.1f} ms   ({len(ranked)})")


if __name__ == "__main__":
    main()
