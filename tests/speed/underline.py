"""Measure how long a remark takes to stand under its words, from the last key on, in a real browser.

    python tests/speed/underline.py

Starts a server of its own, types on the page Check a text beside some hundred words, and prints milliseconds
(median, and 95 of 100) between the last key and the underline, both seen by the page itself. The pause that the
editor waits for before it asks, a quarter of a second, is in it.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]
RUNS, WARM_UP = 40, 5
VAGUE = "We give our customers the best service and we are always friendly. " * 4
WATCH = """() => {
  const open = [...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean);
  const root = open.find((one) => one.querySelector(".cm-content"));
  const before = root.querySelectorAll(".mark").length;
  window.drawn = new Promise((tell) => {
    setTimeout(() => tell(null), 5000);
    root.querySelector(".cm-content").addEventListener("keydown", () => {
      const at = performance.now();
      const watch = () => root.querySelectorAll(".mark").length > before
        ? tell(performance.now() - at) : requestAnimationFrame(watch);
      watch();
    }, { once: true });
  });
}"""


def main() -> None:
    """Type the last letter of a vague word again and again."""
    from conftest import QUIET, Server, Visitor, _window
    from playwright.sync_api import sync_playwright

    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        server = Server(Path(folder))
        server.start()
        try:
            person = Visitor(_window(browser, viewport={"width": 1440, "height": 1000}), server)
            person.open("check")
            taken = [_once(person, number) for number in range(WARM_UP + RUNS)][WARM_UP:]
        finally:
            server.kill()
            browser.close()
    drawn = sorted(one for one in taken if one is not None)
    middle, slow = statistics.median(drawn), drawn[int(len(drawn) * 0.95)]
    print(f"last key to underline   median {middle:4.0f} ms   p95 {slow:4.0f} ms   ({len(drawn)} runs)")


def _once(person, number: int) -> float | None:
    """Return milliseconds until the words are underlined, None when they never were."""
    box = person.box("Your text").first
    box.fill(f"{VAGUE}\n\nShop {number} has the best servic")
    person.settle()
    box.focus()
    person.page.keyboard.press("Control+End")
    person.page.evaluate(WATCH)
    person.page.keyboard.press("e")
    return person.page.evaluate("window.drawn")


if __name__ == "__main__":
    main()
