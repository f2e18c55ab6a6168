"""Figures in plain words say no more than was counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.accuracy import trust_words
from canvas.accuracy.measures import share
from canvas.accuracy.trust_words import (
    good_accused,
    mistakes_found,
    probable_right,
    remarks_right,
    tenths,
    trust_sentence,
    type_right,
)
from canvas.models.trust import TextSet
from canvas.models.vocabulary import Mistake, RelationshipType

from .conftest import agreement


def test_nine_of_ten_remarks_with_what_was_counted_and_the_range():
    told = remarks_right(agreement(36, 4, 9, 51))
    assert told.says == "Of ten remarks like this, about nine are right."
    assert told.counted == "Measured on 40 remarks. It may be between 7 and 10."


def test_eight_of_ten_mistakes_found_with_how_common_they_are():
    told = mistakes_found(agreement(36, 4, 9, 51))
    assert told.says == "Of ten sections with this mistake, it finds about eight."
    assert told.counted.startswith("Measured on the 45 of 100 sections that have it.")


def test_sixteen_right_remarks_do_not_promise_ten_of_ten():
    told = remarks_right(agreement(16, 0, 0, 20))
    assert told.says == "Of ten remarks like this, nine or ten are right."
    assert told.counted.endswith("It may be between 8 and 10.")


@pytest.mark.parametrize("few", [agreement(2, 1, 0, 90), agreement(0, 0, 3, 90)])
def test_too_few_cases_are_no_figure(few):
    for told in (remarks_right(few), mistakes_found(few), type_right(few)):
        assert "too few" in told.says.lower()
        assert "Of ten" not in told.says


def test_good_texts_accused():
    assert good_accused(share(4, 40)).says == "Of ten sections without any mistake, about one is accused of one."
    assert "one or two are accused" in good_accused(share(10, 68)).says
    assert "less than one is" in good_accused(share(1, 40)).says
    assert "none are" in good_accused(share(0, 40)).says
    assert "too few" in good_accused(None).says


@pytest.mark.parametrize(
    ("part", "right", "fault"),
    [
        (0, "none", "none"),
        (4, "less than one", "less than one"),
        (8, "less than one", "less than one"),
        (10, "about one", "about one"),
        (15, "one or two", "about two"),
        (14, "about one", "one or two"),
        (83, "about eight", "eight or nine"),
        (86, "eight or nine", "about nine"),
        (90, "about nine", "about nine"),
        (96, "nine or ten", "nine or ten"),
        (100, "nine or ten", "nine or ten"),
    ],
)
def test_a_share_is_never_rounded_in_favour_of_the_program(part, right, fault):
    assert (tenths(share(part, 100)), tenths(share(part, 100), fault=True)) == (right, fault)


@given(st.integers(0, 300), st.integers(10, 300))
def test_the_range_told_holds_the_figure_and_ten_is_never_promised(part, whole):
    counted = share(min(part, whole), whole)
    low, high = (
        int(word) for word in probable_right(counted).counted.rstrip(".").split("between ")[1].split(" and ")
    )
    assert low <= counted.value * 10 + 1e-9
    assert counted.value * 10 <= high + 1e-9
    assert tenths(counted) not in ("ten", "about ten")


def test_the_sentence_of_a_finding_comes_from_the_texts_kept_apart(trust, monkeypatch):
    worse = agreement(10, 30, 5, 55)
    [kept] = trust.measurements
    table = kept.tables["sections"].model_copy(update={"rows": {name.value: worse for name in Mistake}})
    tuned = kept.model_copy(update={"set": TextSet.TUNED_ON, "tables": {"sections": table}})
    both = trust.model_copy(update={"measurements": (tuned, kept)})
    monkeypatch.setattr(trust_words, "load_trust", lambda: both)
    assert trust_sentence(Mistake.NO_AFTER_SALES) == "Of ten remarks like this, about nine are right."
    assert trust_sentence(RelationshipType.COMMUNITIES).startswith(
        "Of ten times that it names this type, about nine"
    )
    assert trust_sentence(RelationshipType.COMMUNITIES, sure=False) == (
        "Of ten types marked “probably”, about seven are right."
    )


def test_where_nothing_was_measured_a_finding_says_nothing(trust, monkeypatch):
    monkeypatch.setattr(trust_words, "load_trust", lambda: trust.model_copy(update={"measurements": ()}))
    assert trust_sentence(Mistake.TOO_GENERAL) == ""
    assert trust_sentence(RelationshipType.CO_CREATION, sure=False) == ""
