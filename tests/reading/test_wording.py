"""The table of wording: how a text is cut, and that what it finds is probable, with exact quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.content.rules import load_rules
from canvas.content.wording import load_wording
from canvas.models.wording import NOTHING, Filters
from canvas.reading.facts import observe
from canvas.reading.filters import FilterBank
from canvas.reading.lanes import SignedLanes, side_by_side
from canvas.reading.wording import Scorer, piece_rows, words_of

RULES = load_rules()
SCORER = Scorer(load_wording())


def test_a_figure_an_accent_and_a_smart_apostrophe_make_no_difference():
    assert words_of("Zoë’s 24 cafés") == words_of("Zoe's 7 cafes") == ["zoe", "0", "cafes"]


def test_a_word_is_cut_into_its_longest_known_pieces():
    assert list(piece_rows("repairs", {"repair": 3, "##s": 5, "re": 1})) == [3, 5]
    assert list(piece_rows("xyz", {"repair": 3})) == []


def test_no_piece_of_the_table_is_longer_than_those_that_are_looked_for():
    assert all(list(piece_rows(piece, {piece: 1})) == [1] for piece in load_wording().pieces if piece[0] != "#")


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


PIECES = 4


@st.composite
def small_filters(draw):
    """Return filters over four pieces with any numbers that a table can hold."""
    count = draw(st.integers(1, 9))
    byte, floor, vote = st.integers(0, 255), st.integers(0, 765), st.integers(-32_000, 32_000)
    return Filters(
        bias=(0.5, -0.5),
        rows=bytes(draw(st.lists(byte, min_size=3 * PIECES * count, max_size=3 * PIECES * count))),
        floors=tuple(draw(st.lists(floor, min_size=count, max_size=count))),
        votes=tuple(draw(st.lists(st.tuples(vote, vote), min_size=count, max_size=count))),
        scale=1e-6,
    )


def counted(filters, text):
    """Return the log-odds as the filters say them, one by one and place by place; text: rows of pieces."""
    count = len(filters.floors)

    def byte(number, at, side):
        return filters.rows[(text[at] * 3 + side) * count + number] if 0 <= at < len(text) else NOTHING

    odds = list(filters.bias)
    for number, floor in enumerate(filters.floors):
        sums = [sum(byte(number, at + side - 1, side) for side in range(3)) for at in range(len(text))]
        votes = filters.votes[number]
        odds = [
            odd + max(0, max(sums) - floor) * vote * filters.scale for odd, vote in zip(odds, votes, strict=True)
        ]
    return odds


@given(small_filters(), st.lists(st.integers(0, PIECES - 1), min_size=1, max_size=12))
def test_all_filters_at_once_say_what_each_of_them_says_alone(filters, text):
    bank = FilterBank(filters)
    assert bank.log_odds([bank.piece(row) for row in text]) == pytest.approx(counted(filters, text))


@given(st.lists(st.integers(-(2**30), 2**30), min_size=1, max_size=12))
def test_numbers_of_either_sign_come_out_of_their_lanes(numbers):
    lanes = SignedLanes(64, len(numbers))
    assert list(lanes.taken_apart(lanes.noughts + side_by_side(numbers, 64))) == numbers
