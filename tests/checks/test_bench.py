"""Each check on its own bench, and on the examples in its lesson."""

import inspect
import tomllib
from pathlib import Path

import pytest

from canvas.checks.run import CHECKS, check_text
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Mistake, Verdict

RULES = load_rules()
BENCH = Path(__file__).parent.parent / "bench"


def name_of(check):
    return check.__name__.rpartition(".")[2]


def verdict(text, check):
    return check_text(text, RULES).findings[Mistake(name_of(check))].verdict


def bench(check):
    return tomllib.loads((BENCH / f"{name_of(check)}.toml").read_text(encoding="utf-8"))


def test_every_mistake_has_its_check_in_the_order_of_the_lesson():
    assert [name_of(check) for check in CHECKS] == [mistake.value for mistake in Mistake]


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_the_examples_of_the_lesson_hold(check):
    lesson = dict(
        line.strip().split(":", 1)
        for line in inspect.getdoc(check).splitlines()
        if line.startswith(("Weak:", "Better:"))
    )
    assert verdict(lesson["Weak"].strip(), check) is Verdict.FLAGGED
    assert verdict(lesson["Better"].strip(), check) is Verdict.CLEAR


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_the_bench_holds(check):
    data = bench(check)
    assert [text for text in data["flagged"] if verdict(text, check) is not Verdict.FLAGGED] == []
    assert [text for text in data["clear"] if verdict(text, check) is not Verdict.CLEAR] == []


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_known_miss_is_still_missed_else_move_it_up(check):
    known = bench(check).get("known_miss", [])
    right = [item["text"] for item in known if verdict(item["text"], check).value == item["should_be"]]
    assert right == []


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_what_is_flagged_quotes_or_names_an_absence_and_asks(check):
    for text in bench(check)["flagged"]:
        finding = check_text(text, RULES).findings[Mistake(name_of(check))]
        assert finding.quotes or finding.missing
        assert finding.why
        assert finding.ask
        assert finding.ask.endswith("?")
