"""The table of wording: how a text is cut, and that what it finds is probable, with exact quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.content.rules import load_rules
from canvas.content.wording import load_wording
from canvas.reading.facts import observe
from canvas.reading.wording import Scorer, piece_rows, words_of

RULES = load_rules()
SCORER = Scorer(load_wording())


def test_a_figure_an_accent_and_a_smart_apostrophe_make_no_difference():
    assert words_of("Zoë’s 24 cafés") == words_of("Zoe's 7 cafes") == ["zoe", "0", "cafes"]


def test_a_word_is_cut_into_its_longest_known_pieces():
    assert list(piece_rows("repairs", {"repair": 3, "##s": 5, "re": 1})) == [3, 5]
    assert list(piece_rows("xyz", {"repair": 3})) == []


def test_its_evidence_is_probable_never_sure_and_quotes_exactly():
    text = "We sell seeds.\nDoctoral students keep the editor they started with until the defence."
    free = [item for items in observe(text, RULES).types.values() for item in items if item.rule == "free-wording"]
    assert free
    assert all(not item.sure and text[item.start : item.end] == item.quote for item in free)


@pytest.mark.parametrize("text", ["", "?!", "مرحبا بكم", "👩🏽‍🚀"])
def test_a_text_without_latin_words_has_no_probability(text):
    assert set(SCORER.probabilities(text).values()) == {0.0}


@given(st.text())
def test_every_probability_lies_between_nought_and_one(text):
    assert all(0 <= value <= 1 for value in SCORER.probabilities(text).values())
