"""The labelled answers: each criterion and the ideas stay at least as good as measured when this was written."""

from pathlib import Path

import pytest

from tests.casework.scoring import score

BENCH = Path(__file__).parent.parent / "bench" / "cases"


@pytest.mark.parametrize(("name", "share"), [("boomer_games_dev", 0.92), ("boomer_games_test", 0.87)])
def test_the_engine_agrees_with_the_labels(name, share):
    found = score("boomer_games", BENCH / f"{name}.jsonl")
    count = found["answers"]
    assert count >= 40
    assert {criterion: right for criterion, right in found["right"].items() if right < share * count} == {}
    assert found["ideas_f1"] >= 0.85
