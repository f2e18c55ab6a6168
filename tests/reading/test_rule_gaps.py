"""What the examples of the rules leave open is on record and may only shrink (renewed by bench/rule_gaps.py)."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

from rule_gaps import all_rules, kept, others, share, untried

from canvas.models.pattern import parse
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.reading.alternatives import uncovered
from canvas.reading.patterns import Matcher

RULES = all_rules()
GAPS = kept()
FRAGMENT = re.compile(r"(\[\[)?[a-z]")
"""A word list instead of a sentence begins with a small letter."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_has_more_untried_alternatives_than_on_record(rule):
    found = untried(rule)
    assert len(found) <= GAPS["untried"].get(rule.id, 0), f"write an example for: {', '.join(found)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_one_type_show_no_other_type_but_those_on_record(rule):
    assert set(others(rule)) <= set(GAPS["also"].get(rule.id, []))


def test_the_share_of_tried_alternatives_is_the_one_on_record():
    assert share(RULES, {rule.id: len(untried(rule)) for rule in RULES}) >= GAPS["share"]["tried"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_examples_and_bait_as_students_write(rule):
    assert len(rule.match) >= 2
    assert len(rule.no_match) >= 2, "write sentences that look alike and mean something else"
    assert [example for example in (*rule.match, *rule.no_match) if FRAGMENT.match(example)] == []


def test_the_record_names_only_rules_that_exist():
    assert {*GAPS["untried"], *GAPS["also"]} <= {rule.id for rule in RULES}


def test_untried_alternatives_are_found_in_words_phrases_classes_and_options():
    pattern = parse("(feed|look after) (the|a)? (<pet>|bird) (now|daily)?")
    rule = ReadyRule("pets", "stage", True, (), (pattern,), (), why="A pet.")
    book = RuleBook((rule,), {"pet": ("cat", "guinea pig")}, {}, {}, "1")
    tried = ["We feed the cat.", "They look after a guinea pig now."]
    assert list(uncovered([pattern], tried, Matcher(book))) == [(0, "bird"), (0, "daily")]
