"""A disagreement holds for the same words, whatever else changes."""

import pytest

from canvas.models.finding import Finding, Quote
from canvas.models.vocabulary import Mistake, Verdict
from canvas.models.workbook import Objection
from canvas.writing.objections import objection_to, quoted_words

MINE = Objection(mistake=Mistake.TOO_GENERAL, words="the best service\nhigh quality", because="Our own words.")


def remark(*quotes, missing=None):
    found = tuple(Quote(quote=quote, start=0, end=len(quote)) for quote in quotes)
    return Finding(verdict=Verdict.FLAGGED, quotes=found, missing=missing)


def test_the_words_of_a_remark_are_its_quotes_one_a_line():
    assert (
        quoted_words(remark("the best\nservice", "high quality", "high quality"))
        == "the best service\nhigh quality"
    )
    assert quoted_words(remark("staff advise", missing="a second type")) == ""


@pytest.mark.parametrize(
    "quotes", [("high quality",), ("High  Quality", "The best service"), ("so high quality",)]
)
def test_it_holds_for_the_same_words(quotes):
    assert objection_to([MINE], Mistake.TOO_GENERAL, remark(*quotes)) == MINE


@pytest.mark.parametrize("quotes", [("high quality", "we build trust"), ("service",) * 0, ("quality high",)])
def test_new_words_bring_the_remark_back(quotes):
    assert objection_to([MINE], Mistake.TOO_GENERAL, remark(*quotes)) is None


def test_it_is_about_its_own_mistake_only():
    assert objection_to([MINE], Mistake.CHANNEL_CONFUSION, remark("high quality")) is None


def test_one_about_an_absence_holds_whatever_evidence_the_remark_quotes():
    mine = Objection(mistake=Mistake.ONE_TYPE_FOR_ALL, because="All are neighbours.")
    assert objection_to([mine], Mistake.ONE_TYPE_FOR_ALL, remark("staff advise", missing="a second type")) == mine
