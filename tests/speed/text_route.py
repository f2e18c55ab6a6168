"""Measure what a pause in typing costs: POST /api/text with a draft of 300 words, to a server of its own.

    python tests/speed/text_route.py            # where rules decide, and with free wording that opens the model
    python tests/speed/text_route.py --long     # also a history of 2,000 revisions of 20 kB

Prints milliseconds (median, and 95 of 100): of the whole request over a kept connection, as a browser on the same
machine waits for it, and of the work inside the server, without the network.
"""

from __future__ import annotations

import gc
import http.client
import json
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
RUNS, WARM_UP = 200, 20
PLAIN = (Path(__file__).parent / "section.md").read_text(encoding="utf-8")
FREE = (
    "When the box arrives, a small card inside says who packed it, and most people write to that person when "
    "something puzzles them. Regulars get a hand-drawn map of the valley in winter. Nobody has to wait for an "
    "evening class to sort a wobbly wheel out with us. "
)


def draft(beginning: str) -> str:
    """Return a draft of 300 words that begins so."""
    words = f"{beginning}\n\n{PLAIN}".split(" ")
    return " ".join((words * 10)[:300])


def main(names: list[str]) -> None:
    """Measure both ways."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CANVAS_DATA"] = folder
        os.environ.pop("CANVAS_DATABASE_URL", None)
        logging.disable(logging.WARNING)
        for name, text in (("rules only", draft("")), ("free wording", draft(FREE))):
            show(f"inside, {name}", measured(inside(text)))
        if "--long" in names:
            show("inside, 2,000 revisions of 20 kB", measured(inside(draft(FREE), history=2000)))
        with_server(folder)


def inside(text: str, history: int = 0) -> Callable[[int], None]:
    """Return the work of one pause without the network: save, check, and the answer as JSON."""
    from canvas.store.records import SentText
    from canvas.store.shared import the_store
    from canvas.store.workspaces import new_workspace_id
    from canvas.web.report import checked

    store, workspace = the_store(), new_workspace_id()
    document, started = store.fresh_id(workspace, "plan"), datetime.now(UTC) - timedelta(hours=2)

    def save(words: str, number: int, now: datetime) -> object:
        sent = SentText(
            document=document, field="draft.text", text=words, seen="", editor="editor-one", sequence=number
        )
        return store.save_text(workspace, sent, now)

    for number in range(1, history + 1):
        saved = save("word " * 4_000 + str(number), number, started)
        store.name_version(workspace, document, saved.revision, "stays")

    def pause(number: int) -> None:
        kept = save(f"{text} {number}", history + number + 1, datetime.now(UTC))
        json.dumps(checked(f"{text} {number}", kept.workbook, "pause"))

    return pause


def with_server(folder: str) -> None:
    """Measure requests to a running server, slower than its limit for one workspace."""
    from canvas.store.workspaces import new_workspace_id

    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    port = 18_731
    server = subprocess.Popen([*command, "--server.port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        for name, text in (("rules only", draft("")), ("free wording", draft(FREE))):
            show(f"request, {name}", measured(request(port, text, new_workspace_id()), pause=0.055))
    finally:
        server.terminate()
        server.wait(20)


def request(port: int, text: str, workspace: str) -> Callable[[int], None]:
    """Return one POST over a kept connection."""
    from canvas.store.shared import the_store
    from canvas.web.workspace_cookie import workspace_key

    connection = http.client.HTTPConnection("localhost", port)
    document = the_store().fresh_id(workspace, "plan")
    headers = {"Content-Type": "application/json", "Cookie": f"canvas_workspace={workspace}"}

    def post(number: int) -> None:
        body = {
            "workspace_key": workspace_key(workspace),
            "document": document,
            "field": "draft.text",
            "text": f"{text} {number}",
            "seen": "",
            "check": "pause",
        }
        body |= {"editor": "editor-one", "sequence": number + 1}
        connection.request("POST", "/api/text", json.dumps(body), headers)
        answer = connection.getresponse()
        told = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{answer.status}: {told.decode()}")

    return post


def wait_for(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("localhost", port, timeout=2)
            connection.request("GET", "/api/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def measured(act: Callable[[int], None], pause: float = 0.0) -> list[float]:
    """Return the milliseconds of each run after the warm-up, the shortest first."""
    taken = []
    gc.collect()
    gc.freeze()
    gc.disable()  # as on the server, where memory is collected between visits
    for number in range(WARM_UP + RUNS):
        begun = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - begun) * 1000)
        time.sleep(pause)
    gc.enable()
    return sorted(taken[WARM_UP:])


def show(name: str, taken: list[float]) -> None:
    """Print one line."""
    print(f"{name:34} median {statistics.median(taken):5.1f} ms   p95 {taken[int(len(taken) * 0.95)]:5.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
