"""Sentences of a draft, and which one became which."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.writing.sentences import aligned, sentences

FIRST = "Mia advises every rider in the shop."
SECOND = "Families book a table alone in the app."
THIRD = "Ben repairs a broken hive within two days."


def told(before, after):
    return [
        (row.change, row.before.text if row.before else "", row.after.text if row.after else "")
        for row in aligned(before, after)
    ]


def test_bullets_sentences_and_gaps_stand_alone():
    text = f"{FIRST} {SECOND}\n\n- A map of bikes\n- [missing: who does it] {THIRD}"
    assert [one.text for one in sentences(text)] == [
        FIRST,
        SECOND,
        "A map of bikes",
        "[missing: who does it]",
        THIRD,
    ]


@given(st.text(alphabet="Ab. !?-\n[]missing:ß😀", max_size=60))
def test_every_sentence_is_found_where_it_says(text):
    found = sentences(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_sentences_that_stay_are_the_same_also_in_a_list():
    assert told(f"{FIRST} {SECOND}", f"- {FIRST}\n- {SECOND}") == [
        ("same", FIRST, FIRST),
        ("same", SECOND, SECOND),
    ]


def test_a_sentence_that_changes_places_has_moved():
    assert ("moved", FIRST, FIRST) in told(f"{FIRST} {SECOND} {THIRD}", f"{SECOND} {THIRD} {FIRST}")


@pytest.mark.parametrize(
    "edited",
    [
        "Mia advises every rider in our little shop.",
        "Mia advises every rider in the shop, and after a week she phones and asks how the bicycle runs.",
        "Mia advises riders in the shop.",
    ],
)
def test_a_sentence_with_most_of_its_words_was_edited(edited):
    assert told(f"{FIRST} {SECOND}", f"{SECOND} {edited}") == [("same", SECOND, SECOND), ("edited", FIRST, edited)]


def test_another_sentence_in_the_same_place_was_rewritten():
    new = "Each hotel has one contact."
    assert told(f"{FIRST} {SECOND} {THIRD}", f"{FIRST} {new} {THIRD}")[1] == ("rewritten", SECOND, new)


def test_what_came_and_what_went_stands_where_it_was():
    assert told(f"{FIRST} {SECOND} {THIRD}", f"{FIRST} {THIRD} Each hotel has one contact.") == [
        ("same", FIRST, FIRST),
        ("removed", SECOND, ""),
        ("same", THIRD, THIRD),
        ("added", "", "Each hotel has one contact."),
    ]


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Mia advises riders."]), max_size=8), st.randoms())
def test_every_sentence_of_both_versions_is_told_once(old, random):
    new = random.sample(old, k=random.randint(0, len(old))) + ["A new line."] * random.randint(0, 2)
    rows = aligned(" ".join(old), " ".join(new))
    assert sorted(row.before.text for row in rows if row.before) == sorted(old)
    assert [row.after.text for row in rows if row.after] == new


def test_a_line_that_goes_on_in_small_letters_belongs_to_the_one_before():
    text = "Ana visits each pub in March, tastes\nthe beer and writes.\nbeer first\n- help\n- more\n\nagain"
    assert [one.text for one in sentences(text)] == [
        "Ana visits each pub in March, tastes\nthe beer and writes.",
        "beer first",
        "help",
        "more",
        "again",
    ]
    assert all(text[one.start : one.end] == one.text for one in sentences(text))
