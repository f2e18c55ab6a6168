"""Language notes are exact, few and quiet: they never change what is flagged."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules

RULES = load_rules()
BENCH = Path(__file__).parent.parent / "bench"
TEXTS = tomllib.loads((BENCH / "language.toml").read_text(encoding="utf-8"))["text"]


def notes(text):
    return check_text(text, RULES).notes


@pytest.mark.parametrize("item", TEXTS, ids=lambda item: item["text"][:50])
def test_a_text_gets_exactly_its_notes(item):
    found = notes(item["text"])
    assert [f"{note.kind}: {note.quote.quote}" for note in found] == item["notes"]
    assert all(note.says.endswith(".") for note in found)


def test_the_same_words_are_noted_once_and_notes_are_few():
    assert len(notes("We are gonna call you. " * 20)) == 1
    assert len(notes("We are gonna, wanna, gotta, kinda, sorta, dunno, thx, pls help you.")) == 6


def test_notes_are_no_findings():
    plain = check_text("Our staff call each customer after two weeks, and riders meet in our club.", RULES)
    loud = check_text("Our staff call each customer after two weeks!!!, and riders meet in our club.", RULES)
    assert loud.notes
    assert (plain.flagged, not plain.notes) == (loud.flagged, True)


def test_a_text_that_is_not_judged_gets_no_notes():
    assert notes("gonna call!!!") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="uU !?I'\"NGA\n.,ab", max_size=200))
def test_any_text_gets_exact_quotes(text):
    for note in notes(text):
        assert text[note.quote.start : note.quote.end] == note.quote.quote
