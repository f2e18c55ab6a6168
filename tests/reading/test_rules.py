"""Every rule is tried on its own examples; the loader refuses what is wrong and survives a damaged cache."""

from dataclasses import replace

import pytest

from canvas.content.rule_files import read_rules
from canvas.content.rules import FOLDER, load_rules
from canvas.errors import ContentError
from canvas.reading.negation import Use, use_of
from canvas.reading.patterns import Matcher
from canvas.reading.units import units

FILES = read_rules(FOLDER)
RULES = [rule for rules in FILES.values() for rule in rules]
BOOK = load_rules()
MATCHER = Matcher(BOOK)
ALWAYS = {"none", "vague", "uniform", "specific"}
"""Labels that count whatever a negation says."""


def firing(rule, text, matcher=MATCHER):
    found = units(text)
    return [
        text[hit.start : hit.end]
        for hit in matcher.hits(found)
        if hit.rule.id == rule.id
        and (rule.label in ALWAYS or use_of(found[hit.unit].words, hit.first, hit.last) is Use.USED)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_exactly_the_marked_words(rule):
    for example in rule.match:
        marked = example.partition("[[")[2].partition("]]")[0]
        assert marked in firing(rule, example.replace("[[", "").replace("]]", "")), example


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_other_sentences_alone(rule):
    assert {example: firing(rule, example) for example in rule.no_match} == {text: [] for text in rule.no_match}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_known_miss_is_still_missed_else_promote_it(rule):
    assert [example for example in rule.known_miss if firing(rule, example)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_pattern_is_fired_by_an_example(rule):
    ready = next(item for item in BOOK.rules if item.id == rule.id)
    idle = []
    for text, pattern in zip(rule.pattern, ready.patterns, strict=True):
        alone = Matcher(replace(BOOK, rules=(replace(ready, patterns=(pattern,)),)))
        if not any(alone.hits(units(example.replace("[[", "").replace("]]", ""))) for example in rule.match):
            idle.append(text)
    assert idle == []


def folder_with(tmp_path, rules):
    (tmp_path / "words.toml").write_text(
        '[irregular]\n[spelling]\n[classes]\ncustomer = ["customer"]\n', encoding="utf-8"
    )
    (tmp_path / "some.toml").write_text(rules, encoding="utf-8")
    return tmp_path


RULE = (
    '[[rule]]\nid = "{id}"\nlabel = "{label}"\npattern = "{pattern}"\nwhy = "Because."\nmatch = ["We [[help]]."]\n'
)


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (RULE.format(id="a", label="friendship", pattern="help"), "unknown label"),
        (RULE.format(id="a", label="stage", pattern="help <owner>"), "<owner>"),
        (RULE.format(id="a", label="stage", pattern="help <0-99> you"), "at most"),
        (RULE.format(id="a", label="stage", pattern="help (you"), "pattern language"),
        (RULE.format(id="a", label="stage", pattern="help (you|our <owner>)"), "<owner>"),
        (RULE.format(id="a", label="stage", pattern="help (you|&)"), "never stand in a text"),
        (RULE.format(id="a", label="stage", pattern="help (you|up <0-4> you)"), "never stand in a text"),
        (RULE.format(id="a", label="stage", pattern="help") * 2, "is used in"),
        (
            RULE.format(id="a", label="stage", pattern="help")
            + RULE.format(id="b", label="stage", pattern="help"),
            "stands in a too",
        ),
        ("[[rule]]\nid = 3", "some.toml"),
        ("[[rule", "some.toml"),
    ],
)
def test_a_wrong_rule_is_refused_with_its_place(tmp_path, rules, says):
    with pytest.raises(ContentError, match=says):
        load_rules(folder_with(tmp_path, rules), tmp_path / "cache")


def test_words_may_stand_in_several_files_but_each_name_in_one(tmp_path):
    folder = folder_with(tmp_path, RULE.format(id="a", label="stage", pattern="help <owner>"))
    (folder / "words_more.toml").write_text('[classes]\nowner = ["owner"]\n', encoding="utf-8")
    assert load_rules(folder, tmp_path / "cache").classes == {"customer": ("customer",), "owner": ("owner",)}
    (folder / "words_more.toml").write_text('[classes]\ncustomer = ["guest"]\n', encoding="utf-8")
    with pytest.raises(ContentError, match="'customer' stands in another file"):
        load_rules(folder, tmp_path / "other")


def test_the_kept_book_is_the_same_as_the_fresh_one_and_damage_harms_nobody(tmp_path):
    load_rules.cache_clear()
    fresh = load_rules(keep_in=tmp_path)
    load_rules.cache_clear()
    kept = load_rules(keep_in=tmp_path)
    assert (kept.rules, kept.classes, kept.version) == (fresh.rules, fresh.classes, fresh.version)
    (file,) = tmp_path.glob("rules-*.json")
    for damaged in ("", "{}", f'{{"version": "{fresh.version}"}}', "[1]"):
        file.write_text(damaged, encoding="utf-8")
        load_rules.cache_clear()
        assert load_rules(keep_in=tmp_path).rules == fresh.rules
    load_rules.cache_clear()


def test_a_cache_that_cannot_be_written_harms_nobody(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    load_rules.cache_clear()
    assert load_rules(keep_in=blocked).rules
    load_rules.cache_clear()
