"""Text is cleaned once: no word is joined or turned around, and nothing a person can see is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.models.clean_text import clean_text
from canvas.models.workbook import Venture
from tests.counted_work import instructions

OVERRIDE, EMBEDDING, END = "\u202e", "\u202b", "\u202c"
ISOLATE, END_OF_ISOLATE = "\u2067", "\u2069"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline_and_joins_no_words(end):
    assert Venture(offer=f"one{end}two").offer == "one\ntwo"


def test_control_characters_and_lone_surrogates_are_dropped():
    assert clean_text("a\x00b\ud800c\td\x9fe") == "abc\tde"


@pytest.mark.parametrize("mark", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"])
def test_an_unclosed_direction_mark_turns_nothing_around(mark):
    assert clean_text(f"We call {mark}every guest.") == "We call every guest."
    assert clean_text(f"We {mark}call\nevery{END}{END_OF_ISOLATE} guest.") == "We call\nevery guest."


@pytest.mark.parametrize("mark", [END, END_OF_ISOLATE])
def test_a_closing_mark_without_a_partner_goes(mark):
    assert clean_text(f"a{mark}b") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם",
        "مرحبا \u200f(2)\u200e",
        f"The name {EMBEDDING}שלום{END} stays.",
        f"{ISOLATE}a{OVERRIDE}b{END}c{END_OF_ISOLATE}",
        "👩🏽‍🚀 ok",
    ],
)
def test_text_from_right_to_left_and_closed_pairs_stay_as_they_are(text):
    assert clean_text(text) == text


def test_the_end_of_an_isolate_ends_what_is_open_in_it():
    assert clean_text(f"{ISOLATE}a{EMBEDDING}b{END_OF_ISOLATE}c{END}") == f"{ISOLATE}ab{END_OF_ISOLATE}c"


@given(st.text(alphabet="ab \n\r\x0b\x85\u2028\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u05d0"))
def test_a_clean_text_stays_as_it_is_and_keeps_every_letter(text):
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert [sign for sign in clean if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


PILES = {
    "embeddings and ends of isolates": ("\u202a", "\u2069"),
    "embeddings and their ends": ("\u202a", END),
    "isolates and ends of embeddings": ("\u2066", END),
    "isolates and their ends": ("\u2066", "\u2069"),
    "one isolate in many embeddings": ("\u2066" + "\u202a", "\u2069"),
    "line ends": ("\r", "\u2028"),
}


def steps(text):
    """Count the instructions that Python runs while it cleans a text."""
    return instructions(lambda: clean_text(text))


@pytest.mark.parametrize("name", PILES)
def test_twice_the_direction_marks_are_at_most_twice_the_work(name):
    begin, end = PILES[name]
    half, whole = (steps(begin * many + end * many) for many in (200, 400))
    assert 0 < whole < 2.2 * half + 500
