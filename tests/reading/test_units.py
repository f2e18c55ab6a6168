"""How a text is split, and that its dress does not matter."""

import pytest

from canvas.reading.lemmas import Lemmas
from canvas.reading.units import Kind, units


def kinds(text):
    return [(unit.kind, text[unit.start : unit.end]) for unit in units(text)]


def test_headings_questions_and_bullets_are_told_apart():
    text = "# Relationships\nOur services include:\n- a forum\n- help by phone\nWhat do our customers expect?\n"
    assert [kind for kind, _ in kinds(text)] == [
        Kind.HEADING,
        Kind.HEADING,
        Kind.BULLET,
        Kind.BULLET,
        Kind.QUESTION,
    ]


def test_titles_in_a_row_are_a_list_of_points():
    assert [kind for kind, _ in kinds("Customer Support\nLoyalty Programs\nUser Forum")] == [Kind.BULLET] * 3


def test_an_abbreviation_ends_no_sentence():
    assert len(units("We help with tools, e.g. drills. Then we call.")) == 2


def test_a_short_question_belongs_to_the_sentence_after_it():
    assert [text for _, text in kinds("Invoice stuck? Bea replies in the chat.")] == [
        "Invoice stuck? Bea replies in the chat"
    ]


@pytest.mark.parametrize("gap", ["[missing: how fast]", "![shop](shop.png)", "<b>", "https://example.org/help"])
def test_gaps_pictures_and_links_are_no_words(gap):
    assert [word.text for unit in units(f"We call {gap}") for word in unit.words if word.text] == ["we", "call"]


def test_one_sentence_without_end_is_cut():
    assert max(len(unit.words) for unit in units("word " * 1000)) <= 120


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("personalised", "personalize"),
        ("personalized", "personalize"),
        ("replies", "reply"),
        ("sent", "send"),
        ("planning", "plan"),
        ("making", "make"),
        ("assistence", "assistance"),
        ("asistance", "assistance"),
        ("colours", "color"),
    ],
)
def test_a_word_is_found_in_every_form_and_spelling(written, base):
    known = frozenset({"personalize", "reply", "send", "plan", "make", "assistance", "color"})
    lemmas = Lemmas(known, {"sent": "send"}, {"assistence": "assistance"})
    assert base in lemmas.of(written)


def test_a_quoted_question_inside_a_sentence_stays_in_it():
    (unit,) = units("Our bot answers 'can I deduct this?' from your own ledger.")
    assert unit.kind is Kind.SENTENCE
