"""A rate lets a burst through, then so many a second, for each name apart."""

import re
from pathlib import Path
from threading import Thread

from canvas.web import answers
from canvas.web.rates import Rate

HOSTING = Path(__file__).parent.parent.parent / "docs" / "hosting.md"


def test_a_burst_passes_then_so_many_a_second():
    now = [100.0]
    rate = Rate(per_second=2, burst=3, clock=lambda: now[0])
    assert [rate.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rate.take("b") == 0
    now[0] += 0.5
    assert [rate.take("a"), rate.take("a")] == [0, 0.5]
    now[0] += 1000
    assert [rate.take("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_the_names_it_remembers_are_bounded_and_the_busy_ones_stay():
    now = [0.0]
    rate = Rate(per_second=1, burst=2, clock=lambda: now[0], names=10)
    for number in range(100):
        rate.take(f"visitor {number}")
        rate.take("busy")
    assert len(rate._buckets) == 10
    assert rate.take("busy") > 0


def test_threads_together_get_no_more_than_the_burst():
    rate, passed = Rate(per_second=1, burst=50, clock=lambda: 0.0), []

    def ask():
        passed.extend(rate.take("a") == 0 for _ in range(40))

    threads = [Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(passed) == 50


def test_the_document_for_hosting_says_how_many_refusals_are_logged():
    told = re.search(
        r"at most (\d+)\s+such lines at once, then (\d+) a second", HOSTING.read_text(encoding="utf-8")
    )
    now = [0.0]
    lines = Rate(answers._LINES._per_second, answers._LINES._burst, clock=lambda: now[0])
    at_once = sum(lines.take("") == 0 for _ in range(100))
    now[0] += 1
    assert told
    assert [at_once, sum(lines.take("") == 0 for _ in range(100))] == [int(number) for number in told.groups()]
