"""A running Canvas Coach and a Chromium for tests that act like a person."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SETTLED = Path(__file__).with_name("settled.js")
QUIET = (
    "--no-sandbox --disable-background-networking --disable-component-update --disable-sync --no-first-run "
    "--disable-default-apps --metrics-recording-only"
).split()
PORTS = itertools.count(10_000 + os.getpid() * 97 % 20_000)
"""Where this run looks for free ports; runs beside it look elsewhere."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run browser tests last: Playwright leaves an event loop running, and quick failures come first so."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def _free_port() -> int:
    """Return a free port below those that systems hand out themselves: it stays free while its server is dead."""
    while True:
        with socket.socket() as free:
            try:
                free.bind(("127.0.0.1", port := next(PORTS)))
            except OSError:
                continue
            return port


class Server:
    """`streamlit run app.py` on a free port, with a data folder of its own; `kill` and `start` keep both."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = data / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        options = ["--server.headless", "true", "--server.port", str(self.port)]
        environment = {**os.environ, "CANVAS_DATA": str(self.data)}
        environment.pop("CANVAS_DATABASE_URL", None)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *options], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        self._wait_until_it_answers()

    def kill(self) -> None:
        """End the server like a power cut: no shutdown, no last save."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self.process.wait(20)

    def restart(self) -> None:
        self.kill()
        self.start()

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + 90
        while time.monotonic() < end and self.process and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/api/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"the server did not start:\n{self.log.read_text(encoding='utf-8')[-3000:]}")


class Visitor:
    """One browser window of one person, and what a test asks of it."""

    def __init__(self, page, server: Server) -> None:
        self.page = page
        self.server = server

    def open(self, path: str = "") -> None:
        self.page.goto(f"{self.server.url}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the server has answered everything: no run is going on, and none is about to begin."""
        name = str(time.monotonic_ns())
        self.page.wait_for_function("name => window.settled?.(name)", arg=name, polling=25, timeout=30_000)

    def crash(self) -> None:
        """End the browser without a goodbye, and open a new one that has only what the old one stored."""
        context = self.page.context
        kept, size = context.storage_state(), self.page.viewport_size
        context.close()
        self.page = _window(context.browser, viewport=size, storage_state=kept)

    def box(self, label: str):
        """The text field with exactly this label."""
        return self.page.get_by_role("textbox", name=label, exact=True)

    def words(self, label: str) -> str:
        """What a field holds, be it a plain one or the editor of a draft."""
        return self.box(label).first.evaluate("field => field.value ?? field.closest('[data-canvas]').textNow()")

    def fill(self, label: str, words: str) -> None:
        """Replace what the first field with this label holds, leave it, and wait for the answer."""
        self.box(label).first.fill(words)
        self.box(label).first.press("Tab")
        self.settle()

    def press(self, name: str, role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.settle()

    def go(self, link: str) -> None:
        """Follow a link on the page itself, not in the navigation."""
        self.page.get_by_test_id("stMain").get_by_role("link", name=link).first.click()
        self.settle()

    def tick(self, name: str) -> None:
        self.page.get_by_test_id("stCheckbox").filter(has_text=name).first.locator("label").first.click()
        self.settle()

    def download(self, name: str) -> str:
        """Press a download button and return the text of the file."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=name).first.click()
        text = Path(waiting.value.path()).read_text(encoding="utf-8")
        self.settle()
        return text

    def exceptions(self) -> list[str]:
        """What Streamlit, or our calm page, says went wrong."""
        shown = self.page.get_by_test_id("stException").all_inner_texts()
        return shown + self.page.get_by_text("Something went wrong on this page").all_inner_texts()

    def accessibility(self) -> list[str]:
        """The WCAG 2.2 A and AA violations that axe finds, one line each."""
        from axe_playwright_python.sync_playwright import Axe

        options = {"runOnly": {"type": "tag", "values": WCAG}}
        found = Axe().run(self.page, options=options).response["violations"]
        return [
            f"{item['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:200]}"
            for item in found
            for node in item["nodes"]
        ]

    def scrolls_sideways(self) -> bool:
        """Whether the page is wider than the window."""
        main = "document.querySelector('[data-testid=stMain]')"
        inside = f"{main}.scrollWidth > {main}.clientWidth + 1"
        outside = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        return bool(self.page.evaluate(f"({inside}) || ({outside})"))


@pytest.fixture(scope="session")
def chromium():
    """A Chromium: `CHROMIUM`, Playwright's own, or the system's. Without one: skip, but fail when CI=true."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        named = os.environ.get("CHROMIUM")
        own = playwright.chromium.executable_path
        found = named or (own if Path(own).exists() else None)
        found = found or shutil.which("chromium") or shutil.which("chromium-browser")
        if not found or not Path(found).exists():
            reason = f"no Chromium on this machine (looked at CHROMIUM={named!r}, {own}, and the PATH)"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(chromium, tmp_path_factory):
    """One server for all tests that do not stop it; every visitor has a workspace of its own."""
    running = Server(tmp_path_factory.mktemp("data"))
    running.start()
    yield running
    running.kill()


@pytest.fixture
def own_server(chromium, tmp_path):
    """A server for one test, which may kill and restart it."""
    running = Server(tmp_path)
    running.start()
    yield running
    running.kill()


def _window(chromium, **options):
    """A page in a fresh browser of its own, which says when it has settled."""
    context = chromium.new_context(locale="en-GB", accept_downloads=True, **options)
    context.add_init_script(path=SETTLED)
    return context.new_page()


def _visitor(chromium, server: Server, width: int, height: int):
    person = Visitor(_window(chromium, viewport={"width": width, "height": height}), server)
    yield person
    person.page.context.close()


@pytest.fixture
def visitor(chromium, server):
    """A person with a fresh browser on a wide screen."""
    yield from _visitor(chromium, server, 1440, 1000)


@pytest.fixture
def phone(chromium, server):
    """A person with a fresh browser on a telephone."""
    yield from _visitor(chromium, server, 390, 844)


@pytest.fixture
def owner(chromium, own_server):
    """A person with a fresh browser whose server may be killed: `owner.server.restart()`."""
    yield from _visitor(chromium, own_server, 1440, 1000)
