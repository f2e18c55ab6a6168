"""A receipt in plain words."""

import pytest

from canvas.models.receipt import Outcome, Receipt, ReceiptLine, SentencePair
from canvas.models.vocabulary import Mistake
from canvas.writing.receipt_words import OUTCOMES, says, summary


def line(outcome, *pairs, **more):
    return ReceiptLine(mistake=Mistake.TOO_GENERAL, outcome=outcome, pairs=pairs, **more)


def pair(before, after, change):
    return SentencePair(before=before, after=after, change=change)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_name_and_a_sentence(outcome):
    assert OUTCOMES[outcome]
    assert says(line(outcome, pair("a", "b", "edited"), by=Mistake.CHANNEL_CONFUSION)).endswith((".", ":"))


def test_a_moved_sentence_is_told_as_moved():
    assert "moved" in says(line(Outcome.UNTOUCHED, pair("a", "a", "moved")))


def test_what_replaces_a_remark_is_named():
    assert "marketing channels" in says(line(Outcome.REPLACED, by=Mistake.CHANNEL_CONFUSION))


def test_an_absence_is_not_told_as_words_that_stand_there():
    assert "words are" not in says(line(Outcome.UNTOUCHED))


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([Outcome.FIXED], "1 remark fixed."),
        ([Outcome.FIXED, Outcome.FIXED, Outcome.NEW], "2 remarks fixed, 1 new remark."),
        ([Outcome.FIXED, Outcome.CHANGED], "1 remark fixed, 1 remark changed but not fixed yet."),
        ([], "No remarks before, and none now."),
    ],
)
def test_the_summary_counts_without_a_score(outcomes, expected):
    assert summary(Receipt(lines=tuple(map(line, outcomes)), changed=True)) == expected


def test_a_text_that_did_not_change_is_told_first():
    assert "the same" in summary(Receipt(lines=(line(Outcome.UNTOUCHED),), changed=False))
